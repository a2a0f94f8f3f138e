import { describe, expect, test } from 'vitest';
import { HOUR } from '../simulator/time';
import type { Happening, Session } from '../simulator/world';
import { offered, recapOf, thisWas } from './hand';
import { atlas, month, retold } from './retold';
import { tell } from './teller';

/** Priya's weekly refinement: she organizes it, so Graph gives her the report of every session. */
const priya = (world = month) => tell(world).keeps('atlas', '2026-10-23 09:01');

const outcomes = (people: readonly { person: { name: string }; outcome: string | null }[]) =>
  Object.fromEntries(people.map(({ person, outcome }) => [person.name.split(' ')[0], outcome]));

/** Another session took place that day. */
const instead = (told: Session) => {
  const isOfThatDay = (one: Happening) =>
    one.kind === 'session' && one.meeting === told.meeting && Math.abs(one.at - told.at) < 12 * HOUR;
  return retold({ without: isOfThatDay, also: [told] });
};

describe('story 3: joined twenty minutes late, twice', () => {
  test('twenty of sixty minutes missed is present, joined later', async () => {
    const tale = await priya().looks('2026-11-17 15:05').until('2026-11-17 15:10');
    expect(tale.on('2026-11-17')).toMatchObject({ outcome: 'held', minutesTogether: 60 });
    expect(tale.who('2026-11-17', 'marcus')).toMatchObject({
      outcome: 'present-joined-later',
      minutes: 40,
      firstJoin: tale.hand.clock('2026-11-17 14:20'),
      grade: 'documented',
    });
  });

  test.each([
    ['14:05:00', 'present'],
    ['14:05:01', 'present-joined-later'],
    ['14:30:00', 'present-joined-later'],
    ['14:30:01', 'present-part'],
    ['14:58:00', 'present-part'],
    ['14:58:01', 'connected-briefly'],
  ])('4.1: a join at %s is %s', async (join, outcome) => {
    const world = instead(
      atlas.session('2026-11-17', [
        ['priya', '14:00', '15:00'],
        ['dana', '14:00', '15:00'],
        ['marcus', join, '15:00'],
      ]),
    );
    const tale = await tell(world).keeps('atlas', '2026-11-17 15:05').until('2026-11-17 15:10');
    expect(tale.who('2026-11-17', 'marcus').outcome).toBe(outcome);
  });
});

describe('story 8: Marcus declines five minutes before', () => {
  const expectation = async (world = month) => {
    const tale = await priya(world).looks('2026-11-03 15:05').until('2026-11-03 15:10');
    expect(tale.on('2026-11-03')).toMatchObject({ outcome: 'held', minutesTogether: 60, changedBy: null });
    expect(tale.who('2026-11-03', 'marcus')).toMatchObject({
      outcome: 'apologies-short-notice',
      notice: { minutes: 5 },
      response: 'declined',
      grade: 'documented',
    });
    return tale;
  };

  test('it is held without him, with his apologies, and nobody sent no message', async () => {
    const tale = await expectation();
    expect(outcomes(tale.on('2026-11-03').people)).toMatchObject({
      Priya: 'present',
      Dana: 'present',
      Sam: 'present',
      Wei: 'not-expected',
    });
    expect(tale.measure('there-when-it-started')).toBe('2 of 2');
  });

  test('his answer on her copy tells the same when the mail is gone', async () => {
    const deleted = { kind: 'mail-deleted', who: 'priya', meeting: 'atlas', notice: 'response' } as const;
    const at = atlas.cancelled('2026-11-03', '2026-11-03 13:56').at;
    await expectation(retold({ also: [{ ...deleted, at, date: '2026-11-03' }] }));
  });

  test('the recap is ticked for him and thanks him', async () => {
    const { hand } = await expectation();
    const recap = await recapOf(hand, 'atlas', '2026-11-03');
    expect(offered(recap).ticked).toEqual(['Marcus']);
    expect(recap.text).toContain('thanks for letting me know');
  });
});

const PHONE = '+44 •••• ••12';

describe('story 9: two absentees, one optional, plus a phone', () => {
  test('until the phone is matched, nobody is said to have been missing (3.5)', async () => {
    const tale = await priya().looks('2026-10-27 15:05').until('2026-10-27 15:10');
    expect(outcomes(tale.on('2026-10-27').people)).toMatchObject({
      Priya: 'present',
      Dana: 'present',
      Marcus: 'not-recorded',
      Sam: 'not-recorded',
      Wei: 'not-expected',
    });
    expect(tale.on('2026-10-27')).toMatchObject({ outcome: 'held', questions: ['match-participant'] });
    expect(tale.lineage.unmatched).toMatchObject([{ name: PHONE, minutes: 57 }]);
    expect(offered(await recapOf(tale.hand, 'atlas', '2026-10-27')).ticked).toEqual([]);
  });

  test('one tap says that it was Sam: he was there, and Marcus was not', async () => {
    const tale = await priya()
      .looks('2026-10-27 15:05')
      .taps('2026-10-27 15:20', thisWas(PHONE, 'sam', 'atlas'))
      .until('2026-10-27 15:25');
    expect(outcomes(tale.on('2026-10-27').people)).toMatchObject({
      Dana: 'present',
      Marcus: 'not-present-no-message',
      Sam: 'present',
      Wei: 'not-expected',
    });
    expect(tale.who('2026-10-27', 'sam')).toMatchObject({ minutes: 57, grade: 'noted' });
    expect(tale.who('2026-10-27', 'dana')).toMatchObject({ minutes: 58, grade: 'documented' });
    expect(tale.lineage.unmatched).toEqual([]);
    const { ticked, unticked } = offered(await recapOf(tale.hand, 'atlas', '2026-10-27'));
    expect(ticked).toEqual(['Marcus']);
    expect(unticked).toEqual(expect.arrayContaining(['Wei', 'Sam', 'Dana']));
  });
});

describe('story 10: a guest by phone', () => {
  const GUEST = '+49 •••• ••77';

  test('Marcus left earlier, with 40 of 60 minutes; Lena is not recorded until matched', async () => {
    const tale = await priya().looks('2026-11-10 15:05').until('2026-11-10 15:10');
    expect(tale.who('2026-11-10', 'marcus')).toMatchObject({ outcome: 'present-left-earlier', minutes: 40 });
    expect(tale.who('2026-11-10', 'lena').outcome).toBe('not-recorded');
    const recap = await recapOf(tale.hand, 'atlas', '2026-11-10');
    expect(offered(recap).ticked).toEqual([]);
    const by = (name: string) => recap.recipients.find(({ person }) => person.name.startsWith(name));
    expect(by('Lena')).toMatchObject({ outsideOrganization: true, ticked: false });
    expect(by('Marcus')).toMatchObject({ reason: 'there-for-part', ticked: false });
  });

  test('matched, she was there; before she was asked nobody expected her (4.2)', async () => {
    const tale = await priya()
      .looks('2026-10-27 15:05', '2026-11-03 15:05', '2026-11-10 15:05')
      .taps('2026-11-10 15:20', thisWas(GUEST, 'lena', 'atlas'))
      .until('2026-11-10 15:25');
    expect(tale.who('2026-11-10', 'lena')).toMatchObject({ outcome: 'present', minutes: 57 });
    for (const date of ['2026-10-27', '2026-11-03']) {
      expect(tale.who(date, 'lena').outcome).toBe('not-expected');
    }
  });
});

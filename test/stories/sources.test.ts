import { describe, expect, test } from 'vitest';
import { about } from '../simulator/telling';
import { ana, bo, sync, world } from '../simulator/three-people';
import { at } from '../simulator/time';
import type { Happening, Meeting, World } from '../simulator/world';
import { assigns, bringsCsv, corrects, nobodyJoined, noted, takesBack, wasNotThere, weMet } from './hand';
import { type Tale, tell } from './teller';

/** Three people of whom Ana organizes; or only her and Bo. Seen by Ana, unless it says otherwise. */
const three = (...happenings: Happening[]): World => ({ ...world(happenings), meetings: [sync] });
const pair: Meeting = { ...sync, invitees: sync.invitees.filter(({ who }) => who === 'bo') };
const two = (...happenings: Happening[]): World => ({ ...world(happenings, [ana, bo]), meetings: [pair] });
const { session, cancelled } = about(sync);

const DAY = '2026-10-28';
const lived = (told: World, ...looks: string[]) =>
  tell(told)
    .keeps('sync', '2026-10-26 09:00')
    .looks(...looks);
const people = (tale: Tale, date = DAY) =>
  Object.fromEntries(tale.on(date).people.map(({ person, outcome }) => [person.name, outcome]));
const kinds = (tale: Tale, date = DAY) => tale.on(date).reasons.map(({ what }) => what);

describe('a check-in against a report', () => {
  const both: Happening = session(DAY, [
    ['ana', '15:00', '15:30'],
    ['bo', '15:05', '15:30'],
  ]);
  const alone: Happening = session(DAY, [['ana', '14:58', '15:26']]);

  test('"nobody joined", and the report shows two together: held, and it says that two sources disagree', async () => {
    const tale = await lived(two(both), `${DAY} 15:40`)
      .taps(`${DAY} 15:41`, nobodyJoined('sync', DAY, { bo: 'missing' }))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held', minutesTogether: 25, evidence: ['teams-report'] });
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'present' });
    expect(kinds(tale)).toContain('sources-disagree');
  });

  test('"we met", and the report shows one waiting alone: held as noted, and two sources disagree', async () => {
    const tale = await lived(two(alone), `${DAY} 15:40`)
      .taps(`${DAY} 15:41`, weMet('sync', DAY, 20))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held', minutesTogether: 20, grade: 'noted' });
    expect(kinds(tale)).toContain('sources-disagree');
  });

  test('minutes of the report win over those of the check-in (3.4)', async () => {
    const tale = await lived(two(both), `${DAY} 15:40`)
      .taps(`${DAY} 15:41`, weMet('sync', DAY, 5))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held', minutesTogether: 25 });
    expect(kinds(tale)).not.toContain('sources-disagree');
  });

  test('0 minutes is no meeting', async () => {
    const tale = await lived(two())
      .taps(`${DAY} 15:41`, weMet('sync', DAY, 0))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY).outcome).toBe('not-recorded');
  });

  test('the report of somebody who waited alone is a no-show without any tap (3.6)', async () => {
    const tale = await lived(two(alone), `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'not-held-no-message',
      grade: 'documented',
      minutesTogether: 0,
    });
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'not-present-no-message' });
  });

  test.each([
    ['15:09:59', 'not-recorded'],
    ['15:10:00', 'not-held-no-message'],
  ])('… if they waited for ten minutes: until %s it is %s', async (until, outcome) => {
    const tale = await lived(two(session(DAY, [['ana', '14:50', until]])), `${DAY} 15:40`).until(
      `${DAY} 16:00`,
    );
    expect(tale.on(DAY).outcome).toBe(outcome);
  });

  test('somebody named as missing who is in the report was there; named as there and not in it, too (4.1)', async () => {
    const told = three(both);
    const tale = await lived(told, `${DAY} 15:40`)
      .taps(`${DAY} 15:41`, weMet('sync', DAY, null, { bo: 'missing', cy: 'there' }))
      .until(`${DAY} 16:00`);
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'present', Cy: 'present' });
    expect(tale.who(DAY, 'bo').grade).toBe('documented');
    expect(tale.who(DAY, 'cy').grade).toBe('noted');
  });

  test('a note taken back leaves what the report says; the note stays visible', async () => {
    const tale = await lived(two(both), `${DAY} 15:40`)
      .taps(`${DAY} 15:41`, wasNotThere('sync', DAY))
      .taps(`${DAY} 15:42`, takesBack('sync', DAY))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY).outcome).toBe('held');
    expect(kinds(tale)).not.toContain('sources-disagree');
    const facts = await tale.hand.ports.ledger.allFacts();
    expect(facts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['check-in', 'undo']));
  });

  test('a correction with its reason decides, and what was said before stays', async () => {
    const tale = await lived(two(alone), `${DAY} 15:40`)
      .taps(`${DAY} 16:00`, corrects('sync', DAY, { outcome: 'held', reason: 'We met in the corridor.' }))
      .until(`${DAY} 16:05`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'held',
      corrected: true,
      correctionReason: 'We met in the corridor.',
      grade: 'noted',
    });
    expect(kinds(tale)).toEqual(expect.arrayContaining(['report', 'corrected']));
  });
});

describe('two reports of one occurrence', () => {
  test('are one presence: the call broke off and was opened again (3.2)', async () => {
    const told = two(
      session(DAY, [
        ['ana', '15:00', '15:12'],
        ['bo', '15:00', '15:12'],
      ]),
      session(DAY, [
        ['ana', '15:15', '15:30'],
        ['bo', '15:18', '15:30'],
      ]),
    );
    const tale = await lived(told, `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held', minutesTogether: 24 });
    expect(tale.who(DAY, 'bo').minutes).toBe(24);
    expect(kinds(tale).filter((what) => what === 'report')).toHaveLength(2);
  });

  test('two devices do not count twice', async () => {
    const told = two(
      session(DAY, [
        ['ana', '15:00', '15:30'],
        ['bo', '15:00', '15:20'],
        ['bo', '15:10', '15:30'],
      ]),
    );
    const tale = await lived(told, `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(tale.who(DAY, 'bo')).toMatchObject({ minutes: 30, outcome: 'present' });
  });

  test('one who had gone before the other came was there, but they were not together', async () => {
    const told = two(session(DAY, [['ana', '15:00', '15:12']]), session(DAY, [['bo', '15:14', '15:30']]));
    const tale = await lived(told, `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(tale.on(DAY).outcome).toBe('not-recorded');
    // 3.3: for everybody but the last one it was over at 15:12.
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'present-joined-later' });
  });

  test('less than two minutes are as good as none (4.1)', async () => {
    const with_ = (leave: string) =>
      two(
        session(DAY, [
          ['ana', '15:00', '15:30'],
          ['bo', '15:10:00', leave],
        ]),
      );
    const briefly = await lived(with_('15:11:59'), `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(briefly.on(DAY).outcome).toBe('not-held-no-message');
    expect(people(briefly)).toEqual({ Ana: 'present', Bo: 'connected-briefly' });
    const longer = await lived(with_('15:12:00'), `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(longer.on(DAY)).toMatchObject({ outcome: 'held-part', minutesTogether: 2 });
  });

  test('a session at another time belongs nowhere, until somebody says where', async () => {
    const told = two(
      session(DAY, [
        ['ana', '18:00', '18:25'],
        ['bo', '18:00', '18:25'],
      ]),
    );
    const tale = await lived(told, `${DAY} 19:00`).until(`${DAY} 19:05`);
    expect(tale.on(DAY).outcome).toBe('not-recorded');
    expect(tale.lineage.unscheduled).toMatchObject([{ names: ['Ana', 'Bo'] }]);
    const assigned = await tale.goesOn().taps(`${DAY} 19:06`, assigns('sync', DAY)).until(`${DAY} 19:10`);
    expect(assigned.lineage.unscheduled).toEqual([]);
    expect(kinds(assigned)).toContain('report');
  });

  test('somebody hidden in the report leaves open who was missing (3.5)', async () => {
    const told = three(
      session(
        DAY,
        [
          ['ana', '15:00', '15:30'],
          ['bo', '15:00', '15:30'],
          ['cy', '15:00', '15:30'],
        ],
        ['cy'],
      ),
    );
    const tale = await lived(told, `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'present', Cy: 'not-recorded' });
    expect(kinds(tale)).toContain('report-incomplete');
  });

  test('one who left early and one who stayed: the meeting ended for both when the second-last left (3.3)', async () => {
    const told = two(
      session(DAY, [
        ['ana', '15:00', '15:30'],
        ['bo', '15:00', '15:12'],
      ]),
    );
    const tale = await lived(told, `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held-part', minutesTogether: 12 });
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'present' });
  });
});

describe('the file that Teams lets people download', () => {
  const csv = [
    '1. Summary',
    'Meeting title,Sync',
    'Attended participants,2',
    'Start time,"10/28/26, 3:00:00 PM"',
    'End time,"10/28/26, 3:30:00 PM"',
    'Meeting duration,30m',
    'Average attendance time,25m',
    '',
    '2. Participants',
    'Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role',
    'Ana,"10/28/26, 3:00:00 PM","10/28/26, 3:30:00 PM",30m,ana@north.example,ana@north.example,Organizer',
    'Bo,"10/28/26, 3:10:00 PM","10/28/26, 3:30:00 PM",20m,bo@north.example,bo@north.example,Presenter',
    '',
    '3. In-Meeting Activities',
    'Name,Join Time,Leave Time,Duration,Email,Role',
    'Ana,"10/28/26, 3:00:00 PM","10/28/26, 3:30:00 PM",30m,ana@north.example,Organizer',
    'Bo,"10/28/26, 3:10:00 PM","10/28/26, 3:30:00 PM",20m,bo@north.example,Presenter',
    '',
  ].join('\r\n');

  test('tells an attendee what Graph does not', async () => {
    const told: World = { ...two(), owner: 'bo' };
    const tale = await lived(told)
      .taps(`${DAY} 15:45`, bringsCsv('sync', DAY, csv))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held', minutesTogether: 20, evidence: ['teams-csv'] });
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'present-joined-later' });
  });

  test('brought twice, or beside the report of Graph, it counts once', async () => {
    const told = two(
      session(DAY, [
        ['ana', '15:00', '15:30'],
        ['bo', '15:10', '15:30'],
      ]),
    );
    const tale = await lived(told, `${DAY} 15:40`)
      .taps(`${DAY} 15:45`, bringsCsv('sync', DAY, csv), bringsCsv('sync', DAY, csv))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY).minutesTogether).toBe(20);
    expect(tale.who(DAY, 'bo').minutes).toBe(20);
  });
});

describe('a cancellation against what happened', () => {
  const met = session(DAY, [
    ['ana', '15:00', '15:30'],
    ['bo', '15:00', '15:30'],
  ]);

  test('cancelled after they had met: it was held, and two sources disagree', async () => {
    const tale = await lived(two(met, cancelled(DAY, `${DAY} 15:45`)), `${DAY} 15:40`, `${DAY} 15:50`).until(
      `${DAY} 16:00`,
    );
    expect(tale.on(DAY)).toMatchObject({ outcome: 'held', minutesTogether: 30 });
    expect(kinds(tale)).toEqual(expect.arrayContaining(['cancelled-mail', 'report', 'sources-disagree']));
  });

  test('cancelled before, and met all the same: held, too', async () => {
    const tale = await lived(two(met, cancelled(DAY, `${DAY} 14:00`)), `${DAY} 15:40`).until(`${DAY} 16:00`);
    expect(tale.on(DAY).outcome).toBe('held');
    expect(kinds(tale)).toContain('sources-disagree');
    expect(tale.measure('short-or-no-notice')).toBe('0 of 1');
  });

  test.each([
    ['14:59:59', 'cancelled-short-notice'],
    ['15:00:00', 'cancelled-after-start'],
    ['15:20:00', 'cancelled-after-start'],
  ])('at %s without anybody meeting it is %s', async (clock, outcome) => {
    const tale = await lived(two(cancelled(DAY, `${DAY} ${clock}`)), `${DAY} 16:00`).until(`${DAY} 16:05`);
    expect(tale.on(DAY).outcome).toBe(outcome);
  });

  test('2.8 counts as no message, once', async () => {
    const told = two(cancelled(DAY, `${DAY} 15:20`));
    const tale = await lived(told, `${DAY} 16:00`)
      .taps(`${DAY} 15:12`, nobodyJoined('sync', DAY))
      .until(`${DAY} 16:05`);
    expect(tale.on(DAY).outcome).toBe('cancelled-after-start');
    expect(tale.measure('there-when-it-started')).toBe('0 of 1');
    expect(tale.measure('short-or-no-notice')).toBe('1 of 1');
    expect(tale.measure('notice-given')).toBe('0 of 1');
  });
});

describe('two clocks: the mailbox and the calendar', () => {
  const silent = (clock: string): Happening =>
    ({ ...cancelled(DAY, `${DAY} ${clock}`), silently: true }) as Happening;
  const bos = (...happenings: Happening[]): World => ({ ...two(...happenings), owner: 'bo' });

  test('seen two minutes before its mail is the same change, and the mail has its time', async () => {
    const tale = await lived(
      two(silent('14:49'), cancelled(DAY, `${DAY} 14:52`)),
      `${DAY} 14:50`,
      `${DAY} 15:00`,
    ).until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({ outcome: 'cancelled-short-notice', notice: { minutes: 8 } });
    expect(kinds(tale)).not.toContain('sources-disagree');
  });

  test('seen an hour before, the calendar was first, and two sources disagree', async () => {
    const tale = await lived(
      two(silent('14:10'), cancelled(DAY, `${DAY} 15:20`)),
      `${DAY} 14:00`,
      `${DAY} 14:20`,
      `${DAY} 15:30`,
    ).until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: null, lower: 40, upper: 60 },
    });
    expect(kinds(tale)).toContain('sources-disagree');
  });

  test('a pane whose clock was set back loses nothing', async () => {
    const tale = await lived(bos(cancelled(DAY, `${DAY} 14:50`)), '2026-10-27 09:00').until(
      '2026-10-27 10:00',
    );
    const [facts, marks] = [await tale.hand.ports.ledger.allFacts(), await tale.hand.ports.ledger.marks()];
    const skewed = marks.map((mark) => ({
      ...mark,
      sweptAt: at('2026-10-30 09:00'),
      mailsUntil: at('2026-10-30 09:00'),
    }));
    await tale.hand.ports.ledger.append(facts, skewed);
    const later = await tale.goesOn().looks(`${DAY} 15:00`).until(`${DAY} 16:00`);
    expect(later.on(DAY)).toMatchObject({ outcome: 'cancelled-short-notice', notice: { minutes: 10 } });
  });
});

describe('words of people', () => {
  const declines = (who: string, clock: string): Happening =>
    about(sync).answered(who, 'declined', `${DAY} ${clock}`, DAY);
  const accepts = (who: string, clock: string): Happening =>
    about(sync).answered(who, 'accepted', `${DAY} ${clock}`, DAY);

  test('two of three decline: apologies, by the word that came last', async () => {
    const told = three(declines('bo', '10:00'), declines('cy', '14:30'));
    const tale = await lived(told, `${DAY} 16:00`).until(`${DAY} 16:05`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'not-held-apologies-short-notice',
      notice: { minutes: 30 },
      changedBy: { name: 'Cy' },
    });
  });

  test('… and the organizer then cancels: charged once, by the word that left fewer than two (5.5)', async () => {
    const told = three(
      about(sync).answered('bo', 'declined', '2026-10-26 10:00', DAY),
      about(sync).answered('cy', 'declined', '2026-10-26 14:30', DAY),
      cancelled(DAY, `${DAY} 14:50`),
    );
    const tale = await lived(told, `${DAY} 10:00`, `${DAY} 16:00`).until(`${DAY} 16:05`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 2 * 1440 + 30 },
      changedBy: { name: 'Ana' },
    });
  });

  test('an accept after a decline voids it', async () => {
    const told = two(
      declines('bo', '10:00'),
      accepts('bo', '11:00'),
      session(DAY, [['ana', '15:00', '15:15']]),
    );
    const tale = await lived(told, `${DAY} 10:30`, `${DAY} 16:00`).until(`${DAY} 16:05`);
    expect(tale.on(DAY).outcome).toBe('not-held-no-message');
    expect(people(tale).Bo).toBe('not-present-no-message');
  });

  test('a decline before a move is void after it', async () => {
    const told = two(
      declines('bo', '10:00'),
      about(sync).moved(DAY, `${DAY} 11:00`, `${DAY} 17:00`),
      session(DAY, [['ana', '17:00', '17:20']]),
    );
    const tale = await lived(told, `${DAY} 10:30`, `${DAY} 18:00`).until(`${DAY} 18:05`);
    expect(tale.on(DAY).outcome).toBe('not-held-no-message');
  });

  test('a declined series is an apology for each of its occurrences', async () => {
    const told = two(about(sync).answered('bo', 'declined', '2026-10-26 09:00', null));
    const tale = await lived(told, '2026-10-26 09:30').until('2026-10-29 18:00');
    expect(tale.outcomes()).toMatchObject({
      '2026-10-26': 'not-held-apologies-short-notice 360 min',
      '2026-10-27': expect.stringMatching(/^not-held-apologies-with-notice /),
      '2026-10-29': expect.stringMatching(/^not-held-apologies-with-notice /),
    });
  });

  test('word that came by phone is noted with its time, before the meeting', async () => {
    const told = two(session(DAY, [['ana', '15:00', '15:15']]));
    const tale = await lived(told)
      .taps(`${DAY} 14:45`, noted('sync', DAY, { bo: `${DAY} 14:40` }))
      .looks(`${DAY} 15:40`)
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'not-held-apologies-short-notice',
      notice: { minutes: 20 },
    });
    expect(tale.who(DAY, 'bo')).toMatchObject({ outcome: 'apologies-short-notice', grade: 'noted' });
  });

  test('a decline after the start is short notice', async () => {
    const told = two(declines('bo', '15:05'), session(DAY, [['ana', '15:00', '15:15']]));
    const tale = await lived(told, `${DAY} 16:00`).until(`${DAY} 16:05`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'not-held-apologies-short-notice',
      notice: { minutes: -5 },
    });
  });

  test('somebody else came in his place', async () => {
    const told = three(
      session(DAY, [
        ['ana', '15:00', '15:30'],
        ['bo', '15:00', '15:30'],
      ]),
    );
    const tale = await lived(told, `${DAY} 15:40`)
      .taps(`${DAY} 15:45`, weMet('sync', DAY, null, { cy: 'sent-somebody' }))
      .until(`${DAY} 16:00`);
    expect(people(tale)).toMatchObject({ Cy: 'delegate-attended' });
  });

  test('in a group, "nobody joined" names only those ticked as missing', async () => {
    const tale = await lived(three())
      .taps(`${DAY} 15:15`, nobodyJoined('sync', DAY, { bo: 'missing' }))
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY).outcome).toBe('not-held-no-message');
    expect(people(tale)).toEqual({ Ana: 'present', Bo: 'not-present-no-message', Cy: 'not-recorded' });
  });
});

test('two of three together is held, and the third is the one who was missing: here Ana herself', async () => {
  const told = three(
    session(DAY, [
      ['bo', '15:00', '15:30'],
      ['cy', '15:00', '15:30'],
    ]),
  );
  const tale = await lived(told, `${DAY} 15:40`).until(`${DAY} 16:00`);
  expect(tale.on(DAY).outcome).toBe('held');
  expect(people(tale)).toEqual({ Ana: 'not-present-no-message', Bo: 'present', Cy: 'present' });
});

import { describe, expect, test } from 'vitest';
import { measuresOfPerson, ownSide } from '../../src/domain/measure/measures-of-person';
import { unkindWords } from '../../src/domain/words';
import { at } from '../simulator/time';
import { sampleMonth } from '../simulator/worlds/sample-month';
import { choosesCountries, nobodyJoined, recapOf, sets, wasNotThere } from './hand';
import { month, retold } from './retold';
import { tell } from './teller';

const LONDON = 'Europe/London';
const priya = (world = month) => tell(world).keeps('daily', '2026-11-03 09:05');

describe('story 7: out of office, and a holiday', () => {
  test('4 and 5 Nov are left out, though nobody cancelled them, and though she tapped "nobody joined"', async () => {
    const tale = await priya()
      .taps('2026-11-04 15:12', nobodyJoined('daily', '2026-11-04'))
      .until('2026-11-05 18:00');
    expect(tale.on('2026-11-04')).toMatchObject({
      outcome: 'excluded-away',
      evidence: ['free-busy'],
      minutesTogether: null,
      changedBy: null,
    });
    expect(tale.on('2026-11-04').reasons.map(({ what }) => what)).toContain('nobody-joined');
    expect(tale.on('2026-11-05').outcome).toBe('excluded-away');
    expect(tale.who('2026-11-05', 'marcus').outcome).toBe('away');
    expect(tale.who('2026-11-05', 'priya').outcome).toBeNull();
  });

  test('the recap blames nobody: while you were away', async () => {
    const tale = await priya().until('2026-11-04 16:00');
    const recap = await recapOf(tale.hand, 'daily', '2026-11-04');
    expect(recap.text).toContain('while you were away');
    expect(unkindWords(recap.text)).toEqual([]);
    expect(recap.recipients[0]?.reason).toBe('away');
  });

  test("11 Nov is a holiday in Marcus' country only; a changed choice works in both directions", async () => {
    const chosen = priya().taps('2026-11-03 09:06', choosesCountries('daily', { marcus: 'US', priya: 'GB' }));
    const tale = await chosen.until('2026-11-11 18:00');
    expect(tale.on('2026-11-11')).toMatchObject({
      outcome: 'excluded-holiday',
      evidence: ['holiday-list'],
      reasons: expect.arrayContaining([expect.objectContaining({ what: 'holiday', words: 'Veterans Day' })]),
    });
    const without = await tale
      .goesOn()
      .taps('2026-11-11 18:01', sets('daily', { countries: {} }))
      .until('2026-11-11 18:02');
    expect(without.on('2026-11-11').outcome).toBe('not-recorded');
    const back = await without
      .goesOn()
      .taps('2026-11-11 18:03', choosesCountries('daily', { marcus: 'US' }))
      .until('2026-11-11 18:04');
    expect(back.on('2026-11-11').outcome).toBe('excluded-holiday');
  });

  const out = (from: string, to: string) =>
    retold({
      without: ({ kind }) => kind === 'out-of-office',
      also: [
        {
          kind: 'out-of-office',
          at: at('2026-11-02 09:00', LONDON),
          who: 'marcus',
          span: { start: at(`2026-11-04 ${from}`, LONDON), end: at(`2026-11-04 ${to}`, LONDON) },
        },
      ],
    });

  test.each([
    ['13:00', '15:00', 'not-held-no-message', 'touches the start and does not overlap'],
    ['13:00', '15:01', 'excluded-away', 'covers the start'],
    ['15:15', '18:00', 'excluded-away', 'is exactly half of it'],
    ['15:16', '18:00', 'not-held-no-message', 'is less than half of it'],
    ['15:30', '18:00', 'not-held-no-message', 'begins when it ends'],
  ])('4.3: out from %s to %s makes it %s: that %s', async (from, to, outcome) => {
    const tale = await priya(out(from, to))
      .taps('2026-11-04 15:12', nobodyJoined('daily', '2026-11-04'))
      .until('2026-11-04 18:00');
    expect(tale.on('2026-11-04').outcome).toBe(outcome);
  });
});

describe('story 13: Priya is ill and declines Thu 12 Nov at 08:00', () => {
  test.each([
    ['stays in her calendar', sampleMonth()],
    ['vanishes from it', sampleMonth({ declinedVanish: true })],
  ])('it is left out, and is one apology on her own side, when what she declines %s', async (_, world) => {
    const tale = await tell(world)
      .keeps('daily', '2026-11-11 09:05')
      .looks('2026-11-12 09:05')
      .until('2026-11-12 18:00');
    expect(tale.on('2026-11-12')).toMatchObject({
      outcome: 'excluded-own-absence',
      notice: { minutes: 420, class: 'short-notice' },
      changedBy: { name: 'Priya Nair' },
      evidence: ['response-mail'],
      questions: [],
    });
    expect(tale.who('2026-11-12', 'priya').outcome).toBe('apologies-short-notice');
    expect(tale.who('2026-11-12', 'marcus').outcome).toBeNull();
    const own = ownSide(tale.lineage, [], []);
    const key = tale.on('2026-11-12').key;
    expect(own.absences).toEqual([key]);
    expect(own.apologies).toMatchObject([{ occurrence: key, notice: { minutes: 420 } }]);
    const marcus = measuresOfPerson(tale.lineage, tale.hand.personOf('marcus'));
    expect(marcus.measures.flatMap(({ among }) => among)).not.toContain(key);
  });

  test('"I was not there", noted afterwards, leaves it out as well', async () => {
    const tale = await priya()
      .taps('2026-11-19 18:00', wasNotThere('daily', '2026-11-06'))
      .until('2026-11-19 18:01');
    expect(tale.on('2026-11-06')).toMatchObject({
      outcome: 'excluded-own-absence',
      evidence: ['own-check-in'],
      changedBy: null,
    });
  });
});

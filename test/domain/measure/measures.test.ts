import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import type { MeasureName } from '../../../src/domain/facts/things/measure-name';
import { type Measure, measuresOf } from '../../../src/domain/measure/measures';
import { measuresOfPerson, ownSide } from '../../../src/domain/measure/measures-of-person';
import { percentOf, wilson } from '../../../src/domain/measure/wilson';
import {
  days,
  decision,
  goldenMonth,
  judged,
  lineageOf,
  notice,
  part,
  recap,
} from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const named = (measures: readonly Measure[], name: MeasureName): Measure => {
  const found = measures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No measure ${name}`);
  return found;
};
const measure = (name: MeasureName, lineage = goldenMonth()): Measure =>
  named(measuresOf(lineage, [], []), name);
const changed = (date: string, more: Parameters<typeof judged>[2], outcome?: Parameters<typeof judged>[1]) =>
  lineageOf(
    goldenMonth().occurrences.map((one) =>
      one.date === date ? { ...one, ...more, outcome: outcome ?? one.outcome } : one,
    ),
  );

describe('7 small numbers', () => {
  test.each([
    [8, 15, 53, 30, 75],
    [8, 11, 73, 43, 90],
    [6, 15, 40, 20, 64],
    [10, 10, 100, 72, 100],
    [9, 10, 90, 60, 98],
    [9, 16, 56, 33, 77],
    [0, 10, 0, 0, 28],
  ])('7.1 %i of %i is %i %%, likely between %i and %i', (count, of, percent, low, high) => {
    expect(percentOf(count, of)).toBe(percent);
    expect(wilson(count, of)).toEqual({ low, high });
  });

  test('7.1 percents are rounded half up', () => {
    expect(percentOf(1, 200)).toBe(1);
    expect(percentOf(3, 200)).toBe(2);
    expect(percentOf(29, 200)).toBe(15);
    expect(percentOf(1, 201)).toBe(0);
  });

  test('7.1 the share lies in its range, which lies within 0 to 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, some) => {
        const count = Math.min(some, of);
        const { low, high } = wilson(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(percentOf(count, of)).toBeGreaterThanOrEqual(low);
        expect(percentOf(count, of)).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('6 the golden month', () => {
  test.each<[MeasureName, number, number | null, number | null, [number, number] | null]>([
    ['went-ahead', 8, 15, 53, [30, 75]],
    ['there-when-it-started', 8, 11, 73, [43, 90]],
    ['notice-given', 1, 7, null, null],
    ['short-or-no-notice', 6, 15, 40, [20, 64]],
    ['minutes-together', 202, 450, 45, null],
    ['moves', 1, null, null, null],
    ['short-notice-moves', 1, null, null, null],
    ['coverage', 15, 16, 94, [72, 99]],
  ])('%s: %d of %d', (name, count, of, percent, range) => {
    expect(measure(name)).toMatchObject({
      count,
      of,
      percent,
      range: range === null ? null : { low: range[0], high: range[1] },
    });
  });

  test('a late check-in that they met makes it 9 of 16', () => {
    const met = measure('went-ahead', changed('2026-11-19', {}, 'held'));
    expect(met).toMatchObject({ count: 9, of: 16, percent: 56, range: { low: 33, high: 77 } });
  });

  test('9 a disputed row counts nowhere', () => {
    const disputed = changed('2026-10-27', { disputed: true });
    expect(measure('went-ahead', disputed)).toMatchObject({ count: 8, of: 14 });
    expect(measure('there-when-it-started', disputed)).toMatchObject({ count: 8, of: 10 });
    const excluded = changed('2026-11-04', { disputed: true });
    expect(measure('went-ahead', excluded)).toMatchObject({ count: 8, of: 15 });
    expect(measure('moves', changed('2026-11-03', { disputed: true }))).toMatchObject({ count: 0 });
  });

  test('7.4 every number names the occurrences in it, oldest first', () => {
    const { counted, among } = measure('notice-given');
    expect(counted).toEqual(['daily/2026-10-30']);
    expect(among).toHaveLength(7);
    expect([...among].sort()).toEqual(among);
  });

  test('of a span only what starts in it', () => {
    const week = { start: utc('2026-11-02T00:00'), end: utc('2026-11-09T00:00') };
    expect(named(measuresOf(goldenMonth(), [], [], week), 'went-ahead')).toMatchObject({ count: 3, of: 3 });
  });
});

describe('6 what counts as what', () => {
  test('2.8 a cancellation after the start counts as no message, once', () => {
    const lineage = lineageOf([...days('hhhh'), judged('2026-02-02', 'cancelled-after-start')]);
    expect(measure('there-when-it-started', lineage)).toMatchObject({ count: 4, of: 5 });
    expect(measure('notice-given', lineage)).toMatchObject({ count: 0, of: 1 });
    expect(measure('short-or-no-notice', lineage)).toMatchObject({ count: 1, of: 5 });
  });

  test('unknown notice is in neither class, and counts as counted', () => {
    const lineage = lineageOf([
      judged('2026-02-02', 'cancelled-notice-unknown'),
      judged('2026-02-03', 'not-held-apologies-notice-unknown'),
      judged('2026-02-04', 'not-held-apologies-with-notice'),
      judged('2026-02-05', 'not-held-apologies-short-notice'),
    ]);
    expect(measure('notice-given', lineage)).toMatchObject({ count: 1, of: 2 });
    expect(measure('went-ahead', lineage)).toMatchObject({ count: 0, of: 4 });
  });

  test('moves count in excluded and unrecorded occurrences, not in upcoming or superseded ones', () => {
    const move = { ...goldenMonth().occurrences[6]?.moves[0], notice: notice(null, { class: 'unknown' }) };
    const moves = [move as never];
    const lineage = lineageOf([
      judged('2026-02-02', 'excluded-away', { moves }),
      judged('2026-02-03', 'not-recorded', { moves: [...moves, ...moves] }),
      judged('2026-02-04', 'upcoming', { moves }),
      judged('2026-02-05', 'superseded', { moves }),
    ]);
    expect(measure('moves', lineage)).toMatchObject({ count: 3, of: null });
    expect(measure('short-notice-moves', lineage)).toMatchObject({ count: 0 });
  });

  test.each([
    ['hhhhhhhh ??', 80, 'too-few'],
    ['hhhhhhhhhhhh ???', 80, null],
    ['hhhhhhhhhhhh ????', 75, 'coverage'],
    ['hhh ?', 75, 'coverage'],
  ])('7.1 coverage below 80 %% leaves the counts: %s', (letters, _percent, why) => {
    const went = measure('went-ahead', lineageOf(days(letters)));
    expect(went.whyNoPercent).toBe(why);
    expect(went.percent === null).toBe(why !== null);
    expect(went.range === null).toBe(why !== null);
  });

  test('an empty history has counts of nothing', () => {
    for (const one of measuresOf(lineageOf([]), [], [])) {
      expect(one.count).toBe(0);
      expect(one.percent).toBeNull();
    }
  });
});

describe('6 decisions told', () => {
  const told = (decisions: Parameters<typeof measuresOf>[1], recaps: Parameters<typeof measuresOf>[2]) =>
    named(measuresOf(goldenMonth(), decisions, recaps), 'decisions-told');

  test('a decision needs a recap where somebody should hear, or missed its occurrence', () => {
    const decisions = [
      decision(1, { informed: [MARCUS] }),
      decision(2, { occurrence: 'daily/2026-10-29' }),
      decision(3, { occurrence: 'daily/2026-10-26' }),
      decision(4, { occurrence: 'daily/2026-11-19' }),
      decision(5, { informed: [MARCUS], series: 'another' }),
    ];
    expect(told(decisions, [])).toMatchObject({ count: 0, of: 2, medianHours: null });
  });

  test('told is what went and was not taken back; the time is that of the first recap', () => {
    const decisions = [1, 2, 3].map((number) =>
      decision(number, { informed: [MARCUS], decidedAt: utc('2026-10-29T14:00') }),
    );
    const recaps = [
      recap('1', '2026-10-29', 'sending', { decisions: ['d1', 'd2', 'd3'] }),
      recap('2', '2026-10-29', 'sent', { decisions: ['d1', 'd2'] }),
      recap('3', '2026-10-30', 'sent', { decisions: ['d1'] }),
      recap('4', '2026-11-02', 'sent', { decisions: ['d3'] }),
      recap('5', '2026-11-02', 'taken-back', { decisions: ['d3'] }),
    ];
    expect(told(decisions, recaps)).toMatchObject({ count: 2, of: 3, medianHours: 2 });
  });
});

describe('6 measures of one person', () => {
  const group = (outcomes: readonly Parameters<typeof part>[1][]) =>
    lineageOf(
      days('h'.repeat(outcomes.length)).map((one, at) => ({
        ...one,
        people: [part(PRIYA, 'present'), part(DANA, outcomes[at] ?? null)],
      })),
    );

  test('present outcomes over present and no message; away, not expected and apologies are out', () => {
    const lineage = group([
      'present',
      'present-joined-later',
      'present-left-earlier',
      'present-part',
      'not-present-no-message',
      'connected-briefly',
      'delegate-attended',
      'away',
      'not-expected',
      'apologies-with-notice',
      'apologies-short-notice',
      null,
    ]);
    const { measures } = measuresOfPerson(lineage, DANA);
    expect(named(measures, 'there-when-it-started')).toMatchObject({ count: 4, of: 5 });
    expect(named(measures, 'notice-given')).toMatchObject({ count: 1, of: 3 });
    expect(named(measures, 'coverage')).toMatchObject({ count: 9, of: 9 });
  });

  test('4.1 optional people count in no measure', () => {
    const lineage = lineageOf([
      judged('2026-02-02', 'held', { people: [part(DANA, 'present', { needed: false, role: 'optional' })] }),
    ]);
    expect(measuresOfPerson(lineage, DANA).measures.every(({ of }) => of === 0)).toBe(true);
  });

  test('your side: absences, apologies and recaps that did not go', () => {
    const decisions = [
      decision(1, { occurrence: 'daily/2026-10-27' }),
      decision(2, { occurrence: 'daily/2026-11-18' }),
    ];
    const side = ownSide(goldenMonth(), decisions, [recap('1', '2026-10-27', 'sent')]);
    expect(side.absences).toEqual(['daily/2026-11-12']);
    expect(side.apologies).toMatchObject([{ occurrence: 'daily/2026-11-12', notice: { minutes: 420 } }]);
    expect(side.recapsNotSent).not.toContain('daily/2026-10-27');
    expect(side.recapsNotSent).toContain('daily/2026-11-18');
  });

  test('13.4 your side asks for no recap of a holiday to come, nor of what is still going on', () => {
    const running = { start: utc('2026-11-20T15:00'), end: utc('2026-11-20T15:30') };
    const people = [part(MARCUS, 'not-present-no-message'), part(PRIYA, null)];
    const lineage = lineageOf([
      judged('2026-11-20', 'not-held-no-message', { people, effective: running }),
      judged('2026-12-25', 'excluded-holiday', { people: [part(MARCUS, null), part(PRIYA, null)] }),
      judged('2026-12-28', 'cancelled-with-notice', { people: [part(MARCUS, null), part(PRIYA, null)] }),
    ]);
    const decisions = lineage.occurrences.map(({ key: occurrence }, at) => decision(at + 1, { occurrence }));
    const notSent = (now: number) => ownSide(lineage, decisions, [], { now }).recapsNotSent;
    expect(notSent(utc('2026-11-20T15:20'))).toEqual(['daily/2026-12-28']);
    expect(notSent(utc('2026-11-20T15:30'))).toEqual(['daily/2026-11-20', 'daily/2026-12-28']);
    expect(notSent(utc('2026-12-26T09:00'))).toHaveLength(3);
  });

  test('your side asks for a recap only where something was decided that somebody who missed it was not told', () => {
    const one = decision(1, { occurrence: 'daily/2026-11-18' });
    const notSent = (decisions: readonly Decision[], recaps: readonly RecapEntry[]) =>
      ownSide(goldenMonth(), decisions, recaps).recapsNotSent;
    expect(notSent([], [])).toEqual([]);
    expect(notSent([one], [])).toEqual(['daily/2026-11-18']);
    // Told from the next one: then nothing is left that a recap could say.
    const elsewhere = recap('1', '2026-11-20', 'sent');
    expect(notSent([one], [{ ...elsewhere, decisions: [one.id] }])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthCountsOf, type Reduced, type RetentionDays } from '../../../src/domain/facts/entered/reduced';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import { isReducedAway, monthToReduce, reductionsOf, retentionOf } from '../../../src/domain/forget/reducing';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { measuresOf } from '../../../src/domain/measure/measures';
import { forgotten, judgeLineage } from '../../at-once';
import { anyFact } from '../builders/any-fact';
import { about, at, daily, LONDON, marcus, priya, rowOf, span } from '../builders/facts';

const sync = about(daily);
const firstLook = at('2026-10-23 09:00');
const GOLDEN_NOW = at('2026-11-12 12:00');
const DATES = ['10-26', '10-27', '10-28', '10-29', '10-30', '11-02', '11-03', '11-04', '11-05', '11-06'];
/** Two weeks of the daily sync, over the end of a month. */
const goldenFacts: readonly Fact[] = [
  sync.kept('start', '2026-10-23 09:00'),
  sync.seen({ seenAt: firstLook }),
  ...DATES.map((date) => sync.sighted(`2026-${date}`, { seenAt: firstLook })),
  sync.noted('2026-10-26', '2026-10-26 15:31', 'we-met'),
  sync.noted('2026-10-27', '2026-10-27 15:15', 'nobody-joined'),
  sync.movedBy('2026-10-28', '2026-10-28 14:40', span('2026-10-28', '17:00', '17:30')),
  sync.sighted('2026-10-28', {
    ...{ seenAt: at('2026-10-28 17:31'), lookedBefore: at('2026-10-28 09:05') },
    span: span('2026-10-28', '17:00', '17:30'),
  }),
  sync.noted('2026-10-28', '2026-10-28 17:31', 'we-met', 10),
  sync.cancelledBy('2026-10-29', '2026-10-29 14:50'),
  sync.cancelledBy('2026-10-30', '2026-10-27 15:00'),
  sync.noted('2026-11-02', '2026-11-02 15:31', 'we-met'),
  sync.report(span('2026-10-26', '15:00', '15:30'), [rowOf(marcus, span('2026-10-26', '15:00', '15:30'))]),
  sync.noted('2026-11-03', '2026-11-03 15:31', 'nobody-joined'),
  sync.cancelledBy('2026-11-05', '2026-11-05 14:00'),
];

const judged = (facts: readonly Fact[]): JudgedLineage => {
  const lineage = judgeLineage({ owner: priya, facts }, 'daily', GOLDEN_NOW);
  if (lineage === null) throw new Error('The daily sync is gone');
  return lineage;
};
const reduce = (facts: readonly Fact[], until: string): readonly Reduced[] =>
  reductionsOf(judged(facts), until).map((one, at) => ({
    ...{ kind: 'reduced', id: `reduced ${at}`, recordedAt: GOLDEN_NOW },
    ...one,
  }));
const numbers = (lineage: JudgedLineage) =>
  measuresOf(lineage, [], [])
    .filter(({ name }) => name !== 'decisions-told')
    .map(({ name, count, of, percent, range }) => ({ name, count, of, percent, range }));

describe('9 facts about persons that are older than they are to be kept', () => {
  const before = judged(goldenFacts);
  const reduced = reduce(goldenFacts, '2026-10');
  const left = forgotten([...goldenFacts, ...reduced]);
  const after = judged(left);

  test('become counts by the month, and every number of the whole history stays as it was', () => {
    expect(before.occurrences.some(({ date }) => date < '2026-11')).toBe(true);
    expect(after.occurrences.some(({ date }) => date < '2026-11')).toBe(false);
    expect(after.reduced?.map(({ month }) => month)).toEqual(['2026-10']);
    expect(numbers(after)).toEqual(numbers(before));
    const wentAhead = measuresOf(after, [], []).find(({ name }) => name === 'went-ahead');
    expect(wentAhead?.reduced).toBeGreaterThan(0);
    expect(wentAhead?.among.length).toBe((wentAhead?.of ?? 0) - (wentAhead?.reduced ?? 0));
  });

  test('are gone from the log, and an older file brings none of them back', () => {
    expect(left.some((fact) => isReducedAway(fact, '2026-10'))).toBe(false);
    const again = forgotten(mergeFacts(left, goldenFacts));
    expect(judged(again)).toEqual(after);
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set(left.map(({ id }) => id)));
  });

  test('nothing more is counted when the next month is reduced, and both months are there', () => {
    const next = reduce(left, '2026-11').map((one) => ({ ...one, id: `next ${one.id}` }));
    const end = judged(forgotten([...left, ...next]));
    expect(end.reduced?.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
    expect(
      end.occurrences.filter(({ outcome }) => outcome !== 'upcoming' && outcome !== 'excluded-holiday'),
    ).toEqual([]);
    expect(numbers(end)).toEqual(numbers(before));
  });

  test('two machines that reduced the same month count it once, the one that knew more of it', () => {
    const poor = reduced.map((one) => ({
      ...{ ...one, id: 'poor' },
      months: one.months.map((month) => ({ ...month, outcomes: { held: 1 } })),
    }));
    expect(monthCountsOf([...poor, ...reduced])).toEqual(monthCountsOf(reduced));
    expect(monthCountsOf([...reduced, ...poor])).toEqual(monthCountsOf(reduced));
  });

  test('decisions, recaps, and what a series is stay, however old', () => {
    const kinds = ['decision', 'recap', 'series-seen', 'keeping', 'rules', 'agreement', 'look-back'];
    fc.assert(
      fc.property(anyFact, (fact) => {
        if (kinds.includes(fact.kind)) expect(isReducedAway(fact, '9999-12')).toBe(false);
        expect(isReducedAway(fact, '')).toBe(false);
      }),
    );
  });

  test('logs can be merged before or after', () => {
    const log = fc.array(anyFact, { maxLength: 10 });
    const told = (facts: readonly Fact[], name: string) =>
      facts.map(
        (fact, at): Fact => ({ ...JSON.parse(JSON.stringify(fact)), id: `${name} ${at}`, recordedAt: at }),
      );
    fc.assert(
      fc.property(log, log, fc.constantFrom('2026-10', '2026-11'), (one, other, until) => {
        const [a, b] = [told(one, 'a'), told(other, 'b')];
        const limit: Reduced = { kind: 'reduced', id: 'r', recordedAt: 0, series: 'one', until, months: [] };
        const first = forgotten(mergeFacts([...a, limit], b));
        expect(forgotten(mergeFacts(forgotten([...a, limit]), b))).toEqual(first);
        expect(forgotten(first)).toEqual(first);
      }),
    );
  });

  test.each([
    ['2026-11-20 and 30 days', Date.UTC(2026, 10, 20, 12), 30, '2026-09'],
    ['2026-11-30, when October just ended 30 days ago', Date.UTC(2026, 11, 1, 12), 30, '2026-10'],
    ['180 days', Date.UTC(2026, 10, 20, 12), 180, '2026-04'],
    ['a year', Date.UTC(2026, 10, 20, 12), 365, '2025-10'],
  ])('only whole months are reduced: %s', (_, now, days, month) => {
    expect(monthToReduce(now, days, LONDON)).toBe(month);
  });

  test('180 days, unless somebody chose otherwise; the latest choice counts', () => {
    const choice = (id: string, days: RetentionDays): Fact => ({
      kind: 'retention',
      id,
      recordedAt: 0,
      days,
    });
    expect(retentionOf([])).toBe(180);
    expect(retentionOf([choice('b', 30), choice('a', 365)])).toBe(30);
  });
});

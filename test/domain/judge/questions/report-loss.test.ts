import { describe, expect, test } from 'vitest';
import type { JudgedOccurrence } from '../../../../src/domain/judge/judged/judged';
import { reportLoss } from '../../../../src/domain/judge/questions/report-loss';
import { DAY, HOUR } from '../../../../src/domain/time/time';
import { goldenMonth } from '../../../ui/fixture';
import { about, refinement } from '../../builders/facts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const SERIES = 'a';
const [like] = goldenMonth().occurrences as [JudgedOccurrence];

/** A daily meeting, so many days back and ahead, all of which took place or will. */
const daily = (back: number, ahead: number): JudgedOccurrence[] =>
  Array.from({ length: back + ahead }, (_, at) => {
    const start = NOW + (at - back) * DAY + HOUR;
    return { ...like, outcome: at < back ? 'held' : 'upcoming', effective: { start, end: start + HOUR / 4 } };
  });

const seen = about(refinement).seen({
  series: SERIES,
  ownerOrganizes: true,
  joinUrl: 'https://teams.example/l',
});
const lossOf = (back: number, ahead: number, reportsAt?: number, facts = [seen]) =>
  reportLoss(
    facts,
    { series: [SERIES], occurrences: daily(back, ahead) },
    [{ series: SERIES, sweptAt: NOW, mailsUntil: null, ...(reportsAt === undefined ? {} : { reportsAt }) }],
    NOW,
  );

describe('Teams keeps 50 reports of a meeting', () => {
  test('of a daily meeting whose reports were never read, the oldest goes with the next meeting', () => {
    const loss = lossOf(50, 60);
    expect(loss?.at).toBe(NOW + HOUR + HOUR / 4);
  });

  test.each([
    ['40 meetings so far: the first goes with the eleventh more', 40, 60, undefined, 10],
    ['read yesterday: nothing that is at stake was not read', 50, 60, NOW - DAY, null],
    ['few meetings: nothing is pushed out for long', 10, 20, undefined, null],
  ] as const)('%s', (_, back, ahead, reportsAt, days) => {
    const loss = lossOf(back, ahead, reportsAt);
    expect(loss === null ? null : Math.round((loss.at - NOW) / DAY)).toBe(days);
  });

  test('and the warning names where the reports begin that stay', () => {
    const loss = lossOf(40, 60);
    expect(loss?.before).toBeGreaterThan(NOW - 20 * DAY);
    expect(loss?.before).toBeLessThan(NOW);
  });

  test('a year is the end of every report, however few there are', () => {
    const start = NOW - 350 * DAY;
    const one = { ...like, outcome: 'held' as const, effective: { start, end: start + HOUR } };
    const loss = reportLoss([seen], { series: [SERIES], occurrences: [one] }, [], NOW);
    expect(loss).toEqual({ at: start + HOUR + 365 * DAY, before: NOW });
  });

  test.each([
    ['somebody else organizes', { ...seen, ownerOrganizes: false }],
    ['there is no link', { ...seen, joinUrl: null }],
  ])('nothing is at stake where %s', (_, fact) => {
    expect(lossOf(50, 60, undefined, [fact])).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isHeld, type Outcome } from '../../../src/domain/facts/things/outcomes';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { columnsOf } from '../../../src/domain/measure/columns';
import * as bins from '../../../src/domain/measure/notice-bins';
import * as counted from '../../../src/domain/measure/trend';
import { percentOf, wilson } from '../../../src/domain/measure/wilson';
import { isoMonday } from '../../../src/domain/time/days';
import { localDate } from '../../../src/domain/time/zone';
import { days, goldenMonth, judged, lineageOf, notice } from '../builders/judged-month';

const LONDON = 'Europe/London';
const trendOf = (lineage: JudgedLineage, zone: string) =>
  counted.trendOf(columnsOf(lineage), lineage.perWeek, zone);
const noticeBinsOf = (lineage: JudgedLineage, zone: string) => bins.noticeBinsOf(columnsOf(lineage), zone);
const trend = (letters: string, perWeek = 5) => trendOf(lineageOf(days(letters), { perWeek }), LONDON);

describe('7.2 the weeks', () => {
  test('the golden month is 2 of 5, 3 of 3, 1 of 3, 2 of 4', () => {
    const { weeks } = trendOf(goldenMonth(), LONDON);
    expect(weeks.map(({ monday, held, heldPart, counted }) => [monday, held + heldPart, counted])).toEqual([
      ['2026-10-26', 2, 5],
      ['2026-11-02', 3, 3],
      ['2026-11-09', 1, 3],
      ['2026-11-16', 2, 4],
    ]);
    expect(weeks[3]).toEqual({
      monday: '2026-11-16',
      held: 2,
      heldPart: 0,
      cancelled: 1,
      notHeld: 1,
      notRecorded: 1,
      excluded: 0,
      counted: 4,
    });
  });

  test('a week belongs to the clocks of the owner', () => {
    const late = judged('2026-11-01', 'held', {
      effective: { start: Date.parse('2026-11-01T23:30Z'), end: Date.parse('2026-11-02T00:00Z') },
    });
    expect(trendOf(lineageOf([late]), LONDON).weeks[0]?.monday).toBe('2026-10-26');
    expect(trendOf(lineageOf([late]), 'Asia/Kolkata').weeks[0]?.monday).toBe('2026-11-02');
  });

  test('weeks without anything are there and empty; what lies ahead, moved away or is disputed is not', () => {
    const lineage = lineageOf([
      judged('2026-01-05', 'held'),
      judged('2026-01-13', 'superseded'),
      judged('2026-01-20', 'cancelled-short-notice'),
      judged('2026-01-21', 'held', { disputed: true }),
      judged('2026-01-27', 'upcoming'),
    ]);
    expect(trendOf(lineage, LONDON).weeks.map(({ counted }) => counted)).toEqual([1, 0, 1]);
  });

  test('nothing yet is an empty trend', () => {
    expect(trendOf(lineageOf([]), LONDON)).toEqual({
      weeks: [],
      rolling: [],
      windowSize: 20,
      change: 'not-enough',
    });
  });
});

describe('7.2 the last ones', () => {
  test('20 recorded ones for a daily, 12 for a weekly; under ten no percentage', () => {
    const daily = trend('hhhhh hhhhh hhhhh hhhhh nnnnn');
    expect(daily.rolling).toHaveLength(25);
    expect(daily.rolling[8]).toMatchObject({ of: 9, count: 9, percent: null, range: null });
    expect(daily.rolling[9]).toMatchObject({
      of: 10,
      count: 10,
      percent: 100,
      range: { low: 72, high: 100 },
    });
    expect(daily.rolling[24]).toMatchObject({ of: 20, count: 15, percent: 75 });
    expect(trend('hhhhh hhhhh hhhhh', 1).rolling.at(-1)).toMatchObject({ of: 12 });
    expect(trend('h', 2.99).windowSize).toBe(12);
    expect(trend('h', 3).windowSize).toBe(20);
  });

  test('what has no record makes no point; a stretch with too little of it has no percentage', () => {
    const { rolling } = trend('hhhhh hhhhh hhhhh hhhhh hhhhh hhhhh ????? h');
    expect(rolling).toHaveLength(31);
    expect(rolling.at(-2)).toMatchObject({ percent: 100 });
    expect(rolling.at(-1)).toMatchObject({ of: 20, count: 20, percent: 100 });
    expect(trend('hhhhh hhhhh ????? h').rolling.at(-1)).toMatchObject({ of: 11, percent: null });
  });
});

describe('7.3 it changed', () => {
  const weeks = (...each: readonly string[]) => each.join('');
  test.each([
    ['too little', 'hhhhh nnnnn', 'not-enough'],
    ['12 and 12 whose ranges do not touch', `${'n'.repeat(12)}${'h'.repeat(12)}`, 'more'],
    ['11 and 12', `${'n'.repeat(11)}${'h'.repeat(12)}`, 'not-enough'],
    ['the other way', `${'h'.repeat(20)}${'n'.repeat(20)}`, 'fewer'],
    ['ranges that touch', 'hnhnhnhnhnhn hnhhnhnhnhnh', 'not-enough'],
    [
      'twelve weeks, six of them on one side until now',
      weeks(...Array(6).fill('hhhhn'), ...Array(6).fill('hhhnn')),
      'fewer',
    ],
    ['five on one side', weeks(...Array(6).fill('hhhhn'), 'hhhhn', ...Array(5).fill('hhhnn')), 'not-enough'],
    ['no coverage', `${'n'.repeat(20)}${'h'.repeat(20)}${'?'.repeat(20)}`, 'not-enough'],
  ])('%s', (_, letters, change) => {
    expect(trend(letters).change).toBe(change);
  });
});

describe('How much notice there was', () => {
  test('the golden month', () => {
    expect(noticeBinsOf(goldenMonth(), LONDON)).toEqual({
      none: 3,
      'under-1h': 2,
      'same-day': 1,
      'day-before': 0,
      'two-days-or-more': 1,
    });
  });

  test.each([
    [59.99, 'under-1h'],
    [60, 'same-day'],
    [15 * 60, 'same-day'],
    [15 * 60 + 1, 'day-before'],
    [39 * 60, 'day-before'],
    [39 * 60 + 1, 'two-days-or-more'],
    [0, 'none'],
  ] as const)('%d minutes before 15:00 is %s', (minutes, bin) => {
    const one = judged('2026-01-07', 'cancelled-short-notice', { notice: notice(minutes) });
    expect(noticeBinsOf(lineageOf([one]), LONDON)[bin]).toBe(1);
  });

  test('a range is in a bin only where it lies wholly in it', () => {
    const ranged = (lower: number, upper: number | null) =>
      noticeBinsOf(
        lineageOf([
          judged('2026-01-07', 'cancelled-notice-unknown', { notice: notice(null, { lower, upper }) }),
        ]),
        LONDON,
      );
    expect(ranged(70, 200)['same-day']).toBe(1);
    expect(Object.values(ranged(-10, 200)).every((count) => count === 0)).toBe(true);
    expect(ranged(5000, null)['two-days-or-more']).toBe(1);
    expect(Object.values(ranged(70, null)).every((count) => count === 0)).toBe(true);
  });
});

test('whatever happened, the weeks and the last ones are what one counts by hand', () => {
  const story = fc.array(
    fc.tuple(
      fc.nat(9),
      fc.constantFrom<Outcome>(
        'held',
        'held-part',
        'not-recorded',
        'excluded-away',
        'cancelled-with-notice',
        'not-held-no-message',
      ),
    ),
    { minLength: 1, maxLength: 80 },
  );
  const byHand = fc.property(story, fc.constantFrom(2, 5), (told, perWeek) => {
    let day = 20_000;
    const occurrences = told.map(([gap, outcome]) => {
      day += 1 + gap;
      return judged(new Date(day * 86_400_000).toISOString().slice(0, 10), outcome);
    });
    const { weeks, rolling, windowSize } = trendOf(lineageOf(occurrences, { perWeek }), LONDON);
    const mondays = occurrences.map(({ effective }) => isoMonday(localDate(effective.start, LONDON)));
    for (const { monday, held, excluded, notRecorded, counted } of weeks) {
      const its = occurrences.filter((_, at) => mondays[at] === monday).map(({ outcome }) => outcome);
      const of = (...outcomes: Outcome[]) => its.filter((one) => outcomes.includes(one)).length;
      expect([held, excluded, notRecorded]).toEqual([of('held'), of('excluded-away'), of('not-recorded')]);
      expect(counted).toBe(its.length - of('excluded-away', 'not-recorded'));
    }
    const recorded = occurrences.filter(
      ({ outcome }) => outcome !== 'not-recorded' && outcome !== 'excluded-away',
    );
    expect(rolling).toHaveLength(recorded.length);
    rolling.forEach(({ at, of, count, percent, range }, index) => {
      const last = recorded.slice(Math.max(0, index + 1 - windowSize), index + 1);
      expect([at, of]).toEqual([recorded[index]?.effective.start, last.length]);
      expect(count).toBe(last.filter(({ outcome }) => isHeld(outcome)).length);
      if (percent !== null) expect([percent, range]).toEqual([percentOf(count, of), wilson(count, of)]);
    });
  });
  fc.assert(byHand, { numRuns: 200, seed: 7 });
});

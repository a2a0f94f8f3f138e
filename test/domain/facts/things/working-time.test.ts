import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeriesRules } from '../../../../src/domain/facts/entered/rules';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import type { HoursReading } from '../../../../src/domain/facts/observed/reading';
import {
  type WorkingHours,
  type WorkingWeek,
  workingMinutes,
} from '../../../../src/domain/facts/things/working-time';
import { noticeOf } from '../../../../src/domain/judge/evidence/notice';
import { classOfInstant, classOfMoment } from '../../../../src/domain/judge/evidence/window';
import { observeHours } from '../../../../src/domain/observe/observe';
import { exactly, HOUR, MINUTE, WEEKDAYS } from '../../../../src/domain/time/time';
import {
  about,
  at,
  daily,
  holiday,
  judge,
  marcus,
  occurrenceOn,
  priya,
  WORKDAYS,
} from '../../builders/facts';

/** 5.2: the notice in the owner's working time, shown beside the clock's, and classified by where that is chosen. */

const LONDON = 'Europe/London';
const week: WorkingWeek = { zone: LONDON, days: WORKDAYS, startMinute: 540, endMinute: 1020 };
const hours = (change: Partial<WorkingHours> = {}): WorkingHours => ({
  ...{ kind: 'working-hours', id: 'hours', recordedAt: at('2026-10-19 09:00'), person: priya.key },
  ...week,
  ...change,
});
const between = (from: string, until: string, zone = LONDON) => ({
  start: at(from, zone),
  end: at(until, zone),
});

describe('5.2 working time', () => {
  test.each([
    ['Fri 17:40 to Mon 09:00: nothing', '2026-10-30 17:40', '2026-11-02 09:00', 0],
    [
      'Fri 16:00 to Mon 09:30: the last hour of one day, half an hour of the next',
      '2026-10-30 16:00',
      '2026-11-02 09:30',
      90,
    ],
    ['within a day', '2026-11-03 14:50', '2026-11-03 15:00', 10],
    ['from before the day to after it', '2026-11-03 06:00', '2026-11-03 22:00', 480],
    ['a whole week', '2026-11-02 00:00', '2026-11-09 00:00', 2400],
    ['Sat to Sun', '2026-11-07 10:00', '2026-11-08 10:00', 0],
    ['no time', '2026-11-03 14:50', '2026-11-03 14:50', 0],
    ['back in time', '2026-11-03 15:00', '2026-11-03 14:50', 0],
  ])('5.2 %s', (_, from, until, minutes) => {
    expect(workingMinutes(between(from, until), week)).toBe(minutes);
  });

  test('5.2 is that of the zone in which they are: half hours count', () => {
    const india = { ...week, zone: 'Asia/Kolkata' };
    // 09:00 in India is 03:30Z.
    expect(
      workingMinutes(
        { start: Date.parse('2026-11-03T03:00:00Z'), end: Date.parse('2026-11-03T04:00:00Z') },
        india,
      ),
    ).toBe(30);
  });

  test('5.2 hours over midnight belong to the day on which they begin', () => {
    const night = { ...week, startMinute: 22 * 60, endMinute: 6 * 60 };
    // Fri 22:00 to Sat 06:00 is Friday's; Sunday's does not begin.
    expect(workingMinutes(between('2026-11-06 21:00', '2026-11-08 23:59'), night)).toBe(480);
    expect(workingMinutes(between('2026-11-07 05:00', '2026-11-07 07:00'), night)).toBe(60);
  });

  test('5.2 is elapsed time in the nights the clocks change, in both zones', () => {
    const night = (zone: string) => ({ zone, days: [...WEEKDAYS], startMinute: 0, endMinute: 6 * 60 });
    for (const [zone, back, forward] of [
      [LONDON, '2026-10-25', '2026-03-29'],
      ['America/New_York', '2026-11-01', '2026-03-08'],
    ] as const) {
      expect(workingMinutes(between(`${back} 00:00`, `${back} 12:00`, zone), night(zone))).toBe(420);
      expect(workingMinutes(between(`${forward} 00:00`, `${forward} 12:00`, zone), night(zone))).toBe(300);
    }
  });

  test('5.2 leaves holidays out', () => {
    const christmas = between('2026-12-25 00:00', '2026-12-26 00:00');
    const isOff = (shift: { start: number }) => shift.start >= christmas.start && shift.start < christmas.end;
    expect(workingMinutes(between('2026-12-24 16:00', '2026-12-28 10:00'), week, isOff)).toBe(120);
  });

  test('5.2 is counted as one would count it on the clock of a wall, whatever the zone and the hours', () => {
    const QUARTER = 15 * MINUTE;
    const anyWeek = fc.record({
      zone: fc.constantFrom(LONDON, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      startMinute: fc.integer({ min: 16, max: 95 }).map((quarter) => quarter * 15),
      endMinute: fc.integer({ min: 16, max: 96 }).map((quarter) => quarter * 15),
    });
    const from = fc
      .integer({ min: 0, max: 4 * 24 * 40 })
      .map((quarters) => Date.UTC(2026, 9, 1) + quarters * QUARTER);
    const wall = new Map<string, Intl.DateTimeFormat>();
    const clockOf = (zone: string) => {
      const known = wall.get(zone);
      if (known !== undefined) return known;
      const made = new Intl.DateTimeFormat('en-GB', {
        ...{ timeZone: zone, weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      });
      wall.set(zone, made);
      return made;
    };
    const works = (instant: number, { zone, days, startMinute, endMinute }: WorkingWeek): boolean => {
      const parts = Object.fromEntries(
        clockOf(zone)
          .formatToParts(instant)
          .map(({ type, value }) => [type, value]),
      );
      const today = String(parts.weekday).toLowerCase();
      const yesterday = WEEKDAYS[(WEEKDAYS.indexOf(today as (typeof WEEKDAYS)[number]) + 6) % 7] ?? '';
      const minute = Number(parts.hour) * 60 + Number(parts.minute);
      const has = (day: string) => (days as readonly string[]).includes(day);
      if (endMinute > startMinute) return has(today) && minute >= startMinute && minute < endMinute;
      return (has(today) && minute >= startMinute) || (has(yesterday) && minute < endMinute);
    };
    fc.assert(
      fc.property(anyWeek, from, fc.integer({ min: 0, max: 4 * 24 * 9 }), (one, start, quarters) => {
        let counted = 0;
        for (let at = 0; at < quarters; at++) if (works(start + at * QUARTER, one)) counted += 15;
        expect(workingMinutes({ start, end: start + quarters * QUARTER }, one)).toBe(counted);
      }),
      { numRuns: 60 },
    );
  });

  test('5.2 is never more than the clock’s, and never more for less', () => {
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        const [first = 0, second = 0, start = 0] = [a, b, c].sort((x, y) => x - y);
        const more = workingMinutes({ start: first, end: start }, week);
        expect(more).toBeLessThanOrEqual((start - first) / MINUTE);
        expect(more).toBeGreaterThanOrEqual(workingMinutes({ start: second, end: start }, week));
      }),
    );
  });

  test('5.2 a change ages ago is not walked through day by day', () => {
    expect(workingMinutes({ start: -8.64e15, end: at('2026-11-02 09:00') }, week)).toBeLessThan(400 * 480);
  });
});

describe('5.2 classified by working time', () => {
  const worked = (span: { start: number; end: number }) => workingMinutes(span, week);
  const yard = (minutes: number) => ({ rule: { minutes }, zone: LONDON, worked, byWorkingTime: true });
  const MONDAY = at('2026-11-02 09:00');
  const FRIDAY = at('2026-10-30 17:40');

  test('5.2 Fri 17:40 for Mon 09:00: 63 h 20 by the clock, nothing of working time', () => {
    expect(noticeOf(exactly(FRIDAY), MONDAY, { ...yard(240), byWorkingTime: false })).toMatchObject({
      minutes: 63 * 60 + 20,
      working: { minutes: 0, lower: null, upper: null },
      class: 'with-notice',
    });
    expect(noticeOf(exactly(FRIDAY), MONDAY, yard(240)).class).toBe('short-notice');
  });

  test.each([
    ['exactly the window is with notice', 480, at('2026-10-30 09:00'), 'with-notice'],
    ['a second less is short', 480, at('2026-10-30 09:00:01'), 'short-notice'],
    ['at the start is after it', 480, MONDAY, 'after-start'],
  ])('5.2 %s', (_, minutes, known, kind) => {
    expect(classOfInstant(known, MONDAY, yard(minutes))).toBe(kind);
  });

  test('5.2 the same day stays the same day', () => {
    const sameDay = { rule: 'same-day-or-12h', zone: LONDON, worked, byWorkingTime: true } as const;
    const start = at('2026-11-03 16:00');
    expect(classOfInstant(at('2026-11-03 09:00'), start, sameDay)).toBe('short-notice');
    // Under twelve working hours, though it was the day before; twelve and a half, and it is not.
    expect(classOfInstant(at('2026-11-02 14:00'), start, sameDay)).toBe('short-notice');
    expect(classOfInstant(at('2026-11-02 11:30'), start, sameDay)).toBe('with-notice');
  });

  test('5.1 a range is classified only where all of it gives the same class', () => {
    const weekend = { after: FRIDAY, until: at('2026-11-01 12:00') };
    expect(classOfMoment(weekend, MONDAY, yard(60))).toBe('short-notice');
    const straddling = { after: at('2026-10-30 15:00'), until: FRIDAY };
    expect(classOfMoment(straddling, MONDAY, yard(60))).toBe('unknown');
    expect(noticeOf(straddling, MONDAY, yard(60)).working).toEqual({ minutes: null, lower: 0, upper: 120 });
    expect(noticeOf({ after: null, until: FRIDAY }, MONDAY, yard(60)).working).toEqual({
      ...{ minutes: null, lower: 0, upper: null },
    });
  });
});

describe('5.2 the owner’s working time in the log', () => {
  const sync = about({ ...daily, start: '09:00' });
  const MON = '2026-11-02';
  const cancelled = [sync.seen(), sync.sighted(MON), sync.cancelledBy(MON, '2026-10-30 17:40')];
  const on = (more: readonly Fact[]) => occurrenceOn(judge([...cancelled, ...more], 'daily'), MON);
  const ruled = (rules: SeriesRules, when?: string) => sync.ruled(rules, when);

  test('5.2 stands beside the clock’s, which classifies unless the owner chooses otherwise', () => {
    const byClock = on([hours()]);
    expect(byClock.outcome).toBe('cancelled-with-notice');
    expect(byClock.notice).toMatchObject({ minutes: 3800, working: { minutes: 0 } });
    const chosen = ruled({ byWorkingTime: true });
    expect(on([hours(), chosen])).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 3800, working: { minutes: 0 } },
    });
    // In both directions, and no fact is rewritten.
    expect(on([hours(), chosen, ruled({ byWorkingTime: false }, '2026-10-20 09:00')]).outcome).toBe(
      'cancelled-with-notice',
    );
  });

  test('5.2 where nobody knows it, the clock counts, chosen or not', () => {
    expect(on([ruled({ byWorkingTime: true })])).toMatchObject({ outcome: 'cancelled-with-notice' });
    expect(on([]).notice).not.toHaveProperty('working');
    expect(on([hours({ person: marcus.key })]).notice).not.toHaveProperty('working');
  });

  test('5.2 is by the hours the owner had then', () => {
    const later = hours({ id: 'later', recordedAt: at('2026-11-15 09:00'), days: [...WEEKDAYS] });
    expect(on([later, hours()]).notice?.working?.minutes).toBe(0);
    const before = hours({ id: 'before', recordedAt: at('2026-10-25 09:00'), days: [...WEEKDAYS] });
    expect(on([hours(), before]).notice?.working?.minutes).toBe(2 * 480);
  });

  test('5.2 leaves the owner’s public holidays out, as chosen', () => {
    const tuesday = '2026-11-03';
    const facts = [
      sync.sighted(tuesday),
      sync.cancelledBy(tuesday, '2026-10-30 16:00'),
      hours(),
      holiday(priya, MON, 'IE', LONDON),
    ];
    const worked = (rules: SeriesRules) =>
      occurrenceOn(judge([sync.seen(), ...facts, ruled(rules)], 'daily'), tuesday).notice?.working?.minutes;
    expect(worked({})).toBe(60 + 480);
    expect(worked({ countries: { [priya.key]: 'IE' } })).toBe(60);
  });

  test.each([
    ['a zone nobody knows', { zone: 'Nowhere/None' }],
    ['no days', { days: [] }],
    ['hours that are none', { startMinute: Number.NaN }],
    ['no length', { startMinute: 540, endMinute: 540 }],
    ['minutes beyond the day', { endMinute: 100_000 }],
  ])('1 hours with %s tell nothing', (_, change) => {
    expect(on([hours(change)]).notice).not.toHaveProperty('working');
  });
});

describe('Working hours that were read', () => {
  const NOW = at('2026-11-03 09:00');
  const read = (person: string, change: Partial<HoursReading> = {}): HoursReading => ({
    person,
    ...week,
    ...change,
  });

  test('become a fact once, and again only when they are others', () => {
    const [first, ...none] = observeHours([], [read('Marcus@northwind.example')], priya, NOW);
    expect(none).toEqual([]);
    expect(first).toMatchObject({ kind: 'working-hours', person: marcus.key, zone: LONDON });
    if (first === undefined) return;
    expect(observeHours([first], [read(marcus.key)], priya, NOW + HOUR)).toEqual([]);
    const other = observeHours([first], [read(marcus.key, { endMinute: 900 })], priya, NOW + HOUR);
    expect(other).toMatchObject([{ endMinute: 900 }]);
    // And back again.
    expect(observeHours([first, ...other], [read(marcus.key)], priya, NOW + 2 * HOUR)).toHaveLength(1);
  });

  test('in a zone without a name are the owner’s in the mailbox’s zone, and nobody else’s', () => {
    const readings = [read(priya.key, { zone: null }), read(marcus.key, { zone: null })];
    expect(observeHours([], readings, priya, NOW)).toMatchObject([{ person: priya.key, zone: LONDON }]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, type Span, WEEKDAYS } from '../../../src/domain/time/time';
import { type CalendarShown, timesThatHold, weeksAround } from '../../../src/domain/time/time-that-holds';
import { USUAL_WEEK, type WeekOfWork } from '../../../src/domain/time/working-days';
import { instantAt, localDate, localMinute } from '../../../src/domain/time/zone';
import { naiveTimes } from '../naive/naive-times';

const OWNER = 'Europe/London';
const utc = (text: string) => Date.parse(`${text}:00Z`);
/** A Friday. */
const NOW = utc('2026-11-20T15:40');
const NEAR = utc('2026-11-23T15:30');
const MINUTES = { short: 10, whole: 30 };

const weekIn = (zone: string, more: Partial<WeekOfWork> = {}): WeekOfWork => ({
  ...USUAL_WEEK,
  ...{ zone, holidays: new Set<string>(), ...more },
});
const calendar = (taken: readonly Span[] = [], week = weekIn(OWNER)): CalendarShown => ({ taken, week });
const wanted = { now: NOW, zone: OWNER, minutes: MINUTES, near: NEAR };
const lasting = (text: string, minutes: number): Span => ({
  start: utc(text),
  end: utc(text) + minutes * MINUTE,
});

describe('Times of the week that would hold', () => {
  test('are the shorter one nearest to the usual time, and one of the usual length on another day', () => {
    expect(timesThatHold(wanted, [calendar(), calendar()])).toEqual([
      lasting('2026-11-23T15:30', 10),
      lasting('2026-11-24T15:30', 30),
    ]);
  });

  const WEEKS = [-3, -2, -1, 0, 1, 2];
  test.each(WEEKS.flatMap((week) => ['owner', 'other'].map((whose) => ({ week, whose }))))(
    'are none that was, or is, taken in one of six weeks ($week, $whose)',
    ({ week, whose }) => {
      const day = utc('2026-11-23T00:00') + week * 7 * DAY;
      const taken = [{ start: day + 15 * HOUR, end: day + 16 * HOUR }];
      const calendars = [calendar(whose === 'owner' ? taken : []), calendar(whose === 'other' ? taken : [])];
      const [first] = timesThatHold(wanted, calendars);
      expect(first).toEqual(lasting('2026-11-24T15:30', 10));
    },
  );

  test('are only where both work, by the clocks of each', () => {
    const newYork = weekIn('America/New_York', { days: ['tuesday', 'thursday'] });
    const times = timesThatHold({ ...wanted, near: utc('2026-11-23T09:00') }, [
      calendar(),
      calendar([], newYork),
    ]);
    expect(times).toEqual([lasting('2026-11-24T14:00', 10), lasting('2026-11-26T14:00', 30)]);
  });

  test('pass over a day off in the weeks that come, and not over one that is past', () => {
    const off = (date: string) => calendar([], weekIn(OWNER, { holidays: new Set([date]) }));
    expect(timesThatHold(wanted, [calendar(), off('2026-11-30')])[0]).toEqual(
      lasting('2026-11-24T15:30', 10),
    );
    expect(timesThatHold(wanted, [calendar(), off('2026-11-16')])[0]).toEqual(
      lasting('2026-11-23T15:30', 10),
    );
  });

  test('are the same time of the day on both sides of a change of the clocks', () => {
    const before = utc('2027-03-22T12:00');
    const near = utc('2027-03-22T15:00');
    const times = timesThatHold({ ...wanted, now: before, near }, [calendar(), calendar()]);
    expect(times[0]).toEqual(lasting('2027-03-23T15:00', 10));
    // The week after, 15:00 in London is 14:00 in UTC: taken then, the day is out.
    const taken = [lasting('2027-03-30T14:00', 10)];
    expect(timesThatHold({ ...wanted, now: before, near }, [calendar(taken)])[0]).toEqual(
      lasting('2027-03-24T15:00', 10),
    );
  });

  test('are none where everything is taken, and two short ones where nothing longer is free', () => {
    const { start, end } = weeksAround(NOW, OWNER);
    expect(timesThatHold(wanted, [calendar([{ start, end }]), calendar()])).toEqual([]);
    const short = weekIn(OWNER, { startMinute: 600, endMinute: 610 });
    expect(timesThatHold(wanted, [calendar(), calendar([], short)])).toEqual([
      lasting('2026-11-23T10:00', 10),
      lasting('2026-11-24T10:00', 10),
    ]);
  });

  const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
  /** Around no change of clocks, and around each of those of spring and autumn. */
  const nows = fc
    .tuple(fc.constantFrom('2026-11-20', '2026-10-20', '2027-03-12', '2027-03-26'), fc.nat(24 * 60 * 3))
    .map(([date, minute]) => instantAt(date, minute, 'UTC'));

  const calendarAround = (now: number): fc.Arbitrary<CalendarShown> => {
    const tick = fc.integer({ min: -25 * 288, max: 25 * 288 });
    const floor = Math.floor(now / (5 * MINUTE)) * 5 * MINUTE;
    const spans = (most: number) =>
      fc.array(
        fc.tuple(tick, fc.integer({ min: 1, max: 60 })).map(([from, long]) => ({
          start: floor + from * 5 * MINUTE,
          end: floor + (from + long) * 5 * MINUTE,
        })),
        { maxLength: most },
      );
    const weekly = fc
      .array(fc.tuple(fc.nat(7 * 96), fc.integer({ min: 1, max: 24 })), { maxLength: 8 })
      .map((all) =>
        all.flatMap(([slot, long]) =>
          [-3, -2, -1, 0, 1, 2].map((week) => {
            const start = floor + (week * 7 * 96 + slot) * 15 * MINUTE;
            return { start, end: start + long * 15 * MINUTE };
          }),
        ),
      );
    return fc
      .record({
        ...{ single: spans(40), weekly, away: spans(3), zone: zones },
        days: fc.subarray([...WEEKDAYS], { minLength: 3 }),
        hours: fc.tuple(fc.integer({ min: 12, max: 22 }), fc.integer({ min: 24, max: 44 })),
        off: fc.array(fc.integer({ min: -20, max: 21 }), { maxLength: 3 }),
      })
      .map(({ single, weekly: again, away, zone, days, hours: [from, to], off }) => ({
        taken: [...single, ...again],
        week: {
          ...{ zone, days, away, startMinute: from * 30, endMinute: to * 30 },
          holidays: new Set(off.map((day) => localDate(now + day * DAY, zone))),
        },
      }));
  };

  test('are those that a plain reading of six weeks finds, whatever the calendars, hours, zones and clocks', () => {
    const world = nows.chain((now) =>
      fc.record({
        now: fc.constant(now),
        near: fc.nat(7 * 96).map((quarter) => now + quarter * 15 * MINUTE),
        calendars: fc.tuple(calendarAround(now), calendarAround(now)),
      }),
    );
    let found = 0;
    fc.assert(
      fc.property(world, zones, ({ now, near, calendars: [own, other] }, zone) => {
        const calendars = [{ ...own, week: { ...own.week, zone } }, other];
        const asked = { now, near, zone, minutes: MINUTES };
        const times = timesThatHold(asked, calendars);
        found += times.length;
        expect(times).toEqual(naiveTimes(asked, calendars));
        for (const { start, end } of times) {
          expect(start).toBeGreaterThan(now);
          expect(localMinute(start, zone) % 15).toBe(0);
          expect([10, 30]).toContain((end - start) / MINUTE);
        }
      }),
      { numRuns: 20 },
    );
    expect(found).toBeGreaterThan(10);
  }, 60_000);
});

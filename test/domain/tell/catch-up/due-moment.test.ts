import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { TheirRhythm } from '../../../../src/domain/facts/entered/rhythm';
import { dueMoment } from '../../../../src/domain/tell/catch-up/due-moment';
import { addDays, weekdayOf } from '../../../../src/domain/time/days';
import { DAY, HOUR, WEEKDAYS } from '../../../../src/domain/time/time';
import { USUAL_WEEK, type WeekOfWork } from '../../../../src/domain/time/working-days';
import { instantAt, localDate } from '../../../../src/domain/time/zone';
import { utc } from '../../builders/readings';

const NEW_YORK = 'America/New_York';
const week = (more: Partial<WeekOfWork> = {}): WeekOfWork => ({
  ...USUAL_WEEK,
  ...{ zone: NEW_YORK, holidays: new Set(), ...more },
});
const DAILY: TheirRhythm = { often: 'daily' };
const FRIDAYS: TheirRhythm = { often: 'weekly', weekday: 'friday' };

describe('What is told in a rhythm (13.5)', () => {
  test.each([
    [
      'with each miss it is due at once',
      { often: 'each-miss' },
      '2026-11-18T20:00',
      week(),
      '2026-11-18T20:00',
    ],
    [
      'daily it is due the next morning at nine, theirs',
      DAILY,
      '2026-11-18T20:00',
      week(),
      '2026-11-19T14:00',
    ],
    [
      'what came about just before nine is due at nine',
      DAILY,
      '2026-11-19T13:59',
      week(),
      '2026-11-19T14:00',
    ],
    ['what came about at nine waits for the next one', DAILY, '2026-11-19T14:00', week(), '2026-11-20T14:00'],
    ['daily, of a Friday evening, on Monday', DAILY, '2026-11-20T23:00', week(), '2026-11-23T14:00'],
    ['weekly on its day', FRIDAYS, '2026-11-18T20:00', week(), '2026-11-20T14:00'],
    ['weekly, of its afternoon, in a week', FRIDAYS, '2026-11-20T20:00', week(), '2026-11-27T14:00'],
    [
      'where its day is a holiday, on the next day that they work',
      FRIDAYS,
      '2026-11-26T20:00',
      week({ holidays: new Set(['2026-11-27']) }),
      '2026-11-30T14:00',
    ],
    [
      'what came about on that day off is due with it',
      FRIDAYS,
      '2026-11-28T20:00',
      week({ holidays: new Set(['2026-11-27']) }),
      '2026-11-30T14:00',
    ],
    [
      'where they are away, on the day they are back',
      FRIDAYS,
      '2026-11-18T20:00',
      week({ away: [{ start: utc('2026-11-19T00:00'), end: utc('2026-12-08T05:00') }] }),
      '2026-12-08T14:00',
    ],
    [
      'on a Sunday where they work on Sundays',
      { often: 'weekly', weekday: 'sunday' },
      '2026-11-18T20:00',
      week({ days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'] }),
      '2026-11-22T14:00',
    ],
    [
      'on a Sunday nobody works, on Monday',
      { often: 'weekly', weekday: 'sunday' },
      '2026-11-18T20:00',
      week(),
      '2026-11-23T14:00',
    ],
    [
      'over a change of clocks at nine on their clocks',
      FRIDAYS,
      '2026-10-30T20:00',
      week(),
      '2026-11-06T14:00',
    ],
    ['before that change an hour earlier in UTC', FRIDAYS, '2026-10-28T20:00', week(), '2026-10-30T13:00'],
    [
      'in a zone that nobody knows by UTC',
      FRIDAYS,
      '2026-11-18T20:00',
      week({ zone: 'Nowhere/Land' }),
      '2026-11-20T09:00',
    ],
    [
      'of somebody who never works on its day',
      FRIDAYS,
      '2026-11-18T20:00',
      week({ days: [] }),
      '2026-11-20T14:00',
    ],
  ] as const)('13.5 %s', (_, pace, at, theirs, due) => {
    expect(new Date(dueMoment(pace, utc(at), theirs)).toISOString().slice(0, 16)).toBe(due);
  });

  test('13.5 it is due from the first of all mornings after it that a walk over the calendar finds', () => {
    const off = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom<TheirRhythm>(
          DAILY,
          ...WEEKDAYS.map((weekday): TheirRhythm => ({ often: 'weekly', weekday })),
        ),
        fc.integer({ min: 15 * 24, max: 25 * 24 }),
        off,
        fc.constantFrom(NEW_YORK, 'Europe/London', 'Asia/Kolkata', 'Pacific/Auckland'),
        (pace, hours, days, zone) => {
          const first = utc('2026-10-20T00:00');
          const at = first + hours * HOUR + 1;
          const holidays = new Set(days.map((day) => addDays('2026-10-20', day)));
          const theirs = week({ zone, holidays });
          const works = (date: string) =>
            !['saturday', 'sunday'].includes(weekdayOf(date)) && !holidays.has(date);
          const moments: number[] = [];
          for (let day = 0; day < 90; day++) {
            let date = addDays(localDate(first, zone), day);
            if (pace.often === 'weekly' && weekdayOf(date) !== pace.weekday) continue;
            while (!works(date)) date = addDays(date, 1);
            moments.push(instantAt(date, 540, zone));
          }
          const due = moments.sort((a, b) => a - b).find((moment) => moment > at);
          expect(dueMoment(pace, at, theirs)).toBe(due);
          expect((due ?? 0) - at).toBeLessThan(90 * DAY);
        },
      ),
      { numRuns: 500 },
    );
  });
});

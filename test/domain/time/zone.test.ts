import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDay, isoMonday, weekdayOf } from '../../../src/domain/time/days';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time/time';
import {
  instantAt,
  isKnownZone,
  localDate,
  localDay,
  localDays,
  localMinute,
  offsetAt,
} from '../../../src/domain/time/zone';

const utc = (text: string): number => Date.parse(`${text}Z`);
const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
];
const instants = fc.integer({ min: utc('2000-01-01T00:00'), max: utc('2040-01-01T00:00') });
const zones = fc.constantFrom(...ZONES);

describe('local times', () => {
  test.each([
    ['2026-10-25T00:30', 'Europe/London', '2026-10-25', 90],
    ['2026-10-25T01:30', 'Europe/London', '2026-10-25', 90],
    ['2026-11-20T23:59', 'America/New_York', '2026-11-20', 18 * 60 + 59],
    ['2026-11-20T03:00', 'America/New_York', '2026-11-19', 22 * 60],
    ['2026-11-20T18:31', 'Asia/Kolkata', '2026-11-21', 1],
    ['2026-11-20T18:15', 'Asia/Kathmandu', '2026-11-21', 0],
  ])('%s is in %s the %s, minute %i', (at, zone, date, minute) => {
    expect(localDate(utc(at), zone)).toBe(date);
    expect(localMinute(utc(at), zone)).toBe(minute);
  });

  test.each([
    ['a time the clocks skip is shifted forward', '2026-03-29', 90, 'Europe/London', '2026-03-29T01:30'],
    ['a time shown twice is the first', '2026-10-25', 90, 'Europe/London', '2026-10-25T00:30'],
    ['skipped in New York', '2026-03-08', 150, 'America/New_York', '2026-03-08T07:30'],
    ['twice in New York', '2026-11-01', 90, 'America/New_York', '2026-11-01T05:30'],
    ['half an hour skipped', '2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:45'],
    ['a whole day skipped', '2011-12-30', 540, 'Pacific/Apia', '2011-12-30T19:00'],
    ['minute 1440 is the next midnight', '2026-10-25', 1440, 'Europe/London', '2026-10-26T00:00'],
  ])('%s: %s %i in %s', (_, date, minute, zone, at) => {
    expect(new Date(instantAt(date, minute, zone)).toISOString().slice(0, 16)).toBe(at);
  });

  test('a day is written as everywhere, from year 1 to 9999; what lies beyond is drawn to the nearer end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(dateOfDay(day)).toBe(new Date(day * DAY).toISOString().slice(0, 10));
      }),
    );
    expect([-1e9, 1e9, Number.NaN].map(dateOfDay)).toEqual(['0001-01-01', '9999-12-31', '1970-01-01']);
  });

  test('the days of many instants are those of each, in whatever order they are read', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(instants, fc.double()), { maxLength: 60 }), zones, (all, zone) => {
        expect(all.map(localDays(zone))).toEqual(all.map((at) => localDay(at, zone)));
      }),
    );
  });

  test('an instant comes back from its local date and minute, but for the hour that is shown twice', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const at = Math.floor(instant / MINUTE) * MINUTE;
        const back = instantAt(localDate(at, zone), localMinute(at, zone), zone);
        if (back === at) return;
        expect(back).toBeLessThan(at);
        expect(localDate(back, zone)).toBe(localDate(at, zone));
        expect(localMinute(back, zone)).toBe(localMinute(at, zone));
      }),
    );
  });

  test('the remembered offsets are those of Intl itself', () => {
    const asked = new Map(
      ZONES.map((zone) => [
        zone,
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
      ]),
    );
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const shown = (asked.get(zone) as Intl.DateTimeFormat).format(instant).replace(' ', 'T');
        expect(offsetAt(instant, zone)).toBe(utc(shown) - Math.floor(instant / 1000) * 1000);
      }),
      { numRuns: 500 },
    );
  });

  test('a zone nobody knows reads as UTC and says so', () => {
    expect(isKnownZone('Customized Time Zone')).toBe(false);
    expect(isKnownZone('')).toBe(false);
    expect(isKnownZone('Europe/London')).toBe(true);
    expect(localDate(utc('2026-11-20T23:00'), 'tzone://Microsoft/Custom')).toBe('2026-11-20');
  });

  test('no instant whatever makes it throw', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, -1e300, 1e300]) {
      expect(localDate(at, 'Europe/London')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(localMinute(at, 'Europe/London')).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('days', () => {
  test.each([
    ['2026-11-20', 'friday', '2026-11-16'],
    ['2026-11-16', 'monday', '2026-11-16'],
    ['2026-11-22', 'sunday', '2026-11-16'],
    ['2027-01-01', 'friday', '2026-12-28'],
    ['1969-12-31', 'wednesday', '1969-12-29'],
  ])('%s is a %s of the week of %s', (date, weekday, monday) => {
    expect(weekdayOf(date)).toBe(weekday);
    expect(isoMonday(date)).toBe(monday);
  });

  test('adding days knows leap years and goes both ways', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays(addDays('2026-11-20', 400), -400)).toBe('2026-11-20');
  });

  test('a clock change does not move the day', () => {
    const noon = instantAt('2026-10-25', 12 * 60, 'Europe/London');
    expect(noon - instantAt('2026-10-24', 12 * 60, 'Europe/London')).toBe(DAY + HOUR);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../../src/domain/time/days';
import { DAY, MINUTE } from '../../../src/domain/time/time';
import { USUAL_WEEK, type WeekOfWork, workingDeadline } from '../../../src/domain/time/working-days';
import { instantAt, localDate, localMinute } from '../../../src/domain/time/zone';

const utc = (text: string): number => Date.parse(`${text}Z`);
const week = (zone: string, ...holidays: readonly string[]): WeekOfWork => ({
  ...USUAL_WEEK,
  zone,
  holidays: new Set(holidays),
});
const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 16);

const endOfWorkingDay = (...asked: Parameters<typeof workingDeadline>): number | null =>
  workingDeadline(...asked)?.at ?? null;

/** A plain second reading: of each piece between two edges either all of it is away, or nothing. */
function isWorkingDay(date: string, { zone, days, startMinute, endMinute, holidays, away }: WeekOfWork) {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
    utc(`${date}T12:00`),
  );
  if (holidays.has(date) || !days.some((day) => day === weekday.toLowerCase())) return false;
  const [from, to] = [instantAt(date, startMinute, zone), instantAt(date, endMinute, zone)];
  const edges = [...new Set([from, to, ...away.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b);
  const gone = edges.slice(1).reduce((sum, end, at) => {
    const start = edges[at] ?? end;
    return away.some((one) => one.start <= start && one.end >= end) ? sum + end - start : sum;
  }, 0);
  return gone === 0 || gone * 2 < to - from;
}

const NEW_YORK = 'America/New_York';
const LONDON = 'Europe/London';

describe('The end of the n-th working day after somebody was asked', () => {
  test.each([
    [
      'story 16: the holiday of Wed 11 Nov is theirs',
      '2026-11-10T16:00',
      3,
      NEW_YORK,
      ['2026-11-11'],
      '2026-11-16T22:00',
    ],
    ['the same without the holiday', '2026-11-10T16:00', 3, NEW_YORK, [], '2026-11-13T22:00'],
    ['the same asked of somebody in London', '2026-11-10T16:00', 3, LONDON, [], '2026-11-13T17:00'],
    ['asked on a Friday evening', '2026-11-13T23:00', 1, LONDON, [], '2026-11-16T17:00'],
    [
      'late in London is still the same day in New York',
      '2026-11-11T02:00',
      1,
      NEW_YORK,
      [],
      '2026-11-11T22:00',
    ],
    ['asked on a Sunday', '2026-11-15T12:00', 1, LONDON, [], '2026-11-16T17:00'],
    ['asked on their holiday', '2026-11-11T16:00', 1, NEW_YORK, ['2026-11-11'], '2026-11-12T22:00'],
    [
      'over the end of summer time, the clocks of that day',
      '2026-10-30T12:00',
      1,
      NEW_YORK,
      [],
      '2026-11-02T22:00',
    ],
    ['the day before the clocks change', '2026-10-29T12:00', 1, NEW_YORK, [], '2026-10-30T21:00'],
    [
      'ahead of the owner: Auckland is a day on',
      '2026-11-10T16:00',
      1,
      'Pacific/Auckland',
      [],
      '2026-11-12T04:00',
    ],
    ['over the new year', '2026-12-30T12:00', 2, LONDON, ['2027-01-01'], '2027-01-04T17:00'],
  ])('%s', (_, asked, days, zone, holidays, end) => {
    expect(iso(endOfWorkingDay(utc(asked), days, week(zone, ...holidays)))).toBe(end);
  });

  test('11.4 their own week counts where it is known; it ends at 17:00, theirs, whatever hours they keep', () => {
    const sunday: WeekOfWork = {
      ...week('Asia/Dubai'),
      days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
      endMinute: 16 * 60 + 30,
    };
    expect(iso(endOfWorkingDay(utc('2026-11-12T12:00'), 1, sunday))).toBe('2026-11-15T13:00');
  });

  const span = (start: string, end: string) => ({ start: utc(start), end: utc(end) });

  test.each([
    ['a whole day away moves it on', [span('2026-11-12T00:00', '2026-11-13T00:00')], '2026-11-16T17:00', 1],
    ['half of the day is away', [span('2026-11-12T13:00', '2026-11-12T18:00')], '2026-11-16T17:00', 1],
    ['less than half is not', [span('2026-11-12T13:01', '2026-11-12T18:00')], '2026-11-13T17:00', 0],
    [
      'two sources that speak of the same hours count them once',
      [span('2026-11-12T14:00', '2026-11-12T17:00'), span('2026-11-12T14:00', '2026-11-12T17:00')],
      '2026-11-13T17:00',
      0,
    ],
    [
      'hours of the morning and of the afternoon make half a day',
      [span('2026-11-12T15:00', '2026-11-12T17:00'), span('2026-11-12T09:00', '2026-11-12T11:00')],
      '2026-11-16T17:00',
      1,
    ],
    ['only outside their hours', [span('2026-11-12T17:00', '2026-11-13T09:00')], '2026-11-13T17:00', 0],
    ['away on the day of asking', [span('2026-11-10T00:00', '2026-11-11T00:00')], '2026-11-13T17:00', 0],
    ['away over a weekend', [span('2026-11-13T00:00', '2026-11-17T00:00')], '2026-11-17T17:00', 2],
  ])('4.3: %s', (_, away, end, off) => {
    const theirs = { ...week(LONDON), away };
    expect(iso(endOfWorkingDay(utc('2026-11-10T16:00'), 3, theirs))).toBe(end);
    expect(workingDeadline(utc('2026-11-10T16:00'), 3, theirs)?.off.length).toBe(off);
  });

  test.each([
    ['no days', utc('2026-11-10T16:00'), 0, week(LONDON)],
    ['half a day', utc('2026-11-10T16:00'), 1.5, week(LONDON)],
    ['not a number', utc('2026-11-10T16:00'), Number.NaN, week(LONDON)],
    ['a zone nobody knows', utc('2026-11-10T16:00'), 1, week('Mars/Olympus')],
    ['somebody who never works', utc('2026-11-10T16:00'), 1, { ...week(LONDON), days: [] }],
  ])('there is none for %s', (_, asked, days, theirs) => {
    expect(endOfWorkingDay(asked, days, theirs)).toBeNull();
  });

  const zones = fc.constantFrom(
    ...['UTC', LONDON, NEW_YORK, 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
    ...['Pacific/Apia', 'Pacific/Auckland', 'Africa/Casablanca', 'America/St_Johns'],
  );
  const asking = fc.integer({ min: utc('2015-01-01T00:00'), max: utc('2040-01-01T00:00') });
  const days = fc.integer({ min: 1, max: 30 });
  const offDays = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });

  test('in any zone it is their closing time on a day they work, with exactly so many working days gone', () => {
    fc.assert(
      fc.property(asking, days, zones, offDays, (asked, count, zone, off) => {
        const today = localDate(asked, zone);
        const theirs = week(zone, ...off.map((ahead) => addDays(today, ahead)));
        const end = endOfWorkingDay(asked, count, theirs);
        if (end === null) throw new Error('no end');
        const date = localDate(end, zone);
        expect(localMinute(end, zone)).toBe(USUAL_WEEK.endMinute);
        expect(isWorkingDay(date, theirs)).toBe(true);
        const between = Array.from({ length: dayNumber(date) - dayNumber(today) }, (_, ahead) =>
          addDays(today, ahead + 1),
        );
        expect(between.filter((day) => isWorkingDay(day, theirs))).toHaveLength(count);
        // Whatever the clocks do in between, nobody gets less than the night and the day after it.
        expect(end - asked).toBeGreaterThan(15 * 60 * MINUTE);
      }),
    );
  });

  test('away in whatever pieces: as many working days go by, the days left out are said, and it is never earlier', () => {
    const pieces = fc.array(
      fc.record({
        from: fc.integer({ min: -2 * DAY, max: 50 * DAY }),
        long: fc.integer({ min: 0, max: 9 * DAY }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(asking, days, zones, offDays, pieces, (asked, count, zone, off, gone) => {
        const today = localDate(asked, zone);
        const plain = week(zone, ...off.map((ahead) => addDays(today, ahead)));
        const away = gone.map(({ from, long }) => ({ start: asked + from, end: asked + from + long }));
        const theirs = { ...plain, away };
        const found = workingDeadline(asked, count, theirs);
        if (found === null) throw new Error('no end');
        const date = localDate(found.at, zone);
        const between = Array.from({ length: dayNumber(date) - dayNumber(today) }, (_, ahead) =>
          addDays(today, ahead + 1),
        );
        const worked = between.filter((day) => isWorkingDay(day, theirs));
        expect(worked).toHaveLength(count);
        expect(worked.at(-1)).toBe(date);
        const inWeek = between.filter((day) => isWorkingDay(day, week(zone)));
        expect(found.off.map((one) => one.date)).toEqual(inWeek.filter((day) => !worked.includes(day)));
        expect(found.at).toBeGreaterThanOrEqual(endOfWorkingDay(asked, count, plain) ?? 0);
        // In which order and how often it was told makes no difference.
        expect(workingDeadline(asked, count, { ...theirs, away: [...away, ...away].reverse() })).toEqual(
          found,
        );
      }),
    );
  });

  test('asked later, or with more days, or with more holidays, it is never earlier', () => {
    fc.assert(
      fc.property(asking, days, zones, offDays, fc.nat(5 * DAY), (asked, count, zone, off, later) => {
        const today = localDate(asked, zone);
        const plain = week(zone);
        const end = endOfWorkingDay(asked, count, plain) ?? 0;
        expect(endOfWorkingDay(asked + later, count, plain)).toBeGreaterThanOrEqual(end);
        expect(endOfWorkingDay(asked, count + 1, plain)).toBeGreaterThan(end);
        const free = week(zone, ...off.map((ahead) => addDays(today, ahead)));
        expect(endOfWorkingDay(asked, count, free)).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});

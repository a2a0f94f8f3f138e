import { dateOfDay, dayNumber } from '../../domain/time/days';
import { wordsOf } from './written-time';

/** A day that three numbers mean: in this order, of this calendar. null: there is no such day. */
export type DayReader = (numbers: readonly [string, string, string]) => number | null;

/** The orders in which languages write day, month and year. */
const ORDERS = ['dmy', 'mdy', 'ymd', 'ydm'] as const;
type Order = (typeof ORDERS)[number];

type Numbers = readonly [string, string, string];

function inOrder(numbers: Numbers, order: Order): { year: string; month: string; day: string } | null {
  const [year = '', month = '', day = ''] = ['y', 'm', 'd'].map((part) => numbers[order.indexOf(part)]);
  return month.length > 2 || day.length > 2 ? null : { year, month, day };
}

/** What languages write by themselves, but for two. */
export const GREGORIAN: readonly DayReader[] = ORDERS.map((order) => (numbers) => {
  const found = inOrder(numbers, order);
  if (found === null || (found.year.length !== 4 && found.year.length !== 2)) return null;
  const { year, month, day } = found;
  const date = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const number = dayNumber(date);
  // 31 April is read as 1 May by some engines: then the day is not that day.
  return Number.isNaN(number) || dateOfDay(number) !== date ? null : number;
});

/** How far from the chosen occurrence a day of another calendar is looked for. */
const NEAR = 3;

const knownReaders = new Map<number, readonly DayReader[]>();

/** The readers of every other calendar that `Intl` has, for the days around this one. */
export function otherCalendars(around: number): readonly DayReader[] {
  const known = knownReaders.get(around);
  if (known !== undefined) return known;
  const readers = others().flatMap((calendar) => {
    const days = daysOf(calendar, around);
    return ORDERS.map(
      (order): DayReader =>
        (numbers) => {
          const found = inOrder(numbers, order);
          return found === null ? null : (days.get(keyOf(found.year, found.month, found.day)) ?? null);
        },
    );
  });
  knownReaders.clear();
  knownReaders.set(around, readers);
  return readers;
}

const keyOf = (...numbers: readonly string[]): string => numbers.map(Number).join('-');

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(calendar: string): Intl.DateTimeFormat {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      ...{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' },
    });
  formats.set(calendar, format);
  return format;
}

/** Years are written whole, or by their last two digits. */
function daysOf(calendar: string, around: number): ReadonlyMap<string, number> {
  const format = formatOf(calendar);
  const days = new Map<string, number>();
  for (let day = around - NEAR; day <= around + NEAR; day += 1) {
    const parts = new Map<string, string>(
      format.formatToParts(Date.parse(dateOfDay(day))).map(({ type, value }) => [type, value]),
    );
    const [year, month, date] = [
      parts.get('year') ?? parts.get('relatedYear'),
      parts.get('month'),
      parts.get('day'),
    ];
    if (year === undefined || month === undefined || date === undefined) continue;
    days.set(keyOf(year, month, date), day);
    days.set(keyOf(year.slice(-2), month, date), day);
  }
  return days;
}

const others = (): readonly string[] =>
  Intl.supportedValuesOf('calendar').filter((calendar) => calendar !== 'gregory' && calendar !== 'iso8601');

const ERA_STYLES = ['short', 'narrow'] as const;
/** Languages whose people use other calendars, and those in which most files are. */
const ERA_LANGUAGES = ['en', 'ja', 'zh-Hant', 'th', 'fa', 'ar', 'ur', 'hi'];
/** In some calendars an era is called like the morning. */
const NO_ERA = new Set(['', 'am', 'pm']);
let knownEras: ReadonlySet<string> | null = null;

/** What languages call the eras of other calendars in which we live, folded as words of a cell are. */
export function otherEras(): ReadonlySet<string> {
  if (knownEras !== null) return knownEras;
  const words = others().flatMap((calendar) =>
    ERA_LANGUAGES.flatMap((language) =>
      ERA_STYLES.flatMap((era) =>
        new Intl.DateTimeFormat(`${language}-u-ca-${calendar}`, { era, year: 'numeric', timeZone: 'UTC' })
          .formatToParts(Date.UTC(2026, 0, 1))
          .flatMap(({ type, value }) => (type === 'era' ? wordsOf(value).join('') : [])),
      ),
    ),
  );
  knownEras = new Set(words.filter((word) => !NO_ERA.has(word)));
  return knownEras;
}

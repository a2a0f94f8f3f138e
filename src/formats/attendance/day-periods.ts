import type { WrittenTime } from './written-time';
import { wordsOf } from './written-time';

/** The hour of the day that a written time means; null where this voice does not know its words. */
export type Voice = (time: WrittenTime) => number | null;

/** Of one language: at which hours it writes which word, and the words that say nothing about the hour. */
interface Language {
  readonly periods: ReadonlyMap<string, ReadonlySet<number>>;
  readonly fillers: ReadonlySet<string>;
}

/**
 * Every way to tell the hours of these times, one for each that differs. What "in the evening" means is learned from
 * what `Intl` writes in each language; all words of a file are in one language.
 */
export function voicesOf(
  written: readonly WrittenTime[],
  eras: ReadonlySet<string> = NONE,
): readonly Voice[] {
  const times = eras.size === 0 ? written : written.map((time) => withoutEras(time, eras));
  const voices = voicesOfWords(times);
  return eras.size === 0 ? voices : voices.map((voice) => (time) => voice(withoutEras(time, eras)));
}

const NONE: ReadonlySet<string> = new Set();

const withoutEras = (time: WrittenTime, eras: ReadonlySet<string>): WrittenTime => {
  const rest = (words: string) =>
    words
      .split(' ')
      .filter((word) => !eras.has(word))
      .join(' ');
  return { ...time, before: rest(time.before), after: rest(time.after) };
};

function voicesOfWords(times: readonly WrittenTime[]): readonly Voice[] {
  const each = new Map(times.map((time) => [keyOf(time), time]));
  const kinds = [...each.values()];
  if (kinds.every(({ before, after }) => before === '' && after === '')) return [clockOf24];
  if (each.size > MOST_KINDS) return [];
  const english = voicesIn(languageOf('en'), kinds, true);
  const found = english.length > 0 ? english : languages().flatMap((one) => voicesIn(one, kinds, false));
  if (found.length > 0) return distinct(found, kinds);
  // Words nobody knows beside hours that a clock of twelve does not have.
  return times.some(({ hour }) => hour > 12) ? [clockOf24] : [];
}

/** Different words and hours in one file; a day has 24 hours, and no language more than ten words for them. */
const MOST_KINDS = 500;

const keyOf = ({ before, after, hour }: WrittenTime): string => `${before}|${after}|${hour}`;
const clockOf24: Voice = ({ hour }) => hour % 24;

function distinct(hours: readonly ReadonlyMap<string, number>[], kinds: readonly WrittenTime[]): Voice[] {
  const unlike = new Map(hours.map((one) => [kinds.map((kind) => one.get(keyOf(kind))).join(), one]));
  return [...unlike.values()].map((one) => (time) => one.get(keyOf(time)) ?? null);
}

/** One reading, two where a word stands for both halves of the day, none where a word is unknown. */
function voicesIn(
  language: Language,
  kinds: readonly WrittenTime[],
  strictly: boolean,
): ReadonlyMap<string, number>[] {
  const [early, late] = [new Map<string, number>(), new Map<string, number>()];
  for (const time of kinds) {
    const said = [time.before, time.after].map((words) => saidBy(words, language, strictly));
    if (said.includes(null)) return [];
    const sets = said.filter((one) => one !== 'nothing' && one !== null);
    const hours = sets.length === 0 || time.hour > 12 ? [time.hour % 24] : halvesOf(time.hour, sets);
    const [first, last] = [hours[0], hours.at(-1)];
    if (first === undefined || last === undefined) return [];
    early.set(keyOf(time), first);
    late.set(keyOf(time), last);
  }
  return [early, late];
}

const halvesOf = (hour: number, sets: readonly ReadonlySet<number>[]): readonly number[] =>
  [hour % 12, (hour % 12) + 12].filter((one) => sets.every((set) => set.has(one)));

/** The hours of the words, `nothing` where they only stand between day and time, null where they are unknown. */
function saidBy(
  words: string,
  { periods, fillers }: Language,
  strictly: boolean,
): ReadonlySet<number> | 'nothing' | null {
  if (words === '') return 'nothing';
  const joined = words.replaceAll(' ', '');
  const whole = periods.get(joined);
  if (whole !== undefined) return whole;
  if (strictly) return null;
  if (fillers.has(joined) || words.split(' ').every((word) => fillers.has(word))) return 'nothing';
  for (const filler of fillers) {
    const rest = joined.startsWith(filler)
      ? joined.slice(filler.length)
      : joined.endsWith(filler)
        ? joined.slice(0, -filler.length)
        : '';
    const found = periods.get(rest);
    if (found !== undefined) return found;
  }
  return null;
}

let all: readonly Language[] | null = null;
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every language of two letters that `Intl` has, in the scripts that several are written in. */
function languages(): readonly Language[] {
  if (all === null) {
    const codes = ALPHABET.flatMap((a) => ALPHABET.map((b) => a + b));
    const known = [...Intl.DateTimeFormat.supportedLocalesOf(codes), 'fil', 'kok'];
    const scripts = ['Hant', 'Latn', 'Cyrl', 'Arab'].flatMap((script) =>
      known
        .map((code) => new Intl.Locale(code, { script }).baseName)
        .filter((tag) => resolved(tag).includes(script)),
    );
    all = [...known, ...scripts].map(languageOf);
  }
  return all;
}

const resolved = (tag: string): string => new Intl.DateTimeFormat(tag).resolvedOptions().locale;

const UTC = 'UTC';
const CLOCK = { hour: 'numeric', minute: 'numeric', second: 'numeric', timeZone: UTC } as const;
/** `PM`; `in the afternoon`, as some languages write it without being asked; `noon` at that minute alone. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { ...CLOCK, hour12: true },
  ...(['short', 'long', 'narrow'] as const).map((dayPeriod) => ({ ...CLOCK, hour12: true, dayPeriod })),
];
const WHOLE: readonly Intl.DateTimeFormatOptions[] = [
  ...[true, false].map((hour12) => ({
    ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour12 } as const),
    ...CLOCK,
  })),
  ...(['short', 'medium', 'long', 'full'] as const).map((dateStyle) => ({
    ...{ dateStyle, timeStyle: 'medium' as const, timeZone: UTC },
  })),
];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function languageOf(tag: string): Language {
  const periods = new Map<string, Set<number>>();
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(tag, style);
    for (const hour of HOURS) {
      for (const minute of hour % 12 === 0 ? [0, 30] : [30]) {
        for (const { type, value } of format.formatToParts(Date.UTC(2026, 10, 23, hour, minute))) {
          const word = type === 'dayPeriod' ? wordsOf(value).join('') : '';
          if (word !== '') periods.set(word, (periods.get(word) ?? new Set()).add(hour));
        }
      }
    }
  }
  const literals = WHOLE.flatMap((style) =>
    new Intl.DateTimeFormat(tag, style)
      .formatToParts(Date.UTC(2026, 10, 23, 9, 30))
      .filter(({ type }) => type === 'literal')
      .flatMap(({ value }) => [...wordsOf(value), wordsOf(value).join('')]),
  );
  return { periods, fillers: new Set(literals.filter((word) => word !== '' && !periods.has(word))) };
}

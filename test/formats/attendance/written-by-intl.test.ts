import fc from 'fast-check';
import { expect, test } from 'vitest';

import { hourFrom, staysOf, teamsFile, told } from './a-file';

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];
const LOCALES = [
  ...Intl.DateTimeFormat.supportedLocalesOf(ALPHABET.flatMap((a) => ALPHABET.map((b) => a + b))),
  ...['zh-TW', 'zh-HK', 'en-GB', 'en-AU', 'en-CA', 'fr-CA', 'pt-PT', 'es-MX', 'ar-SA', 'ar-EG', 'sr-Latn'],
  ...['uz-Cyrl', 'pa-Arab', 'fil', 'kok', 'ckb', 'chr', 'hsb'],
];
/** Of the languages that Teams has, some of each script and custom. */
const OF_TEAMS = [
  ...['ar', 'bg', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fil', 'fr', 'gl'],
  ...['he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'ko', 'lt', 'lv', 'mk', 'ms', 'nb', 'nl'],
  ...['nn', 'pl', 'pt', 'pt-PT', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sr-Latn', 'sv', 'th', 'tr', 'uk', 'ur'],
  ...['vi', 'zh-CN', 'zh-TW', 'en-GB', 'en-AU', 'en-CA', 'fr-CA', 'es-MX', 'az', 'ky', 'hy', 'uz'],
];
const CYCLES = [undefined, 'h11', 'h12', 'h23', 'h24'] as const;
const NUMBERS = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const CLOCK = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { ...NUMBERS, ...CLOCK },
  { dateStyle: 'short', timeStyle: 'medium' },
];
const asked = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (at: number) => format.format(at);
};
const read = (start: number, write: (at: number) => string) =>
  told(teamsFile(start, write), { occurrenceSpan: hourFrom(start), zone: 'UTC' });

const hour = fc.integer({ min: 0, max: 23 });
const day = fc.integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2029, 11, 30) / 86_400_000 });
const start = fc.tuple(day, hour).map(([days, hours]) => days * 86_400_000 + hours * 3_600_000);

test.each(OF_TEAMS)(
  'every time that Intl writes in %s by itself is read exactly, by night, noon and day',
  (locale) => {
    for (const style of STYLES) {
      for (const at of [0, 12, 20]) {
        for (const days of [Date.UTC(2026, 10 - at / 4, 23 - at)]) {
          const from = days + at * 3_600_000;
          expect([at, read(from, asked(locale, style))]).toEqual([at, staysOf(from)]);
        }
      }
    }
  },
);

test('whatever Intl writes, in any language, calendar, script and cycle of hours, is read exactly or not at all', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.constantFrom(undefined, ...Intl.supportedValuesOf('calendar')),
      fc.constantFrom(
        undefined,
        'arab',
        'arabext',
        'deva',
        'beng',
        'thai',
        'fullwide',
        'hanidec',
        'mymr',
        'tibt',
      ),
      fc.constantFrom(...CYCLES),
      fc.constantFrom<Intl.DateTimeFormatOptions>(...STYLES, { dateStyle: 'long', timeStyle: 'medium' }),
      start,
      (locale, calendar, numberingSystem, hourCycle, style, from) => {
        const options = { ...style, calendar, numberingSystem, hourCycle } as Intl.DateTimeFormatOptions;
        const answer = read(from, asked(locale, options));
        if (typeof answer !== 'string') expect(answer).toEqual(staysOf(from));
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['th', 'buddhist'],
  ['fa', 'persian'],
  ['ar-SA', 'islamic-umalqura'],
  ['ja', 'japanese'],
  ['zh-TW', 'roc'],
] as const)('%s is read by its %s calendar as well', (locale, calendar) => {
  for (const style of STYLES) {
    const from = Date.UTC(2026, 10, 23, 14);
    expect(read(from, asked(locale, { ...style, calendar }))).toEqual(staysOf(from));
  }
});

import { describe, expect, test } from 'vitest';
import { examplesOf } from '../../src/domain/agree/touched';
import { occurrenceOf, read } from '../../src/domain/agree/words-in';
import { normalizedTitle, titleLikeness } from '../../src/domain/facts/things/title';
import { createForgetting } from '../../src/domain/forget/forgetting';
import { likenesses } from '../../src/domain/forget/like-a-name';
import { sayingsOf } from '../../src/domain/forget/name-words';
import { keyOfFile, ledgerFileOf } from '../../src/domain/forget/roaming';
import { couldBe } from '../../src/domain/judge/evidence/namesake';
import { LANGUAGES } from '../../src/domain/language';
import { disguiseOf } from '../../src/domain/tell/disguise';
import { unkindWords } from '../../src/domain/words';
import { readAttendanceFile } from '../../src/formats/attendance/attendance-file';
import { countIn, withPlainDigits } from '../../src/formats/attendance/digits';
import { saysDuration } from '../../src/formats/attendance/duration';
import { timesIn, wordsOf } from '../../src/formats/attendance/written-time';
import { readFactLines, readRoamingFile } from '../../src/formats/log/roaming-file';
import { saysForged } from '../../src/formats/mail/authentication';
import { mailFile } from '../../src/formats/mail/mail-file';
import { plainTextToHtml } from '../../src/formats/mail/recap-html';
import { recapWords } from '../../src/formats/mail/recap-length';
import { readAnswer, tokensIn } from '../../src/formats/mail/reply-tokens';
import { textCell } from '../../src/formats/table/csv';
import { sharedTextXml } from '../../src/formats/table/xlsx-sheet';
import { dateInId } from '../../src/formats/text/date-in-id';
import { exportName } from '../../src/formats/text/file-name';
import { escaped } from '../../src/formats/text/html';
import { oneLine, shortened } from '../../src/formats/text/one-line';
import { claimsOf } from '../../src/graph/client/authorize';
import { instantOf, isDate } from '../../src/graph/shapes/graph-times';
import { personOf } from '../../src/graph/shapes/person-json';
import { zoneOf } from '../../src/graph/shapes/zone-names';
import { zoneInWords } from '../../src/graph/shapes/zone-words';
import { rowsOf } from '../../src/graph/teams/attendance';
import { troubleOf } from '../../src/office/sign-in-trouble';
import { erasureOf, firstFault, foundIn, parseLogJson } from '../at-once';
import { person, priya } from '../domain/builders/facts';
import { overgrowth } from './growth';
import { beginningsOf, judged, type Pattern, patternsOfTheSource } from './patterns';

const { patterns, built } = patternsOfTheSource();
const written = ({ file, source, flags }: Pattern) => `${file} /${source}/${flags}`;

/** Patterns whose time grows faster than their text, and why their text is never long. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  'src/formats/table/log-csv.ts /\\.?0+$/': 'a number of ours with six decimals',
  'src/formats/table/xlsx-package.ts /([A-Z]+)(\\d+)/g': 'the area of a sheet of ours, `A1:AK20`',
  'src/graph/client/ask.ts /\\/+$/': 'an address in the config.json of whoever serves the pane',
  'src/graph/shapes/zone-words.ts /((?:[A-Za-z]+\\/){1,2}[A-Za-z][A-Za-z_+-]*)$/': 'cut off by LONGEST',
  'src/graph/shapes/zone-words.ts /\\([^)]*\\)/g': 'cut off by LONGEST',
};

/** Where a pattern is put together while it runs, the table of functions below runs it. */
const BUILT = [
  'src/domain/agree/touched.ts',
  'src/domain/agree/words-in.ts',
  'src/domain/facts/things/title.ts',
  'src/domain/tell/disguise.ts',
  'src/formats/mail/mail-file.ts',
  'src/formats/shapes/shape.ts',
  'src/formats/table/formula.ts',
];

/** Enough for each sign meeting each other one to be seen, and little enough for it to end. */
const SIZES = { smallest: 1024, largest: 16_384 };

describe('A pattern in the source', () => {
  test('takes time in proportion to its text, or its text is short for a reason that is named', () => {
    const slow = patterns.filter((one) => judged(one).length > 0).map(written);
    expect([...new Set(slow)].sort()).toEqual(Object.keys(SHORT_TEXTS).sort());
    expect(patterns.length).toBeGreaterThan(150);
  });

  test('is not tried again and again on a text that only ever begins like it', () => {
    const slow = patterns
      .filter((one) => !(written(one) in SHORT_TEXTS))
      .flatMap((one) => {
        const all = new RegExp(one.source, `${one.flags.replace('g', '')}g`);
        return beginningsOf(one)
          .filter((begin) => overgrowth((text) => text.match(all), repeated(begin), SIZES) !== null)
          .map((begin) => `${written(one)} on ${JSON.stringify(begin)}`);
      });
    expect(slow).toEqual([]);
  });

  test('is written as a pattern, but for a few whose functions are measured here', () => {
    expect([...built].sort()).toEqual(BUILT);
  });
});

describe('The check of the patterns', () => {
  test.each([
    ['a run at the end', '\\s+$'],
    ['two loops that share a sign', '^(.*?)((?:\\s*\\[[^[\\]]+\\])+)\\s*$'],
    ['a loop in a loop', '^(a+)+$'],
  ])('finds %s', (_, source) => {
    expect(judged({ file: '', source, flags: '' })).not.toEqual([]);
  });

  test('finds by trying a loop in which its own beginning can stand', () => {
    const one = { file: '', source: 'admin\\w*[ _]approval', flags: 'i' };
    expect(judged(one)).toEqual([]);
    const grows = (begin: string) =>
      overgrowth((text) => text.match(/admin\w*[ _]approval/gi), repeated(begin), SIZES) !== null;
    // Growth is told by time: beside other work one look can miss it.
    const looks = [1, 2, 3];
    expect(looks.some(() => beginningsOf(one).some(grows))).toBe(true);
  });
});

/** A text of one length, made of the same few signs over and over. */
function repeated(signs: string): (length: number) => string {
  return (length) => signs.repeat(Math.ceil(length / signs.length)).slice(0, length);
}

const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  letters: repeated('a'),
  digits: repeated('1'),
  spaces: repeated(' '),
  'spaces within': (length) => `x${' '.repeat(length)}x`,
  quotes: repeated('"'),
  'escaped quotes': repeated('\\"'),
  'opening brackets': repeated('('),
  'square brackets': repeated('['),
  'closing brackets': repeated(']'),
  'answers in brackets': (length) => `${repeated('[OK] ')(length)}x`,
  'addresses without an end': repeated('a@'),
  addresses: repeated('a@b.c '),
  'dots and hyphens': (length) => `x${repeated('.-')(length)}x`,
  slashes: repeated('/'),
  'directory paths': repeated('/o='),
  'directory paths on lines': (length) => `${repeated('/o=a')(length)}/`,
  paths: (length) => `${repeated('a/')(length)}1`,
  'combining marks': repeated('a\u0301'),
  'halves of a sign': repeated('\uD83D'),
  'line breaks': repeated('\n'),
  'line breaks with spaces': (length) => `x${repeated('\r\n  ')(length)}x`,
  'prefixes of mails': repeated('Re: '),
  colons: repeated(':'),
  separators: repeated(',;\t'),
  'formula signs': repeated('=+'),
  'web addresses': repeated('http://'),
  'web addresses with points': repeated('http://a.,'),
  words: repeated('ab '),
  'short lines': repeated('a,b\n'),
  underscores: repeated('admin_'),
  ids: repeated('0123abcd-'),
  surrogates: repeated('😀'),
  'large objects': repeated('{"a":'),
};

const named = (name: string) => ({ ...person('Dana Ortiz'), name });
const SPAN = { start: Date.UTC(2026, 10, 9, 14), end: Date.UTC(2026, 10, 9, 15) };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const attendance = (text: string) => readAttendanceFile(bytesOf(text), { occurrenceSpan: SPAN, zone: 'UTC' });
const ERASURE = erasureOf([], priya, person('Dana Ortiz'), {
  id: 'e',
  role: 'colleague',
  recordedAt: 0,
  salt: 's',
});
const HEADS = 'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole';

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a topic looked for in a decision': (text) => {
    const found = read([text, text]);
    return ['2027 scope', text].map((passage) => occurrenceOf(passage)(found));
  },
  'examples of a topic': examplesOf,
  'a title': normalizedTitle,
  'how alike two titles are': (text) => titleLikeness(`${text} a`, `${text} b`),
  'a text without somebody erased': (text) => createForgetting([ERASURE]).value({ text }),
  'what looks like a name': (text) => likenesses(['Dana Ortiz', 'A B'])(text),
  'what a name is called by': sayingsOf,
  'the name of a file in the folder': (text) => [ledgerFileOf(`ledger-${text}`), keyOfFile(`key-${text}`)],
  'the name of a person and of a row': (text) =>
    couldBe({ name: text, address: 'x@y.example', directoryId: null }, named(text)),
  'the address of a row': (text) => couldBe({ name: 'A', address: text, directoryId: null }, named('B')),
  'a copy for somebody else': (text) => disguiseOf([priya], [named('A A')]).text(text),
  'a copy without somebody of a long name': (text) => disguiseOf([priya], [named(text)]).text(text),
  'unkind words': (text) => LANGUAGES.map((language) => unkindWords(text, language)),
  'a list of who was there': attendance,
  'a name in a list of who was there': (text) => attendance(`${HEADS}\n${text}\t11/9/26\n`),
  'a quoted cell': (text) => attendance(`${HEADS}\n"${text}"\t"${text}\n`),
  'a count': countIn,
  'digits of any script': withPlainDigits,
  'a duration': (text) => saysDuration(text, 60, 1, false),
  'a written time': timesIn,
  'words beside a time': wordsOf,
  'a log': parseLogJson,
  'a log by lines': (text) => parseLogJson(`{"format":"loopkeeper-log","facts":[\n${text}\n]}\n`),
  'where JSON ends': firstFault,
  'a text in JSON': (text) => firstFault(`{"a":"${text}`),
  'a file of the folder': readRoamingFile,
  'lines of the folder': readFactLines,
  'what servers say of a mail': (value) => saysForged([{ name: 'Authentication-Results', value }]),
  'an answer in a subject': readAnswer,
  'an answer with a name': (text) => readAnswer(`${text} [D-013]`),
  'answers in a text': (text) => tokensIn(text, 'en'),
  'a mail in HTML': (text) =>
    plainTextToHtml(text, 'en', { language: 'en', to: { address: 'a@b.example', names: ['D-013'] } }),
  'how long a mail is': (text) => recapWords(text, 'en'),
  'a mail as a file': (text) =>
    mailFile({ to: [{ name: text, address: text }], subject: text, text, html: text } as never),
  'a cell of a table': textCell,
  'a cell of a spreadsheet': sharedTextXml,
  'a day in an id': dateInId,
  'a file name': (text) => exportName(text, '2026-11-20', 'csv'),
  'text in HTML': escaped,
  'text on a line': oneLine,
  'a short text': (text) => shortened(text, 200),
  'claims of a challenge': claimsOf,
  'a person of Graph': (text) => personOf({ emailAddress: { name: text, address: text } }),
  'a directory path of Graph': (text) => personOf({ emailAddress: { name: 'A', address: `/o=${text}\n` } }),
  'a time of Graph': (text) => [instantOf(text), isDate(text)],
  'a zone in words': (text) => [zoneInWords(text), zoneInWords(`(UTC${text}`)],
  'a zone': zoneOf,
  'a row of Graph': (text) =>
    rowsOf([{ emailAddress: text, identity: { displayName: text, id: text }, attendanceIntervals: [] }]),
  'notes with something to find': (text) => foundIn(`${text}\nDecision: ${text}\n- ${text}`),
  'a transcript with something to find': (text) =>
    foundIn(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>${text}\n\n00:01.000 --> 00:02.000\n${text}`),
  'pasted speech': (text) => foundIn(`Ana 0:01\n${text}\nBo 0:02\n${text}\nAna 0:03\n${text}`),
  'an error of the sign-in': (text) => troubleOf({ name: text, errorCode: text, message: text }, []),
};

describe('Text from outside takes time in proportion to its length', () => {
  test.each(Object.entries(READERS))('%s', (_, read) => {
    const slow = Object.entries(HOSTILE).filter(([, textOf]) => overgrowth(read, textOf, SIZES) !== null);
    expect(slow.map(([name]) => name)).toEqual([]);
  });
});

describe('Ten million of one sign', () => {
  const TEN_MILLION = 10_000_000;
  test.each([
    ...['"', "'", ',', ';', '\t', '\n', '\r', ' ', 'a', '1', ':', '/', '(', '-', '\u00A0', '\u0301', '\0'],
  ])('%j are no list of who was there, which is said', (sign) => {
    const answer = attendance(repeated(sign)(TEN_MILLION / bytesOf(sign).length));
    expect(answer).toEqual({ ok: false, fault: expect.any(String) });
  });

  test.each(['"', '{', ' ', '\n', '1', '\\', 'a'])('%j are no log, which is said', (sign) => {
    expect(parseLogJson(repeated(sign)(TEN_MILLION))).toMatchObject({ ok: false });
    expect(readRoamingFile(repeated(sign)(TEN_MILLION))).toMatchObject({ ok: false });
  });
});

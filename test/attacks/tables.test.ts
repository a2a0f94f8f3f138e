import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvText, textCell } from '../../src/formats/table/csv';
import { defused } from '../../src/formats/table/formula';
import { readCsv } from '../formats/table/read-csv';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** As a spreadsheet would look at a cell: what it skips, then the sign, in any form that folds to it. */
const RUNS = /^[\p{Cc}\p{Cf}\p{Z}"]*[=+\-@\u2212]/u;
/** A plain number at the beginning of a line, with its comma where that is no separator: no formula can be read there. */
const NUMBER = /^-?\d+(?:[.,]\d+)?(?:,|$)/;

/** Cells of a table as readers see it that cut at this sign, with and without a mind for quotes. */
const cellsOf = (csv: string, delimiter: string): readonly string[] => {
  const text = csv.replace(/^\uFEFF/, '');
  const read = (quoteChar: string) => papaparse.parse<string[]>(text, { delimiter, quoteChar }).data.flat();
  // No reader splits a file at a control character alone; a conversion may, so each is a line's end here.
  return [...read('"'), ...read('\u0001'), ...text.split(/[\p{Cc}\p{Zl}\p{Zp},;|]/u)];
};
const running = (csv: string): readonly string[] =>
  SEPARATORS.flatMap((sign) => cellsOf(csv, sign)).filter(
    (cell) => RUNS.test(cell.normalize('NFKC')) && !NUMBER.test(cell.trim()),
  );

/** Texts of what is dangerous and what stands around it. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        ';',
        '\t',
        '|',
        ',',
        '\n',
        '\r\n',
        '\r',
        '\0',
        '\v',
        '\u001f',
        '\u0085',
        '\u2028',
        '；',
        '，',
        '"',
        '""',
        "'",
      ],
      ...[
        ' ',
        '\u00a0',
        '\u200b',
        '\uFEFF',
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        '﹦',
        '﹢',
        '﹣',
        '﹫',
        '⁼',
        '₊',
        '−',
      ],
      ...['cmd', '1', '-2', '=SUM(A1)', "=cmd|' /C calc'!A0", 'Sync', 'a'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('A table of the log starts no formula, wherever a spreadsheet cuts it', () => {
  test('whatever the cells, no cell of any reader begins like one', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (cells) => {
        expect(running(csvText([['series_title', 'title'], cells]))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test.each([
    ["Sync;=cmd|' /C calc'!A0;x", "Sync;'=cmd|' /C calc'!A0;x"],
    ['Sync\t=1', "Sync\t'=1"],
    ['Sync\r\n@SUM(A1)', "Sync\r\n'@SUM(A1)"],
    ['a|-1+1', "a|'-1+1"],
    ['a; ="x"', `a; '="x"`],
    ['a;"=1"', `a;"'=1"`],
    ['a;＝1', "a;'＝1"],
    ['a；=1', "a；'=1"],
    ['﹦1+1', "'﹦1+1"],
    ['"=1+1"', `'"=1+1"`],
    ['a\0=1', "a\0'=1"],
    ['\t=1+1', "'\t'=1+1"],
  ])('%j becomes %j', (typed, written) => {
    expect(defused(typed)).toBe(written);
  });

  test.each([
    'Sync - planning',
    'a=b',
    '3-4',
    '-12.5',
    "O'Neil; Dana",
    'mail to dana@northwind.example',
    'Q&A, part 2',
  ])('%j stays as it is', (typed) => {
    expect(defused(typed)).toBe(typed);
  });

  test('nothing but apostrophes is added, and a reader of our own commas gets each text back in its cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { minLength: 2, maxLength: 4 }),
        (cells) => {
          const [back = []] = readCsv(csvText([cells]));
          const plain = (one: string) => one.replaceAll("'", '');
          expect(back.map(plain)).toEqual(cells.map(plain));
        },
      ),
    );
  });

  test('what is defused once is not defused again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(defused(defused(text))).toBe(defused(text));
      }),
    );
  });

  test('a text of separators alone takes time in proportion to its length', () => {
    // As many steps for each sign: were a run looked through from each of its signs, this would not end.
    const run = `${'\t '.repeat(500_000)}=`;
    expect(textCell(run).length).toBe(run.length + '""\'\''.length);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnName } from '../../../src/formats/table/xlsx-sheet';
import { logRows, logXlsx } from '../../at-once';
import { decision, judgedLineage, judgedOccurrence, judgedPerson, MARCUS, recap } from '../judged';
import { readXlsx } from './read-xlsx';

const told = { decisions: [decision(11, { informed: [MARCUS] })], recaps: [recap()] };
const lineage = judgedLineage([
  judgedOccurrence('2026-10-26'),
  judgedOccurrence('2026-10-28', { outcome: 'held-part', minutesTogether: 10.5 }),
  judgedOccurrence('2026-10-29', { outcome: 'cancelled-short-notice', minutesTogether: null }),
]);
const bookOf = (one = lineage) => readXlsx(logXlsx(logRows([one], told, { app: '1.0.0' }), [one], told));

const titled = (title: string) => bookOf(judgedLineage([judgedOccurrence('2026-10-26')], { title }));

describe('the workbook', () => {
  test('holds every part it names, each well-formed and with its content type', () => {
    const { files, part } = bookOf();
    const types = part('[Content_Types].xml').Types.Override.map((one: { PartName: string }) =>
      one.PartName.slice(1),
    );
    expect(Object.keys(files).filter((name) => name.startsWith('xl/') && !name.endsWith('.rels'))).toEqual(
      expect.arrayContaining(types),
    );
    for (const name of Object.keys(files)) part(name);
    expect(part('_rels/.rels').Relationships.Relationship[0].Target).toBe('xl/workbook.xml');
  });

  test('has the sheets Log and Measures', () => {
    expect(bookOf().sheets.map((sheet: { name: string }) => sheet.name)).toEqual(['Log', 'Measures']);
  });

  test('is the same, byte for byte, for the same log', () => {
    const rows = logRows([lineage], told, { app: '1.0.0' });
    expect(logXlsx(rows, [lineage], told)).toEqual(logXlsx(rows, [lineage], told));
  });
});

describe('the sheet Log', () => {
  test('is the same table as the CSV, with dates, numbers and truth values as such', () => {
    const [log] = bookOf().sheets;
    const [names, first] = log.rows;
    const row = Object.fromEntries(names.map((name: string, index: number) => [name, first[index] ?? null]));
    expect(names).toHaveLength(37);
    expect(row).toMatchObject({
      series_title: 'Priya/Marcus daily sync',
      original_start_utc: new Date('2026-10-26T15:00:00Z'),
      planned_min: 30,
      notice_min: null,
      person_name: 'Marcus Hale',
      corrected: false,
      definitions_version: '2',
    });
    expect(log.rows).toHaveLength(7);
    expect(log.rows[3][names.indexOf('minutes_together')]).toBe(10.5);
  });

  test('keeps its header in view, filters by column, and has a width for each', () => {
    const { sheets, book } = bookOf();
    const [log] = sheets;
    expect(log.xml.sheetViews.sheetView.pane).toMatchObject({
      ySplit: '1',
      state: 'frozen',
      topLeftCell: 'A2',
    });
    expect(log.xml.autoFilter.ref).toBe('A1:AK7');
    expect(log.xml.cols.col).toHaveLength(37);
    expect(book.definedNames.definedName[0]['#text']).toBe('Log!$A$1:$AK$7');
  });

  test('of an empty log is the header alone', () => {
    const [log] = readXlsx(logXlsx([], [], { decisions: [], recaps: [] })).sheets;
    expect(log.rows).toHaveLength(1);
    expect(log.xml.autoFilter.ref).toBe('A1:AK1');
  });

  test.each([
    '=1+1',
    '@SUM(A1)',
    '\t=cmd',
    '_x0041_',
    'a\r\nb',
    '<c t="e">',
    '\0\u0007',
    '🙂 & "co"',
    '\uFFFF',
  ])('keeps %j as text, and as it was', (title) => {
    const { sheets, files } = titled(title);
    expect(sheets[0].rows[1][1]).toBe(title);
    expect(new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])).not.toMatch(/<f[ >]/);
  });

  test('marks text like a formula, so that it stays text when somebody edits it', () => {
    const { sheets, formats } = titled('=1+1');
    expect(formats[Number(sheets[0].xml.sheetData.row[1].c[1].s)]?.quotePrefix).toBe('1');
  });

  test('cuts a text longer than a cell can be', () => {
    expect(String(titled('x'.repeat(40_000)).sheets[0].rows[1][1])).toHaveLength(32_767);
  });

  test('gives any text back, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), (title, note) => {
        const one = judgedLineage([judgedOccurrence('2026-10-26', { otherPersonNote: note })], { title });
        const [log] = bookOf(one).sheets;
        const cell = (name: string) => log.rows[1][log.rows[0].indexOf(name)] ?? '';
        expect([cell('series_title'), cell('other_person_note')]).toEqual([title, note]);
      }),
      { numRuns: 60 },
    );
  });

  test('survives an instant that no spreadsheet can show', () => {
    const far = { start: -8.64e15, end: 8.64e15 };
    expect(
      bookOf(judgedLineage([judgedOccurrence('2026-10-26', { effective: far })])).sheets[0].rows,
    ).toHaveLength(3);
  });
});

describe('the sheet Measures', () => {
  const rows = bookOf().sheets[1].rows;
  const row = (measure: string) => {
    const names = rows[6];
    const found = rows.find((one: unknown[]) => one[1] === measure) ?? [];
    return Object.fromEntries(names.map((name: string, index: number) => [name, found[index] ?? null]));
  };

  test('9 says purpose, period, definitions and coverage', () => {
    expect(rows[0][1]).toMatch(/not an assessment of any person/);
    expect(rows[1].slice(1)).toEqual([
      new Date('2026-10-26T15:00:00Z'),
      'to',
      new Date('2026-10-29T15:30:00Z'),
    ]);
    expect(rows[2]).toEqual(['Definitions version', '2']);
    expect(rows[3][1]).toBe('3 of 3 occurrences that were due are recorded');
  });

  test('7.4 says of each number how it was counted, with the occurrences in it', () => {
    expect(row('Went ahead')).toMatchObject({
      count: 2,
      of: 3,
      percent: null,
      remark: 'counts only: fewer than 10',
      rule: '6',
      how_counted: 'held ÷ counted',
      counted_occurrences: '2026-10-26; 2026-10-28',
      among_occurrences: '2026-10-26; 2026-10-28; 2026-10-29',
    });
    expect(row('Minutes together')).toMatchObject({ count: 40.5, of: 90 });
  });

  test('7.1 gives a percentage and its range from ten on', () => {
    const days = Array.from({ length: 10 }, (_, day) => judgedOccurrence(`2026-10-${day + 11}`));
    const ten = bookOf(judgedLineage(days)).sheets[1].rows;
    expect(ten.find((one: unknown[]) => one[1] === 'Went ahead')?.slice(2, 7)).toEqual([
      10, 10, 100, 72, 100,
    ]);
  });

  test('names all nine measures', () => {
    expect(rows.slice(7)).toHaveLength(9);
    expect(row('Decisions told')).toMatchObject({ count: 0, of: 1 });
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [36, 'AK'],
  [702, 'AAA'],
])('column %i is called %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});

test('a person who is only a phone number keeps its sign', () => {
  const phone = judgedPerson({ ...MARCUS, name: '+49 170 1234577' });
  const [log] = bookOf(judgedLineage([judgedOccurrence('2026-10-26', { people: [phone] })])).sheets;
  expect(log.rows[1][17]).toBe('+49 170 1234577');
});

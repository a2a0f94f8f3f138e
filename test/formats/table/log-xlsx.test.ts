import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { columnName } from '../../../src/formats/table/xlsx-sheet';
import { wordingOf } from '../../../src/ui/words/wording';
import { logRows, logXlsx } from '../../at-once';
import { decision, judgedLineage, judgedOccurrence, judgedPerson, MARCUS, PRIYA, recap } from '../judged';
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

  test('has a sheet to read, the table, the measures and the decisions', () => {
    expect(bookOf().sheets.map((sheet: { name: string }) => sheet.name)).toEqual([
      ...['Reading', 'Log', 'Measures', 'Decisions'],
    ]);
  });

  test('is the same, byte for byte, for the same log', () => {
    const rows = logRows([lineage], told, { app: '1.0.0' });
    expect(logXlsx(rows, [lineage], told)).toEqual(logXlsx(rows, [lineage], told));
  });
});

describe('the sheet Log', () => {
  test('is the same table as the CSV, with dates, numbers and truth values as such', () => {
    const [, log] = bookOf().sheets;
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
    const [, log] = sheets;
    expect(log.xml.sheetViews.sheetView.pane).toMatchObject({
      ySplit: '1',
      state: 'frozen',
      topLeftCell: 'A2',
    });
    expect(log.xml.autoFilter.ref).toBe('A1:AK7');
    expect(log.xml.cols.col).toHaveLength(37);
    expect(book.definedNames.definedName[1]['#text']).toBe('Log!$A$1:$AK$7');
  });

  test('of an empty log is the header alone', () => {
    const [, log] = readXlsx(logXlsx([], [], { decisions: [], recaps: [] })).sheets;
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
    expect(sheets[1].rows[1][1]).toBe(title);
    expect(new TextDecoder().decode(files['xl/worksheets/sheet2.xml'])).not.toMatch(/<f[ >]/);
  });

  test('marks text like a formula, so that it stays text when somebody edits it', () => {
    const { sheets, formats } = titled('=1+1');
    expect(formats[Number(sheets[1].xml.sheetData.row[1].c[1].s)]?.quotePrefix).toBe('1');
  });

  test('cuts a text longer than a cell can be', () => {
    expect(String(titled('x'.repeat(40_000)).sheets[1].rows[1][1])).toHaveLength(32_767);
  });

  test('gives any text back, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), (title, note) => {
        const one = judgedLineage([judgedOccurrence('2026-10-26', { otherPersonNote: note })], { title });
        const [, log] = bookOf(one).sheets;
        const cell = (name: string) => log.rows[1][log.rows[0].indexOf(name)] ?? '';
        expect([cell('series_title'), cell('other_person_note')]).toEqual([title, note]);
      }),
      { numRuns: 60 },
    );
  });

  test('survives an instant that no spreadsheet can show', () => {
    const far = { start: -8.64e15, end: 8.64e15 };
    expect(
      bookOf(judgedLineage([judgedOccurrence('2026-10-26', { effective: far })])).sheets[1].rows,
    ).toHaveLength(3);
  });
});

describe('the sheet Reading', () => {
  const mail = recap({ sentAt: Date.UTC(2026, 9, 29, 15, 42) });
  const read = (occurrences: readonly JudgedOccurrence[]) =>
    readXlsx(logXlsx([], [judgedLineage(occurrences)], { decisions: [], recaps: [mail] })).sheets[0];

  test('tells each occurrence in the words of the screen, who missed it, and who was told', () => {
    const notice = { at: null, minutes: 10, lower: 10, upper: 10 } as unknown as JudgedOccurrence['notice'];
    const [names, line] = read([
      judgedOccurrence('2026-10-29', {
        ...{ outcome: 'cancelled-short-notice', notice, disputed: true },
        people: [judgedPerson(MARCUS, { outcome: null }), judgedPerson(PRIYA, { outcome: null })],
      }),
    ]).rows;
    expect(names).toEqual(['Date', 'Meeting', 'What happened', 'Notice', 'Who missed it', 'Told']);
    expect(line).toEqual([
      'Thu 29 Oct 2026, 15:00',
      'Priya/Marcus daily sync',
      expect.stringMatching(/^Cancelled .*, disputed: it counts nowhere$/),
      '10 min before',
      'Marcus Hale',
      'Marcus Hale, Thu 29 Oct 2026, 15:42',
    ]);
  });

  test('1 says the date of a whole day as it stands, whoever reads it', () => {
    const day = (date: string, at: number) => Date.parse(`${date}T00:00:00Z`) + at * 86_400_000;
    const span = { start: day('2026-10-29', 0), end: day('2026-10-29', 1) };
    const whole = { allDay: true, zone: 'Europe/London', original: span, effective: span } as const;
    for (const zone of ['America/Los_Angeles', 'Europe/London', 'Pacific/Auckland']) {
      const lineages = [judgedLineage([judgedOccurrence('2026-10-29', whole)])];
      const more = { wording: wordingOf(zone, 0), zone };
      const book = readXlsx(logXlsx([], lineages, { decisions: [], recaps: [] }, more));
      expect(book.sheets[0].rows[1][0]).toBe('Thu 29 Oct 2026');
    }
  });

  test('prints as wide as a page, with its header on each', () => {
    const { book, sheets } = bookOf();
    const [reading, log] = sheets;
    expect(reading.xml.sheetPr.pageSetUpPr.fitToPage).toBe('1');
    expect(reading.xml.pageSetup).toMatchObject({
      fitToWidth: '1',
      fitToHeight: '0',
      orientation: 'landscape',
    });
    expect(log.xml.pageSetup).toBeUndefined();
    expect(book.definedNames.definedName[0]).toMatchObject({
      name: '_xlnm.Print_Titles',
      localSheetId: '0',
      '#text': 'Reading!$1:$1',
    });
  });

  test('keeps what looks like a formula as text', () => {
    const sheet = read([judgedOccurrence('2026-10-26')]);
    expect(sheet.rows).toHaveLength(2);
    const one = judgedLineage([judgedOccurrence('2026-10-26')], { title: '=1+1' });
    expect(bookOf(one).sheets[0].rows[1][1]).toBe('=1+1');
  });
});

describe('the sheet Decisions', () => {
  const decided = decision(11, { informed: [MARCUS], text: 'Freeze the prices', why: 'The vendor asked' });
  const listed = (facts: readonly Fact[], recaps = [recap({ decisions: [decided.id] })]) => {
    const histories = decisionHistories(facts, Number.POSITIVE_INFINITY);
    const book = readXlsx(logXlsx([], [lineage], { decisions: [decided], recaps }, { histories }));
    const [names, ...lines] = book.sheets[3].rows;
    return lines.map((line: readonly unknown[]) =>
      Object.fromEntries(names.map((name: string, index: number) => [name, line[index] ?? null])),
    );
  };

  test('has each with how it stands, and who was told of it and when', () => {
    expect(listed([decided])).toEqual([
      expect.objectContaining({
        decision: 'D-011',
        state: 'decided',
        text: 'Freeze the prices',
        why: 'The vendor asked',
        series: 'Priya/Marcus daily sync',
        should_hear: expect.stringContaining('Marcus Hale'),
        told: expect.stringMatching(/Marcus Hale: (not yet|was there|2026-)/),
      }),
    ]);
  });

  test('has those that stand no longer and those not decided yet', () => {
    const open = { ...decision(12, { proposed: true }), id: 'open' };
    expect(listed([decided, open]).map((one: Record<string, unknown>) => [one.decision, one.state])).toEqual([
      ['D-011', 'decided'],
      ['D-012', 'not decided yet'],
    ]);
  });
});

describe('the sheet Measures', () => {
  const rows = bookOf().sheets[2].rows;
  const row = (measure: string) => {
    const names = rows[7];
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
    const ten = bookOf(judgedLineage(days)).sheets[2].rows;
    expect(ten.find((one: unknown[]) => one[1] === 'Went ahead')?.slice(2, 7)).toEqual([
      10, 10, 100, 72, 100,
    ]);
  });

  test('names all nine measures', () => {
    expect(rows.slice(8)).toHaveLength(9);
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
  const [, log] = bookOf(judgedLineage([judgedOccurrence('2026-10-26', { people: [phone] })])).sheets;
  expect(log.rows[1][17]).toBe('+49 170 1234577');
});

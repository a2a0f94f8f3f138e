import type { FileRow } from './cells';
import { countAmongWords, countIn, withPlainDigits } from './digits';
import type { Line, TableFault, Tables } from './tables';
import { isTime, wordsOf } from './written-time';

/** Headings are in the reader's language, so tables are found by their numbers and columns by their place. */
export function teamsTables(rows: readonly FileRow[]): Tables | TableFault {
  const sections = sectionsOf(rows);
  const tables = sections.size === 0 ? tablesOf2021(rows) : tablesOfSections(sections);
  if (typeof tables === 'string') return tables;
  const lines = [...tables.participants, ...tables.stays];
  if (lines.length === 0) return 'form-unknown';
  return lines.every(({ from, to }) => [from, to].every((cell) => cell === '' || isTime(cell)))
    ? tables
    : 'columns-unknown';
}

interface Section {
  readonly heading: string;
  readonly rows: FileRow[];
}

/** `2. Participants` alone on its line, in whatever language, up to the next one; 0 is what stands above the first. */
function sectionsOf(rows: readonly FileRow[]): ReadonlyMap<number, Section> {
  const sections = new Map<number, Section>();
  let current: Section = { heading: '', rows: [] };
  const above = current;
  for (const row of rows) {
    const [first = ''] = row;
    const number =
      row.length === 1 && first.length <= 200
        ? /^(\d)\.\s?\D/.exec(withPlainDigits(first.normalize('NFKC')))?.[1]
        : undefined;
    if (number !== undefined) {
      current = { heading: first, rows: [] };
      sections.set(Number(number), current);
    } else if (row.length > 0) current.rows.push(row);
  }
  return sections.size === 0 ? sections : sections.set(0, above);
}

function tablesOfSections(sections: ReadonlyMap<number, Section>): Tables | TableFault {
  const [above, summary, participants, stays] = [0, 1, 2, 3].map((number) => sections.get(number));
  if (participants === undefined || participants.rows.length === 0) return 'form-unknown';
  const told = summary ?? { ...above, rows: above?.rows.slice(1) ?? [] };
  return {
    source: 'teams-csv',
    // The title stands first, and can be a number or a time itself.
    ...summaryOf(told.rows.slice(1), participants.heading),
    participants: participants.rows.slice(1).map((row) => lineOf(row, 5)),
    stays: (stays?.rows ?? []).slice(1).map((row) => lineOf(row, null)),
    lengths: [],
    utc: [participants.rows[0], stays?.rows[0]].some((head) => /\bUTC\b/.test(head?.[1] ?? '')),
  };
}

/** One table without numbers, below a summary: each line is a stay, with the role before the sign-in name. */
function tablesOf2021(rows: readonly FileRow[]): Tables | TableFault {
  const isLine = (row: FileRow) => row.length >= 4 && isTime(row[1] ?? '') && !isTime(row[3] ?? '');
  const first = rows.findIndex(isLine);
  if (first === -1) {
    return rows.some((row) => row.length === 3) && !rows.some((row) => row.length > 3)
      ? 'form-of-2020'
      : 'form-unknown';
  }
  return {
    source: 'teams-csv',
    ...summaryOf(rows.slice(0, first), rows[first - 1]?.[0] ?? ''),
    participants: [],
    stays: rows
      .slice(first)
      .filter((row) => row.length > 0)
      .map((row) => lineOf(row, 6)),
    lengths: [],
    utc: /\bUTC\b/.test(rows[first - 1]?.[1] ?? ''),
  };
}

/**
 * A line of the summary is a label and its value, whatever a spreadsheet put behind them. The count is the one whose label
 * speaks of participants as the heading of their table does; where none does, the largest: too many only means that
 * nobody is said to have been absent (3.5).
 */
function summaryOf(rows: readonly FileRow[], heading: string): Pick<Tables, 'total' | 'session'> {
  const values = rows.filter((row) => row.length === 2);
  const counts = (those: typeof values, read: (cell: string) => number | null) =>
    those.flatMap(([, cell = '']) => read(cell) ?? []);
  const named = values.filter(([label = '']) => shareAWord(label, heading));
  // A plain number goes first: a title or a length of time holds numbers, too.
  const found = [
    counts(named, countIn),
    counts(values, countIn),
    counts(named, countAmongWords),
    counts(values, countAmongWords),
  ];
  const total = Math.max(-1, ...(found.find((some) => some.length > 0) ?? []));
  const [start, end] = values.map((row) => row[1] ?? '').filter(isTime);
  return {
    total: total === -1 ? null : total,
    session: start === undefined || end === undefined ? null : [start, end],
  };
}

/** Long enough to be a word's stem: `uczestnicy` and `uczestniczących`. */
const STEM = 5;

/** In scripts without spaces, or with short words, one holds the other: `参加者数` and `参加者`. */
const WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}\p{Script=Thai}]{2,}/u;

const shareAWord = (a: string, b: string): boolean => {
  const stems = (text: string) =>
    wordsOf(text.slice(0, 200)).map((word) => WITHOUT_SPACES.exec(word)?.[0] ?? word.slice(0, STEM));
  const known = stems(b);
  return stems(a).some((stem) =>
    known.some((other) =>
      WITHOUT_SPACES.test(stem)
        ? stem.includes(other) || other.includes(stem)
        : stem.length === STEM && stem === other,
    ),
  );
};

const lineOf = (row: FileRow, signIn: number | null): Line => ({
  name: row[0] ?? '',
  from: row[1] ?? '',
  to: row[2] ?? '',
  duration: row[3] ?? '',
  email: (row[4] ?? '').toLowerCase(),
  signIn: signIn === null ? '' : (row[signIn] ?? '').toLowerCase(),
});

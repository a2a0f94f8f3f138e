import { isTime } from './teams-csv-times';

/** A line about one person: their whole time, or one stay. Times and duration as written. */
export interface Line {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly duration: string;
  readonly email: string;
  /** Sign-in name, where the form has it. */
  readonly signIn: string;
}

export interface Tables {
  /** As the summary counts them; null where it does not. */
  readonly total: number | null;
  /** Start and end of the session as written; null where the summary has none. */
  readonly session: readonly [string, string] | null;
  /** One line a person, with first join and last leave; empty in the form of 2021. */
  readonly participants: readonly Line[];
  /** One line a stay. */
  readonly stays: readonly Line[];
  /** Whether the columns say that their times are UTC. */
  readonly utc: boolean;
}

export type TableFault = 'form-of-2020' | 'form-unknown' | 'columns-unknown';

type Row = readonly string[];

/** Headings are in the reader's language, so tables are found by their numbers and columns by their place. */
export function findTables(rows: readonly Row[]): Tables | TableFault {
  const sections = sectionsOf(rows);
  const tables = sections.size === 0 ? tablesOf2021(rows) : tablesOfSections(sections);
  if (typeof tables === 'string') return tables;
  const lines = [...tables.participants, ...tables.stays];
  if (lines.length === 0) return 'form-unknown';
  return lines.every(({ from, to }) => [from, to].every((cell) => cell === '' || isTime(cell)))
    ? tables
    : 'columns-unknown';
}

/** `2. Participants` alone on its line, in whatever language, up to the next one. */
function sectionsOf(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const sections = new Map<number, Row[]>();
  let current: Row[] | undefined;
  for (const row of rows) {
    const number = row.slice(1).every((cell) => cell === '')
      ? /^(\d)\.\s*\D/.exec(row[0] ?? '')?.[1]
      : undefined;
    if (number !== undefined) {
      current = [];
      sections.set(Number(number), current);
    } else if (!isEmpty(row)) current?.push(row);
  }
  return sections;
}

const isEmpty = (row: Row): boolean => row.every((cell) => cell === '');

function tablesOfSections(sections: ReadonlyMap<number, readonly Row[]>): Tables | TableFault {
  const [summary = [], participants = [], stays = []] = [1, 2, 3].map((number) => sections.get(number));
  if (participants.length === 0) return 'form-unknown';
  // The title stands first, and can be a number or a time itself.
  return {
    ...summaryOf(summary.slice(1)),
    participants: participants.slice(1).map((row) => lineOf(row, 5)),
    stays: stays.slice(1).map((row) => lineOf(row, null)),
    utc: [participants[0], stays[0]].some((head) => /\bUTC\b/.test(head?.[1] ?? '')),
  };
}

/** One table without numbers, below a summary: each line is a stay, with the role before the sign-in name. */
function tablesOf2021(rows: readonly Row[]): Tables | TableFault {
  const isLine = (row: Row) => row.length >= 5 && isTime(row[1] ?? '');
  const first = rows.findIndex(isLine);
  if (first === -1) {
    return rows.some((row) => row.length === 3) && !rows.some((row) => row.length > 3)
      ? 'form-of-2020'
      : 'form-unknown';
  }
  return {
    ...summaryOf(rows.slice(0, first)),
    participants: [],
    stays: rows
      .slice(first)
      .filter((row) => !isEmpty(row))
      .map((row) => lineOf(row, 6)),
    utc: /\bUTC\b/.test(rows[first - 1]?.[1] ?? ''),
  };
}

function summaryOf(rows: readonly Row[]): Pick<Tables, 'total' | 'session'> {
  const values = rows.filter((row) => row.length <= 3).map((row) => row[1] ?? '');
  const total = values.find((cell) => /^\d+$/.test(cell));
  const [start, end] = values.filter(isTime);
  return {
    total: total === undefined ? null : Number(total),
    session: start === undefined || end === undefined ? null : [start, end],
  };
}

const lineOf = (row: Row, signIn: number | null): Line => ({
  name: row[0] ?? '',
  from: row[1] ?? '',
  to: row[2] ?? '',
  duration: row[3] ?? '',
  email: (row[4] ?? '').toLowerCase(),
  signIn: signIn === null ? '' : (row[signIn] ?? '').toLowerCase(),
});

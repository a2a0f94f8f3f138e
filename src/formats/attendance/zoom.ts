import type { FileRow } from './cells';
import { countIn } from './digits';
import type { Line, TableFault, Tables } from './tables';
import { isTime } from './written-time';

/**
 * Zoom's list of participants, in all its public forms: below a line about the meeting, alone, with topic and id on each
 * line, and one line a person without times. Labels follow the account's language, so a line is known by its cells: an
 * address or none, two times, whole minutes. Each line is a stay. null: it is no list of Zoom's.
 */
export function zoomTables(rows: readonly FileRow[]): Tables | TableFault | null {
  const timed = rows.findIndex(isStay);
  if (timed !== -1) return tablesOfStays(rows, timed);
  const untimed = headOf(rows);
  return untimed === -1 ? null : tablesOfLengths(rows, untimed);
}

/**
 * Where the time of joining stands in the line of a stay; -1 in any other line. An address stands before it, or, where an
 * account leaves addresses out, the name alone.
 */
const joinOf = (row: FileRow): number =>
  row.findIndex(
    (cell, at) =>
      at >= 1 &&
      isTime(cell) &&
      isTime(row[at + 1] ?? '') &&
      isCount(row[at + 2]) &&
      (at === 1 || isAddress(row[at - 1])),
  );

const isStay = (row: FileRow): boolean => joinOf(row) !== -1 && meetingOf(row) === null;
const isCount = (cell: string | undefined): boolean => cell !== undefined && countIn(cell) !== null;
const isAddress = (cell: string | undefined): boolean => cell === '' || cell?.includes('@') === true;

function tablesOfStays(rows: readonly FileRow[], first: number): Tables | TableFault {
  const join = joinOf(rows[first] ?? []);
  const lines = rows.slice(first).filter((row) => row.length > 0);
  if (!lines.every((row) => joinOf(row) === join)) return 'columns-unknown';
  const waits = waitingIn(rows[first - 1] ?? [], lines, join + 3);
  return {
    ...nothing,
    ...summaryOf(rows.slice(0, first)),
    stays: lines.map((row) => {
      const line =
        join === 1 ? lineOf([row[0] ?? '', '', row[3] ?? ''], 0, 2) : lineOf(row, join - 2, join + 2);
      // Somebody in the waiting room was not in the meeting, and not plainly absent either: no data (3.2).
      return waits(row) ? line : { ...line, from: row[join] ?? '', to: row[join + 1] ?? '' };
    }),
  };
}

const nothing: Tables = {
  source: 'zoom-csv',
  total: null,
  session: null,
  participants: [],
  stays: [],
  lengths: [],
  utc: false,
};

const lineOf = (row: FileRow, name: number, minutes: number): Line => ({
  name: row[name] ?? '',
  ...{ from: '', to: '', duration: '', signIn: '' },
  email: (row[name + 1] ?? '').toLowerCase(),
  minutes: countIn(row[minutes] ?? '') ?? 0,
});

/**
 * Which lines are of the waiting room. The column is the last one, after `Guest` and perhaps the consent to a recording; in
 * another language than English what is rarer there is taken for *yes*, and of as many of each nobody can tell.
 */
function waitingIn(head: FileRow, lines: readonly FileRow[], after: number): (row: FileRow) => boolean {
  const named = head.findIndex((label) => /\bwaiting room\b/i.test(label));
  const guests = new Set(lines.map((row) => row[after] ?? ''));
  const last = named !== -1 ? named : head.length - 1;
  if (named === -1 && last <= after) return () => false;
  const said = lines.map((row) => row[last] ?? '');
  // A consent to a recording has words of its own.
  const isLikeGuest = said.some((word) => guests.has(word)) && new Set(said).size <= 2;
  if (named === -1 && (said.includes('') || !isLikeGuest)) return () => false;
  const yes = said.filter((word) => /^(?:yes|y|true)$/i.test(word));
  if (named !== -1 || yes.length > 0) return (row) => /^(?:yes|y|true)$/i.test(row[last] ?? '');
  const words = [...new Set(said)];
  if (words.length < 2) return () => false;
  const count = (word: string) => said.filter((one) => one === word).length;
  const most = Math.max(...words.map(count));
  const no = words.filter((word) => count(word) === most);
  return (row) => no.length > 1 || row[last] !== no[0];
}

/** The line about the meeting: two times, and its minutes and participants after them or before. */
function meetingOf(row: FileRow): { session: readonly [string, string]; total: number | null } | null {
  const start = row.findIndex((cell, at) => isTime(cell) && isTime(row[at + 1] ?? ''));
  if (start === -1 || !(isMeetingId(row[0]) || isMeetingId(row[1]))) return null;
  // A list with topic and id on each line has an address right before its times.
  if (row[start - 1]?.includes('@') === true || row[start - 1] === '') return null;
  const counts = row.slice(start + 2).flatMap((cell) => countIn(cell) ?? []);
  const minutesBefore = isMeetingId(row[1]) && isCount(row[start - 1]);
  return {
    session: [row[start] ?? '', row[start + 1] ?? ''],
    total: counts.length > 1 || minutesBefore ? (counts.at(-1) ?? null) : null,
  };
}

/** Nine to eleven digits, in groups or not. */
const isMeetingId = (cell: string | undefined): boolean => /^\d{2,11}(?:[ -]\d{2,5}){0,3}$/.test(cell ?? '');

function summaryOf(above: readonly FileRow[]): Pick<Tables, 'total' | 'session'> {
  for (const row of above) {
    const meeting = meetingOf(row);
    if (meeting !== null) return meeting;
  }
  return { total: null, session: null };
}

/** A line of `Name (Original Name),User Email,Total Duration (Minutes),Guest`: how long in all, and not when. */
const isLength = (row: FileRow): boolean =>
  row.length >= 3 && row.length <= 5 && row[0] !== '' && isAddress(row[1]) && isCount(row[2]);

/** The head above the lines that end the file; -1 where it does not end in any that names an address. */
function headOf(rows: readonly FileRow[]): number {
  let head = rows.length - 1;
  while (head >= 0 && (rows[head]?.length === 0 || isLength(rows[head] ?? []))) head -= 1;
  const lines = rows.slice(head + 1).filter((row) => row.length > 0);
  const wide = rows[head]?.length ?? 0;
  const isNamed = lines.some((row) => row[1] !== '') || /\bminut|мин|分|분/i.test(rows[head]?.[2] ?? '');
  return wide >= 3 && wide <= 5 && lines.length > 0 && isNamed ? head : -1;
}

function tablesOfLengths(rows: readonly FileRow[], head: number): Tables {
  const lines = rows.slice(head + 1).filter((row) => row.length > 0);
  return { ...nothing, ...summaryOf(rows.slice(0, head)), lengths: lines.map((row) => lineOf(row, 0, 2)) };
}

import type { ReportReading } from '../../domain/facts/observed/reading';
import type { ReportRow } from '../../domain/facts/observed/report';
import { fingerprint } from '../../domain/facts/things/fingerprint';
import { fail, ok, type Result } from '../../domain/result';
import { type Instant, MINUTE, overlapOf, SECOND, type Span, type Zone } from '../../domain/time/time';
import { findTables, type Line, type Tables } from './teams-csv-tables';
import { readCells } from './teams-csv-text';
import { type DateOrder, instantOf, ORDERS, saysDuration } from './teams-csv-times';

export const TEAMS_CSV_FAULTS = [
  'empty',
  'too-large',
  'not-text',
  'broken-quotes',
  /** The form of 2020 has neither addresses nor durations. */
  'form-of-2020',
  'form-unknown',
  'columns-unknown',
  'time-unreadable',
  /** Read in any order of day and month, the file tells of another time than the chosen occurrence. */
  'another-time',
  /** Of all whom the file names by an address nobody is invited to the chosen occurrence. */
  'another-meeting',
  'order-undecidable',
  /** A duration does not fit its join and leave: the file was changed, or was read wrongly. */
  'durations-disagree',
  /** Somebody left and came back, and the file does not say when. */
  'stays-missing',
] as const;
export type TeamsCsvFault = (typeof TEAMS_CSV_FAULTS)[number];

export interface TeamsCsvSetting {
  /** Where the chosen occurrence stands: settles which number is the day and which the month. */
  readonly occurrenceSpan: Span;
  /** Of the person who downloaded the file: its times have no offset. */
  readonly zone: Zone;
  /** Addresses of everybody who is invited, in lower case; without them any meeting of that time is taken. */
  readonly invited?: ReadonlySet<string>;
}

/** A stay may be off by a second: Teams rounds each end by itself. */
const TOLERANCE = 1;

/** The attendance file that Teams lets a person download (forms of 2021 to 2026, in any language), as one report. */
export function parseTeamsCsv(
  bytes: Uint8Array,
  setting: TeamsCsvSetting,
): Result<ReportReading, TeamsCsvFault> {
  const cells = readCells(bytes);
  if (typeof cells === 'string') return fail(cells);
  const tables = findTables(cells);
  if (typeof tables === 'string') return fail(tables);
  const order = settleOrder(tables, setting);
  if (!order.ok) return order;
  const zone = tables.utc ? 'UTC' : setting.zone;
  const report = readReport(tables, (cell) => instantOf(cell, order.value, zone));
  return report.ok && isOfOthers(report.value, setting) ? fail('another-meeting') : report;
}

/** Two meetings can stand at one time. Whom the file cannot name may be anybody. */
function isOfOthers({ rows }: ReportReading, { invited }: TeamsCsvSetting): boolean {
  const named = rows.filter(({ address }) => address !== '');
  return (
    invited !== undefined &&
    named.length > 0 &&
    named.length === rows.length &&
    !named.some(({ address }) => invited.has(address.toLowerCase()))
  );
}

/** The order in which the file's session is nearest to the chosen occurrence, as 3.1 matches reports. */
function settleOrder(
  tables: Tables,
  { occurrenceSpan, zone }: TeamsCsvSetting,
): Result<DateOrder, TeamsCsvFault> {
  const around = { start: occurrenceSpan.start - 15 * MINUTE, end: occurrenceSpan.end + 30 * MINUTE };
  const fits: { order: DateOrder; session: Span; overlap: number }[] = [];
  let readable = false;
  for (const order of ORDERS) {
    const session = sessionOf(tables, (cell) => instantOf(cell, order, tables.utc ? 'UTC' : zone));
    if (session === null) continue;
    readable = true;
    const overlap = overlapOf(session, around);
    if (overlap > 0) fits.push({ order, session, overlap });
  }
  const [best, second] = fits.sort((a, b) => b.overlap - a.overlap);
  if (best === undefined) return fail(readable ? 'another-time' : 'time-unreadable');
  const undecided = second?.overlap === best.overlap && second.session.start !== best.session.start;
  return undecided ? fail('order-undecidable') : ok(best.order);
}

type Reader = (cell: string) => Instant | null;

/** From start to end; null where a time of the file is no day in this order. */
function sessionOf({ session, participants, stays }: Tables, read: Reader): Span | null {
  const written = [...participants, ...stays]
    .flatMap(({ from, to }) => [from, to])
    .filter((cell) => cell !== '');
  const times = written.map(read);
  const [start, end] = (session ?? []).map(read);
  if ([...times, start, end].includes(null)) return null;
  const known = times.filter((time) => time !== null);
  const span = { start: start ?? Math.min(...known), end: end ?? Math.max(...known) };
  return span.end >= span.start && Number.isFinite(span.start) ? span : null;
}

function readReport(tables: Tables, read: Reader): Result<ReportReading, TeamsCsvFault> {
  const session = sessionOf(tables, read);
  if (session === null) return fail('time-unreadable');
  const people: { line: Line; whole: Span | null; stays: Span[] }[] = tables.participants.map((line) => ({
    line,
    whole: spanOf(line, read),
    stays: [],
  }));
  for (const line of tables.stays) {
    const stay = spanOf(line, read);
    if (stay !== null && !agrees(line, [stay])) return fail('durations-disagree');
    const same = people.filter((one) => isSame(one.line, line));
    // Several guests can have one name: a stay is of the one whose whole time holds it.
    const held = same.find(({ whole }) => stay === null || whole === null || holds(whole, stay)) ?? same[0];
    if (held === undefined) people.push({ line, whole: null, stays: stay === null ? [] : [stay] });
    else if (stay !== null) held.stays.push(stay);
  }
  for (const person of people) {
    if (person.whole === null) continue;
    const known = person.stays.length > 0;
    if (!known) person.stays.push(person.whole);
    if (!agrees(person.line, person.stays)) return fail(known ? 'durations-disagree' : 'stays-missing');
  }
  const rows = people.map(({ line, stays }, index) => rowOf(line, stays, index));
  return ok({
    id: `csv:${session.start}:${session.end}:${fingerprint(JSON.stringify(rows))}`,
    session,
    totalParticipants: tables.total,
    rows,
  });
}

/** null while somebody was still there, or had no time at all: no data, not absence (3.2). */
function spanOf({ from, to }: Line, read: Reader): Span | null {
  const [start, end] = [read(from), read(to)];
  return start === null || end === null ? null : { start, end };
}

const isSame = (a: Line, b: Line): boolean =>
  a.email === '' && b.email === '' ? a.name === b.name : a.email === b.email;

const holds = (whole: Span, part: Span): boolean =>
  part.start >= whole.start - SECOND && part.end <= whole.end + SECOND;

/** The written duration is the checksum of what was read; of two devices at once it may count either way. */
function agrees({ duration }: Line, stays: readonly Span[]): boolean {
  if (duration === '') return true;
  if (stays.some(({ start, end }) => end < start)) return false;
  const seconds = (spans: readonly Span[]) =>
    spans.reduce((all, { start, end }) => all + (end - start) / SECOND, 0);
  const tolerance = TOLERANCE * stays.length;
  return [stays, union(stays)].some((spans) => saysDuration(duration, seconds(spans), tolerance));
}

function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

/** Digits with what stands between them, some of them hidden: somebody who dialled in. */
const PHONE = /^\+?[\d*x•… ().\-/]*\d[\d*x•… ().\-/]*$/iu;

function rowOf({ name, email, signIn }: Line, intervals: readonly Span[], index: number): ReportRow {
  const address = [email, signIn].find((one) => one.includes('@')) ?? '';
  return {
    row: address === '' ? String(index + 1) : address,
    name,
    address,
    directoryId: null,
    identified: address !== '',
    phone: address === '' && PHONE.test(name),
    intervals: [...intervals].sort((a, b) => a.start - b.start),
  };
}

import type { ReportReading } from '../../domain/facts/observed/reading';
import type { ReportSource } from '../../domain/facts/observed/report';
import { fail, ok, type Result } from '../../domain/result';
import { HOUR, MINUTE, overlapOf, type Span, type Zone } from '../../domain/time/time';
import { readCells } from './cells';
import { type ClockReading, clockReadings } from './clock-reading';
import { voicesOf } from './day-periods';
import type { AttendanceFault } from './faults';
import { reportOf } from './report-of-file';
import { likelyShifts, shifted } from './shift';
import type { Tables } from './tables';
import { teamsTables } from './teams';
import { isInUtc, timesIn } from './written-time';
import { zoomTables } from './zoom';

export interface FileSetting {
  /** Where the chosen occurrence stands: settles which number is the day and which the month. */
  readonly occurrenceSpan: Span;
  /** Of the mailbox: the times of a file have no offset. */
  readonly zone: Zone;
  /** Addresses of everybody who is invited, in lower case; without them any meeting of that time is taken. */
  readonly invited?: ReadonlySet<string>;
}

/** A report, and how else its times could be meant (3.1). */
export interface FileReading extends ReportReading {
  readonly source: ReportSource;
  /** False where the file has no times at all. */
  readonly timed: boolean;
  /** Minutes to add where the clock stood otherwise; none: nobody has to be asked. */
  readonly shifts: readonly number[];
}

/** The list of who was there that a program lets a person download, as one report of the occurrence they chose. */
export function readAttendanceFile(
  bytes: Uint8Array,
  setting: FileSetting,
): Result<FileReading, AttendanceFault> {
  const cells = readCells(bytes);
  if (typeof cells === 'string') return fail(cells);
  const found = zoomTables(cells) ?? teamsTables(cells);
  if (typeof found === 'string') return fail(found);
  const tables = { ...found, utc: found.utc || isAllInUtc(found) };
  const report = tables.lengths.length > 0 ? withoutTimes(tables, setting) : withTimes(tables, setting);
  return report.ok && isOfOthers(report.value, setting) ? fail('another-meeting') : report;
}

/** The window of 3.1 around the occurrence. */
const around = ({ start, end }: Span): Span => ({ start: start - 15 * MINUTE, end: end + 30 * MINUTE });

export const isOfOccurrence = (session: Span, occurrence: Span): boolean =>
  overlapOf(session, around(occurrence)) > 0;

function withTimes(tables: Tables, setting: FileSetting): Result<FileReading, AttendanceFault> {
  const { occurrenceSpan, zone } = setting;
  const readings = clockReadings(tables, around(occurrenceSpan), tables.utc ? 'UTC' : zone);
  if (readings.length === 0) return fail(hasDays(tables) ? 'another-time' : 'time-unreadable');
  const ranked = readings
    .map((reading) => ({ reading, overlap: overlapOf(reading.session, around(occurrenceSpan)) }))
    .filter(({ overlap }) => overlap > 0)
    .map((one) => ({ ...one, report: reportOf(tables, one.reading.session, one.reading.at) }))
    // What does not fit its own durations was read wrongly, where something else does.
    .sort((a, b) => Number(b.report.ok) - Number(a.report.ok) || b.overlap - a.overlap);
  const [best, second] = ranked;
  if (best === undefined) return nowhereNear(tables, readings, setting);
  if (!best.report.ok) return best.report;
  if (second?.report.ok === true && second.overlap === best.overlap) return fail('order-undecidable');
  const shifts = tables.utc ? [] : likelyShifts(best.reading.session, occurrenceSpan);
  const twins = readings.flatMap(({ session }) => {
    const apart = session.start - best.reading.session.start;
    return Math.abs(apart) === 12 * HOUR ? [apart / MINUTE] : [];
  });
  return ok({
    ...best.report.value,
    ...{ source: tables.source, timed: true, shifts: [...new Set([...twins, ...shifts])] },
  });
}

/** Of another time as written; of this one perhaps by a clock that stood otherwise. */
function nowhereNear(
  tables: Tables,
  readings: readonly ClockReading[],
  { occurrenceSpan }: FileSetting,
): Result<FileReading, AttendanceFault> {
  const near = readings.flatMap(({ session, at }) => {
    const shifts = tables.utc ? [] : likelyShifts(session, occurrenceSpan);
    const report = reportOf(tables, session, at);
    return shifts.length > 0 && report.ok
      ? [{ ...report.value, source: tables.source, timed: true, shifts }]
      : [];
  });
  const [only, other] = near;
  if (only === undefined) return fail('another-time');
  return other === undefined ? ok(only) : fail('order-undecidable');
}

/** Nothing in the list says when; the person who chose the occurrence does. */
function withoutTimes(tables: Tables, setting: FileSetting): Result<FileReading, AttendanceFault> {
  if (tables.session !== null) {
    const timed = withTimes(tables, setting);
    return timed.ok ? ok({ ...timed.value, timed: false, shifts: [] }) : timed;
  }
  const report = reportOf(tables, setting.occurrenceSpan, () => null);
  return report.ok ? ok({ ...report.value, source: tables.source, timed: false, shifts: [] }) : report;
}

const isAllInUtc = ({ participants, stays }: Tables): boolean => {
  const cells = [...participants, ...stays].map(({ from }) => from).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every(isInUtc);
};

/** Days of some calendar stand there, only not of these weeks. */
function hasDays({ participants, stays }: Tables): boolean {
  const times = [...participants, ...stays].flatMap(({ from }) => timesIn(from)[0] ?? []);
  const isMonth = (number: string) => number.length <= 2 && Number(number) <= 13;
  return times.length > 0 && times.every(({ date }) => date.some(isMonth)) && voicesOf(times).length > 0;
}

/** Two meetings can stand at one time. Whom the file cannot name may be anybody. */
function isOfOthers({ rows }: ReportReading, { invited }: FileSetting): boolean {
  const named = rows.filter(({ address }) => address !== '');
  return (
    invited !== undefined &&
    named.length > 0 &&
    named.length === rows.length &&
    !named.some(({ address }) => invited.has(address.toLowerCase()))
  );
}

/** The report as it is with another clock. Its id stays: it is the same file. */
export const withShift = ({ session, rows, ...rest }: FileReading, minutes: number): FileReading => ({
  ...rest,
  session: shifted(session, minutes),
  rows: rows.map((row) => ({ ...row, intervals: row.intervals.map((one) => shifted(one, minutes)) })),
});

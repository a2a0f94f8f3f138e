import { bytesOfFile } from '../../browser/read-file';
import { standingFacts, takenBack } from '../../domain/facts/log/standing';
import type { Report } from '../../domain/facts/observed/report';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { fail, ok, type Result } from '../../domain/result';
import type { Span } from '../../domain/time/time';
import {
  type FileReading,
  isOfOccurrence,
  readAttendanceFile,
  withShift,
} from '../../formats/attendance/attendance-file';
import { LARGEST_ATTENDANCE_FILE } from '../../formats/attendance/cells';
import type { AttendanceFault } from '../../formats/attendance/faults';
import { undo } from '../enter/own-entries';
import type { Ports } from '../ports';

/** What a file that names no zone can mean: by how many minutes its clock stood otherwise, 0 being as written. */
export interface FileTimes {
  readonly shift: number;
  readonly session: Span;
}

/** `null`: it is in the log. Otherwise which of these readings is right has to be told (3.1). */
export type ImportedFile = readonly FileTimes[] | null;

/**
 * Adds the list that a program lets a person download, as a report of the occurrence they chose. Its times have no
 * zone and no date order of their own: the occurrence settles the order, and where the zone is in doubt the person does.
 * Refused files change nothing; a file that is in the log already is not added again, however it was read then.
 */
export async function importAttendance(
  ports: Ports,
  occurrence: JudgedOccurrence,
  owner: Owner,
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
  shift?: number,
): Promise<Result<ImportedFile, AttendanceFault>> {
  // A file of hundreds of megabytes is refused by its size, before a byte of it is read.
  if (file.size > LARGEST_ATTENDANCE_FILE) return fail('too-large');
  const parsed = readAttendanceFile(await bytesOfFile(file), {
    occurrenceSpan: occurrence.effective,
    zone: owner.zone,
    invited: new Set([owner, ...occurrence.people.map(({ person }) => person)].flatMap(addressesOf)),
  });
  if (!parsed.ok) return fail(parsed.fault);
  const reading = parsed.value;
  const facts = await ports.ledger.factsOf([occurrence.series]);
  const id = `report:${reading.id}`;
  const isOfFile = (one: string) => one === id || one.split('+')[0] === id;
  if (standingFacts(facts).some((fact) => fact.kind === 'report' && isOfFile(fact.id))) return ok(null);
  if (shift === undefined && reading.shifts.length > 0) {
    return ok(
      [0, ...reading.shifts].map((one) => ({ shift: one, session: withShift(reading, one).session })),
    );
  }
  const meant = withShift(reading, shift ?? 0);
  if (!isOfOccurrence(meant.session, occurrence.effective)) return fail('another-time');
  const report = factOf(ports, occurrence, meant, shift ?? 0);
  const [added] = await ports.ledger.append([report]);
  // It was there before and had been taken back: whoever adds it again takes that back.
  if (added === undefined) {
    const back = takenBack(facts);
    const undone = facts.filter(
      (fact) => fact.kind === 'undo' && fact.of === report.id && !back.has(fact.id),
    );
    for (const one of undone) await undo(ports, one.id);
  }
  return ok(null);
}

function factOf(
  ports: Ports,
  { series, key }: JudgedOccurrence,
  { id, source, session, totalParticipants, rows }: FileReading,
  shift: number,
): Report {
  return {
    kind: 'report',
    id: shift === 0 ? `report:${id}` : `report:${id}+${shift}`,
    recordedAt: ports.clock(),
    source,
    series,
    occurrence: key,
    session,
    totalParticipants,
    rows,
    ...(shift === 0 ? {} : { shift }),
  };
}

const addressesOf = ({ key, address, otherAddresses = [] }: Person): readonly string[] =>
  [key, address, ...otherAddresses].map((one) => one.toLowerCase());

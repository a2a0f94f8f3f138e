import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Result } from '../../domain/result';
import type { Span } from '../../domain/time/time';
import type { AttendanceFault } from '../../formats/attendance/faults';

/** Lists of who was there, as programs let a person download them. */
export interface AttendanceActions {
  /**
   * The list of who was there that a program lets a person download. null: it is in the log; else the ways to read its
   * times, of which one has to be chosen (3.1).
   */
  readonly importAttendance: (
    occurrence: OccurrenceKey,
    file: Blob,
    shift?: number,
  ) => Promise<Result<readonly FileTimes[] | null, AttendanceFault>>;
}

/** One way to read the times of a file without a zone: by a clock that stood so many minutes otherwise. */
export interface FileTimes {
  readonly shift: number;
  readonly session: Span;
}

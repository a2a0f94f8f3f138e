import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { OwedLine } from './owed-lines';

/** Days without a record that hang together: of one meeting, and answered in one go. */
export interface Together {
  /** All of them, also those that are settled. */
  readonly days: readonly OwedLine[];
  /** Those that still ask. */
  readonly left: readonly OwedLine[];
}

/** By the name of the first line of each meeting that has several; there it keeps its place, whatever is answered. */
export function togetherAmong(
  lines: readonly OwedLine[],
  meetingOf: (series: SeriesId) => SeriesId,
): ReadonlyMap<string, Together> {
  const meetings = new Map<SeriesId, OwedLine[]>();
  for (const line of lines) {
    const { kind, series } = line.loop;
    if (kind !== 'unrecorded' || series === null) continue;
    const meeting = meetingOf(series);
    meetings.set(meeting, [...(meetings.get(meeting) ?? []), line]);
  }
  return new Map(
    [...meetings.values()].flatMap((days) => {
      const [first] = days;
      if (first === undefined || days.length < 2) return [];
      return [[first.name, { days, left: days.filter(({ settled }) => settled === null) }] as const];
    }),
  );
}

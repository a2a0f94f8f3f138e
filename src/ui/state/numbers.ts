import type { JudgedLineage, JudgedOccurrence } from '../../domain/judged';
import type { Instant, Zone } from '../../domain/time';
import { localDate } from '../../domain/zone';

/** The parts of the history one can ask about: all of it unless the person says otherwise. */
export const SPANS = ['whole', 'rolling', 'this-month', 'last-month', 'this-year'] as const;
export type SpanChoice = (typeof SPANS)[number];

/** Recorded occurrences in the rolling window (7.2). */
export const rollingSize = ({ perWeek }: JudgedLineage): number => (perWeek >= 3 ? 20 : 12);

export const spanName = (span: SpanChoice, lineage: JudgedLineage): string =>
  ({
    whole: 'Whole history',
    rolling: `Last ${rollingSize(lineage)}`,
    'this-month': 'This month',
    'last-month': 'Last month',
    'this-year': 'This year',
  })[span];

/** The occurrences of a span; `rolling` counts those that have a record. */
export function occurrencesOf(
  span: SpanChoice,
  lineage: JudgedLineage,
  now: Instant,
  zone: Zone,
): readonly JudgedOccurrence[] {
  const all = lineage.occurrences;
  if (span === 'whole') return all;
  if (span === 'rolling') return lastRecorded(all, rollingSize(lineage));
  const today = localDate(now, zone);
  const prefix = {
    'this-month': today.slice(0, 7),
    'this-year': today.slice(0, 4),
    'last-month': before(today),
  }[span];
  return all.filter(({ effective }) => localDate(effective.start, zone).startsWith(prefix));
}

const UNRECORDED = ['upcoming', 'superseded', 'not-recorded'];

function lastRecorded(all: readonly JudgedOccurrence[], size: number): readonly JudgedOccurrence[] {
  const recorded = all.filter(
    ({ outcome }) => !UNRECORDED.includes(outcome) && !outcome.startsWith('excluded'),
  );
  const first = recorded.at(-size);
  return first === undefined ? all : all.slice(all.indexOf(first));
}

/** `2026-10` for any day of November 2026. */
function before(today: string): string {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

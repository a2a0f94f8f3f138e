import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { isCounted, windowSize } from '../../domain/measure/counted';
import { oldCounts } from '../../domain/measure/old-counts';
import type { Instant, Span, Zone } from '../../domain/time/time';
import { instantAt, localDate } from '../../domain/time/zone';

/** The parts of the history one can ask about: all of it unless the person says otherwise. */
export const SPANS = ['whole', 'rolling', 'this-month', 'last-month', 'this-year'] as const;
export type SpanChoice = (typeof SPANS)[number];

export const spanName = (choice: SpanChoice, lineage: JudgedLineage): string =>
  ({
    whole: 'Whole history',
    rolling: rollingName(lineage),
    'this-month': 'This month',
    'last-month': 'Last month',
    'this-year': 'This year',
  })[choice];

/** From when to when, by the calendar of the owner's zone; undefined for everything. */
export function spanOf(
  choice: SpanChoice,
  lineage: JudgedLineage,
  now: Instant,
  zone: Zone,
): Span | undefined {
  const [year = 1970, month = 1] = localDate(now, zone).split('-').map(Number);
  switch (choice) {
    case 'whole':
      return undefined;
    case 'rolling':
      return lastRecorded(lineage);
    case 'this-month':
      return { start: firstOf(year, month, zone), end: firstOf(year, month + 1, zone) };
    case 'last-month':
      return { start: firstOf(year, month - 1, zone), end: firstOf(year, month, zone) };
    case 'this-year':
      return { start: firstOf(year, 1, zone), end: firstOf(year + 1, 1, zone) };
  }
}

/** Midnight of the first of a month; month 13 is January of the next year. */
function firstOf(year: number, month: number, zone: Zone): Instant {
  const date = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  return instantAt(date, 0, zone);
}

/** Far enough ahead to hold whatever a calendar shows. */
const EVER = 8.64e15;

/** 7.2: the last 20 or 12 recorded occurrences, and what lies between them; everything while there are fewer. */
function lastRecorded(lineage: JudgedLineage): Span | undefined {
  const start = recordedStarts(lineage).at(-windowSize(lineage.perWeek));
  return start === undefined ? undefined : { start, end: EVER };
}

/** While there are fewer rows than the window holds it is the whole history, and is not called the last 12. */
function rollingName(lineage: JudgedLineage): string {
  const size = windowSize(lineage.perWeek);
  const rows = recordedStarts(lineage).length;
  if (rows >= size) return `Last ${size}`;
  return `All ${rows + oldCounts(lineage).counted}`;
}

const recordedStarts = ({ occurrences }: JudgedLineage): readonly Instant[] =>
  occurrences
    .filter((occurrence) => isCounted(occurrence) && !occurrence.disputed)
    .map(({ effective }) => effective.start)
    .sort((a, b) => a - b);

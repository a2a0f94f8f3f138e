import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import type { LookBackNotes, Month, UnsealedLookBack } from '../facts/entered/look-back';
import type { JudgedLineage } from '../judge/judged/judged';
import type { Instant, Span, Zone } from '../time/time';
import { instantAt, localDate } from '../time/zone';
import { DEFINITIONS_VERSION } from '../version';
import { isCounted, isDue } from './counted';
import { measuresOf } from './measures';
import type { Consulted } from './told';

const monthOf = (at: Instant, zone: Zone): Month => localDate(at, zone).slice(0, 7);

function monthAfter(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [next, of] = number === 12 ? [1, year + 1] : [number + 1, year];
  return `${String(of).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}

/** From midnight to midnight in the owner's zone. */
export const spanOfMonth = (month: Month, zone: Zone): Span => ({
  start: instantAt(`${month}-01`, 0, zone),
  end: instantAt(`${monthAfter(month)}-01`, 0, zone),
});

/** The months in which something was due and has begun, newest first; the running one is among them. */
export function monthsOf({ occurrences }: JudgedLineage, zone: Zone, now: Instant): readonly Month[] {
  const due = occurrences.filter((one) => isDue(one) && one.effective.start <= now);
  return [...new Set(due.map(({ effective }) => monthOf(effective.start, zone)))].sort().reverse();
}

/** How many of a month's due occurrences nobody has said anything about: worth asking before it is frozen. */
export const notRecordedIn = ({ occurrences }: JudgedLineage, span: Span): number =>
  occurrences.filter(
    (one) =>
      isDue(one) && !isCounted(one) && one.effective.start >= span.start && one.effective.start < span.end,
  ).length;

/** The numbers of a month as they stand now, ready to be sealed. */
export function lookBackOn(
  lineage: JudgedLineage,
  told: Consulted & { readonly decisions: readonly Decision[]; readonly recaps: readonly Telling[] },
  month: Month,
  zone: Zone,
  notes: LookBackNotes,
): UnsealedLookBack {
  const measures = measuresOf(lineage, told.decisions, told.recaps, spanOfMonth(month, zone), told);
  return {
    ...notes,
    series: lineage.id,
    month,
    definitions: DEFINITIONS_VERSION,
    window: lineage.window,
    numbers: measures.map(({ name, count, of, percent, range }) => ({
      ...{ name, count, of, percent },
      ...{ low: range?.low ?? null, high: range?.high ?? null },
    })),
  };
}

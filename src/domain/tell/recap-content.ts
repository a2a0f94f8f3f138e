import { decidedAmong, decidedIn, type Standing } from '../agree/decided-in';
import type { Telling } from '../facts/decided/catch-up-entry';
import { sentRecaps } from '../facts/decided/sending';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { isHeld, wasPresent } from '../facts/things/outcomes';
import type { PersonKey } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { isOfLineage } from '../judge/judged/of-lineage';
import { absenteesOf } from '../judge/questions/missed';
import type { Instant } from '../time/time';

/**
 * The decisions to tell in the recap of an occurrence: its own, and earlier ones that those who missed it cannot have
 * heard: made since they were last there, and not in a recap that went to them. `reader`: for this one alone; somebody
 * who was there, or only should hear, is told what is its own.
 */
export function decisionsFor(
  occurrence: JudgedOccurrence,
  lineage: JudgedLineage,
  decisions: readonly Standing[],
  recaps: readonly Telling[],
  reader?: PersonKey,
): readonly Standing[] {
  const absentees = absenteesOf(occurrence).map(({ person }) => person.key);
  const absent = reader === undefined ? absentees : absentees.filter((key) => key === reader);
  const { since, until } = stretchOf(occurrence, lineage, absent);
  const occurrences = homesIn(lineage);
  const other = sentRecaps(recaps).filter((recap) => recap.occurrence !== occurrence.key);
  const wasTold = ({ id }: Standing): boolean =>
    absent.length > 0 &&
    absent.every((key) =>
      other.some((recap) => recap.decisions.includes(id) && recap.to.some((to) => to.key === key)),
    );
  const belongs = (decision: Standing): boolean => {
    if (decision.occurrence === occurrence.key || decidedIn(decision) === occurrence.key) return true;
    const home = decidedAmong(decision, occurrences);
    if (home !== undefined && wereThere(home, absent)) return false;
    const at = home?.effective.start ?? decision.decidedAt;
    return at >= since && at < until;
  };
  return decisions
    .filter((one) => isOfLineage(lineage, one) && belongs(one) && !wasTold(one))
    .sort((a, b) => a.number - b.number);
}

const homes = new WeakMap<JudgedLineage, ReadonlyMap<OccurrenceKey, JudgedOccurrence>>();

/** The occurrences of a lineage by key, made once for it. */
function homesIn(lineage: JudgedLineage): ReadonlyMap<OccurrenceKey, JudgedOccurrence> {
  const before = homes.get(lineage);
  if (before !== undefined) return before;
  const made = new Map(lineage.occurrences.map((one) => [one.key, one]));
  homes.set(lineage, made);
  return made;
}

/** From the end of the last time they were all there to the start of the next occurrence. */
export function stretchOf(
  occurrence: JudgedOccurrence,
  lineage: JudgedLineage,
  absent: readonly PersonKey[],
): { since: Instant; until: Instant } {
  const { start } = occurrence.effective;
  // Where nobody is known to be absent, only what was decided from its start on is its own.
  let since = absent.length === 0 ? start : Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  // Asked of each occurrence of a long log: one walk, the newest first, and who was there only where it could matter.
  for (let at = lineage.occurrences.length - 1; at >= 0; at -= 1) {
    const one = lineage.occurrences[at];
    if (one === undefined || one.key === occurrence.key || one.outcome === 'superseded') continue;
    const { effective } = one;
    if (effective.start > start) until = Math.min(until, effective.start);
    else if (effective.start < start && effective.end > since && absent.length > 0 && wereThere(one, absent))
      since = effective.end;
  }
  return { since, until };
}

const wereThere = ({ outcome, people }: JudgedOccurrence, keys: readonly PersonKey[]): boolean =>
  keys.length > 0 &&
  isHeld(outcome) &&
  keys.every((key) => people.some((one) => one.person.key === key && wasPresent(one.outcome)));

/** The next time they can speak; null where nothing is planned. */
export function nextOccurrence(lineage: JudgedLineage, now: Instant): JudgedOccurrence | null {
  const ahead = lineage.occurrences.filter(
    ({ outcome, effective }) => outcome === 'upcoming' && effective.start > now,
  );
  return ahead.reduce<JudgedOccurrence | null>(
    (next, one) => (next === null || one.effective.start < next.effective.start ? one : next),
    null,
  );
}

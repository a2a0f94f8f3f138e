import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
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
  decisions: readonly Decision[],
  recaps: readonly Telling[],
  reader?: PersonKey,
): readonly Decision[] {
  const absentees = absenteesOf(occurrence).map(({ person }) => person.key);
  const absent = reader === undefined ? absentees : absentees.filter((key) => key === reader);
  const { since, until } = stretchOf(occurrence, lineage, absent);
  const occurrences = new Map(lineage.occurrences.map((one) => [one.key, one]));
  const other = sentRecaps(recaps).filter((recap) => recap.occurrence !== occurrence.key);
  const wasTold = ({ id }: Decision): boolean =>
    absent.length > 0 &&
    absent.every((key) =>
      other.some((recap) => recap.decisions.includes(id) && recap.to.some((to) => to.key === key)),
    );
  const belongs = (decision: Decision): boolean => {
    if (decision.occurrence === occurrence.key) return true;
    const home = decision.occurrence === null ? undefined : occurrences.get(decision.occurrence);
    if (home !== undefined && wereThere(home, absent)) return false;
    const at = home?.effective.start ?? decision.decidedAt;
    return at >= since && at < until;
  };
  return decisions
    .filter((one) => isOfLineage(lineage, one) && belongs(one) && !wasTold(one))
    .sort((a, b) => a.number - b.number);
}

/** From the end of the last time they were all there to the start of the next occurrence. */
export function stretchOf(
  occurrence: JudgedOccurrence,
  lineage: JudgedLineage,
  absent: readonly PersonKey[],
): { since: Instant; until: Instant } {
  const { start } = occurrence.effective;
  const others = lineage.occurrences.filter(
    ({ key, outcome }) => key !== occurrence.key && outcome !== 'superseded',
  );
  const ends = others
    .filter((one) => one.effective.start < start && wereThere(one, absent))
    .map(({ effective }) => effective.end);
  const starts = others.map(({ effective }) => effective.start).filter((at) => at > start);
  // Where nobody is known to be absent, only what was decided from its start on is its own.
  const since = absent.length === 0 ? start : Math.max(...ends, Number.NEGATIVE_INFINITY);
  return { since, until: Math.min(...starts, Number.POSITIVE_INFINITY) };
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

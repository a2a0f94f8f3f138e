import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import { isClosed, recapState } from '../facts/decided/sending';
import type { SeriesId } from '../facts/things/occurrence';
import { isExcluded, isHeld, wasPresent } from '../facts/things/outcomes';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { absenteesOf, needsRecap } from '../judge/questions/missed';
import { recapTime } from '../judge/questions/recap-time';
import { DAY, type Instant } from '../time/time';
import { decisionsFor } from './recap-content';

/** The one thing worth doing now. */
export type NextStep =
  | { readonly kind: 'same-meeting'; readonly question: JudgedLineage['splitQuestions'][number] }
  | { readonly kind: 'series-vanished'; readonly series: SeriesId }
  | { readonly kind: 'what-happened'; readonly occurrence: JudgedOccurrence }
  | { readonly kind: 'match-participant'; readonly participant: JudgedLineage['unmatched'][number] }
  | { readonly kind: 'recap-not-sent'; readonly occurrence: JudgedOccurrence }
  | { readonly kind: 'nothing' };

/** What is older is history, and no longer news for anybody. */
const FRESH = 14 * DAY;

/**
 * What changes most comes first: which meeting this is, what happened last, who somebody was, and then whom to tell.
 */
export function nextStep(
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly Telling[],
  now: Instant,
): NextStep {
  const question = lineage.splitQuestions[0];
  if (question !== undefined) return { kind: 'same-meeting', question };
  const vanished = lineage.vanished[0];
  if (vanished !== undefined) return { kind: 'series-vanished', series: vanished };
  const newest = [...lineage.occurrences].sort((a, b) => b.effective.start - a.effective.start);
  const open = newest.find(
    ({ questions }) => questions.includes('what-happened') || questions.includes('missing'),
  );
  if (open !== undefined) return { kind: 'what-happened', occurrence: open };
  const participant = lineage.unmatched[0];
  if (participant !== undefined) return { kind: 'match-participant', participant };
  const untold = newestUntold(newest, lineage, decisions, recaps, now);
  return untold === null ? { kind: 'nothing' } : { kind: 'recap-not-sent', occurrence: untold };
}

/** Somebody missed it. One that was left out asks for a recap only where there is a decision to tell. */
export const isWorthARecap = (
  occurrence: JudgedOccurrence,
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly Telling[],
): boolean =>
  needsRecap(occurrence) &&
  (!isExcluded(occurrence.outcome) || decisionsFor(occurrence, lineage, decisions, recaps).length > 0);

/** The last occurrence that somebody missed and was not told of, unless they have met since. */
function newestUntold(
  newest: readonly JudgedOccurrence[],
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly Telling[],
  now: Instant,
): JudgedOccurrence | null {
  const states = recapState(recaps);
  for (const occurrence of newest) {
    const { outcome, effective, key } = occurrence;
    if (effective.start > now && outcome === 'upcoming') continue;
    if (effective.start < now - FRESH) return null;
    if (needsRecap(occurrence) && recapTime(occurrence, now) !== null) {
      if (isClosed(states.get(key))) return null;
      const worthIt = isWorthARecap(occurrence, lineage, decisions, recaps);
      if (worthIt && absenteesOf(occurrence).some(({ person }) => person.address !== '')) return occurrence;
    }
    if (isHeld(outcome) && everybodyWasThere(occurrence)) return null;
  }
  return null;
}

const everybodyWasThere = ({ people }: JudgedOccurrence): boolean =>
  people.every(({ needed, isOwner, outcome }) => !needed || isOwner || wasPresent(outcome));

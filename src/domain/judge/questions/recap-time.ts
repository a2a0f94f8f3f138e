import { isCancelled } from '../../facts/things/outcomes';
import type { Instant } from '../../time/time';
import type { JudgedOccurrence } from '../judged/judged';

/**
 * Which occurrences have a recap, and when it may go (13.4): one that is past or cancelled, at once; one that is going
 * on and to which nobody else came (2.11), when it is over. Null: there is none, as of what is still to come, of a
 * holiday next month, or of what takes place elsewhere.
 */
export function recapTime(
  { outcome, effective }: Pick<JudgedOccurrence, 'outcome' | 'effective'>,
  now: Instant,
): { readonly notBefore: Instant | null } | null {
  if (outcome === 'superseded' || outcome === 'upcoming') return null;
  if (effective.end <= now || isCancelled(outcome)) return { notBefore: null };
  const isRunning = effective.start <= now;
  return isRunning && outcome === 'not-held-no-message' ? { notBefore: effective.end } : null;
}

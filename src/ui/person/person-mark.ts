import { type PersonOutcome, wasPresent } from '../../domain/facts/things/outcomes';
import type { Mark } from '../parts/tile';

/** The shape of how it was with one person: the same shapes as for an occurrence, and never a colour. */
export function personMarkOf(outcome: PersonOutcome | null): Mark {
  if (outcome === 'present') return 'met';
  if (wasPresent(outcome) || outcome === 'connected-briefly') return 'part';
  if (outcome === 'delegate-attended') return 'reinstated';
  if (outcome?.startsWith('apologies')) return 'apologies';
  if (outcome === 'not-present-no-message') return 'nobody';
  return outcome === 'not-recorded' ? 'unknown' : 'away';
}

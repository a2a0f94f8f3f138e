import {
  type PersonOutcome,
  type PersonOutcomeGroup,
  personGroupOf,
} from '../../domain/facts/things/outcomes';
import type { MarkName } from '../parts/tile';

const MARK_OF: Readonly<Record<PersonOutcomeGroup, MarkName>> = {
  present: 'part',
  briefly: 'part',
  delegate: 'reinstated',
  apologies: 'apologies',
  'no-message': 'nobody',
  'not-recorded': 'unknown',
  away: 'away',
  'not-expected': 'away',
};

/** The shape of how it was with one person: the same shapes as for an occurrence, and never a colour. */
export function personMarkOf(outcome: PersonOutcome | null): MarkName {
  if (outcome === null) return 'away';
  return outcome === 'present' ? 'met' : MARK_OF[personGroupOf(outcome)];
}

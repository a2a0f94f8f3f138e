import type { Person } from '../../facts/things/person';
import type { Instant } from '../../time/time';
import type { CatchUpKnown, CaughtUp } from './caught-up';
import { untoldDecisions } from './untold-decisions';
import { waitingQuestions } from './waiting-questions';

/** What one person is to hear now, over all meetings, in its order (13.3). */
export interface CatchUp {
  readonly whole: readonly CaughtUp[];
  /** From the eighth on, a line each. */
  readonly lines: readonly CaughtUp[];
  /** So many stay for the next. */
  readonly later: number;
}

const WHOLE = 7;
const MOST = 30;

/** Exactly what somebody should hear and was not told (13.1, 13.2): questions first, then what was decided. */
export function catchUpOf(known: CatchUpKnown, person: Person, now: Instant): CatchUp {
  const all = [...waitingQuestions(known, person, now), ...untoldDecisions(known, person, now)];
  return {
    whole: all.slice(0, WHOLE),
    lines: all.slice(WHOLE, MOST),
    later: Math.max(0, all.length - MOST),
  };
}

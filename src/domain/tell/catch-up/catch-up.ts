import type { Person } from '../../facts/things/person';
import type { Instant } from '../../time/time';
import type { CatchUpKnown, CaughtUp } from './caught-up';
import { pointsFor } from './open-points';
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

/**
 * Exactly what somebody should hear and was not told (13.1, 13.2), and what is open with them: questions first, by deadline,
 * those without one last; then what was decided and what is news, the newest first; of one time by number.
 */
export function catchUpOf(known: CatchUpKnown, person: Person, now: Instant): CatchUp {
  const all: readonly CaughtUp[] = [
    ...waitingQuestions(known, person, now),
    ...pointsFor(known, person, now),
    ...untoldDecisions(known, person, now),
  ];
  const asked = all.filter(needsThem).sort((a, b) => endOf(a) - endOf(b) || byNumber(a, b));
  const told = all
    .filter((one) => !needsThem(one))
    .sort((a, b) => broughtUpAt(b) - broughtUpAt(a) || byNumber(a, b));
  const inOrder = [...asked, ...told];
  return {
    whole: inOrder.slice(0, WHOLE),
    lines: inOrder.slice(WHOLE, MOST),
    later: Math.max(0, inOrder.length - MOST),
  };
}

/** A question, whatever it is about. */
export const needsThem = (one: CaughtUp): boolean =>
  one.kind === 'question' || (one.kind === 'point' && one.history.point.sort === 'question');

const endOf = (one: CaughtUp): number =>
  (one.kind === 'decided' ? null : one.deadline) ?? Number.POSITIVE_INFINITY;

/** When it came about. */
export function broughtUpAt(one: CaughtUp): Instant {
  if (one.kind === 'point') return one.history.point.raisedAt;
  return one.kind === 'decided' ? one.at : one.history.decision.recordedAt;
}

const thingOf = (one: CaughtUp) => (one.kind === 'point' ? one.history.point : one.history.decision);

function byNumber(a: CaughtUp, b: CaughtUp): number {
  const [one, other] = [thingOf(a), thingOf(b)];
  // A decision before a point of the same number.
  const kinds = Number(a.kind === 'point') - Number(b.kind === 'point');
  return one.number - other.number || kinds || (one.id < other.id ? -1 : 1);
}

import type { InputRequest } from '../facts/decided/consulting';
import { eachOnce } from '../facts/things/people';
import type { Person } from '../facts/things/person';
import type { Instant, Zone } from '../time/time';
import { instantAt } from '../time/zone';
import { DECISION_STANDINGS, type DecisionHistory } from './decision-history';
import { openObjections } from './objections';

/** What can be said of a decision before anything else, what needs the owner first. */
export const DECISION_BADGES = ['problem', 'talk', 'look-again', ...DECISION_STANDINGS] as const;
export type DecisionBadge = (typeof DECISION_BADGES)[number];

/**
 * What is said of a decision first: an open objection (14.1 (2)), then how it stands. An answer is not said twice, and
 * what was decided is looked at again from its day on (14.1 (8)).
 */
export function decisionBadges(history: DecisionHistory, now: Instant, zone: Zone): readonly DecisionBadge[] {
  const open = openObjections(history);
  const { standing, answers } = history;
  const again = lookAgainFrom(history, zone);
  const stands = again !== null && again <= now ? 'look-again' : standing;
  if (open.length === 0) return [stands];
  const said = open.some((one) => one.said === 'problem') ? 'problem' : 'talk';
  const last = answers.at(-1);
  return standing === 'answered' && open.some(({ id }) => id === last?.id) ? [said] : [said, stands];
}

/** From when a decision is to be looked at again; null: it is not, or was decided anew on that day or later. */
export function lookAgainFrom(
  { decision, standing, decidedAt }: DecisionHistory,
  zone: Zone,
): Instant | null {
  if (decision.revisitOn === undefined || standing !== 'decided' || decidedAt === null) return null;
  const from = instantAt(decision.revisitOn, 0, zone);
  return decidedAt >= from ? null : from;
}

/** Who was asked and can still answer in time, and the asking whose time ends last (11.4); null: nobody. */
export function waitsFor({ asked }: DecisionHistory): WaitsFor | null {
  const waiting = asked.filter(({ standing }) => standing === 'waiting').map(({ request }) => request);
  const [first, ...others] = waiting;
  if (first === undefined) return null;
  return {
    people: eachOnce(waiting.map(({ person }) => person)),
    last: others.reduce((latest, one) => (one.deadline >= latest.deadline ? one : latest), first),
  };
}

interface WaitsFor {
  readonly people: readonly Person[];
  readonly last: InputRequest;
}

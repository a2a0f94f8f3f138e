import type { Reduced } from '../facts/entered/reduced';
import type { Fact } from '../facts/log/fact';
import { kindOf } from '../facts/log/kinds';
import { mergeFacts } from '../facts/log/log';
import { takenBack } from '../facts/log/standing';
import { monthAt } from '../facts/things/month';
import { pointHistories } from '../points/point-history';
import { promiseHistories } from '../promises/promise-history';
import type { Instant } from '../time/time';

/** What of a log goes because it was closed long ago (9): ids alone. */
export type ClosedAway = Required<Pick<Reduced, 'closed' | 'numbersTo'>>;

/** A point or a promise of which nothing is open, with the month of the last word about it. */
interface Closed {
  readonly id: string;
  readonly month: string;
}

/** What is left of a fact once these points and promises went; null: nothing. */
export function withoutClosed(fact: Fact, closed: ReadonlySet<string>): Fact | null {
  if (closed.size === 0) return fact;
  const { reducedWith } = kindOf<Fact>(fact);
  return typeof reducedWith === 'object' ? reducedWith.without(fact, (id) => closed.has(id)) : fact;
}

/**
 * Points and promises that were closed, or taken back, up to and with this month, whatever meeting they came up in. One
 * whose number an open one shares stays: that one would get another name (12.1).
 */
export function closedUntil(facts: readonly Fact[], until: string): ClosedAway {
  const ids = new Set(closedAmong(facts).flatMap(({ id, month }) => (isDue(month, until) ? [id] : [])));
  const points = facts.filter((fact) => fact.kind === 'point');
  const open = new Set(points.flatMap(({ id, number }) => (ids.has(id) ? [] : [number])));
  const stays = new Set(points.flatMap(({ id, number }) => (open.has(number) ? [id] : [])));
  const gone = points.filter(({ id }) => ids.has(id) && !stays.has(id));
  return {
    closed: [...ids].filter((id) => !stays.has(id)).sort(),
    numbersTo: Math.max(0, ...gone.map(({ number }) => number)),
  };
}

/** In which months they were closed, of those that go: more than one at once is a reason to ask. */
export const monthsOfClosed = (facts: readonly Fact[], { closed }: ClosedAway): readonly string[] => {
  const ids = new Set(closed);
  return [...new Set(closedAmong(facts).flatMap(({ id, month }) => (ids.has(id) ? [month] : [])))];
};

/**
 * A reduction as it is heeded here: what it says was closed, and is open or was spoken of since as far as this log knows,
 * stays. What is not known here stays on its list.
 */
export function asClosedHere(reduced: Reduced, facts: readonly Fact[]): Reduced {
  const { closed = [], until } = reduced;
  if (closed.length === 0) return reduced;
  const listed = new Set(closed);
  const here = new Set(
    facts.flatMap((fact) => (isPointOrPromise(fact) && listed.has(fact.id) ? [fact.id] : [])),
  );
  const due = new Set(closedAmong(facts).flatMap(({ id, month }) => (isDue(month, until) ? [id] : [])));
  return { ...reduced, closed: closed.filter((id) => !here.has(id) || due.has(id)) };
}

const isPointOrPromise = ({ kind }: Fact): boolean => kind === 'point' || kind === 'promise';

const isDue = (month: string, until: string): boolean => month !== '' && month <= until;

function closedAmong(all: readonly Fact[]): readonly Closed[] {
  // Of a whole log this is little.
  const facts = all.filter((fact) => fact.kind === 'undo' || typeof kindOf(fact).reducedWith === 'object');
  const points = pointHistories(facts).map(({ point, standing, steps, mails, after }) => ({
    id: point.id,
    isOpen: standing === 'open',
    times: [point.raisedAt, ...steps.map(({ at }) => at), ...[...mails, ...after].map(sentAt)],
    said: [point, ...steps, ...mails, ...after],
  }));
  const promises = promiseHistories(facts).map(({ promise, standing, steps }) => ({
    id: promise.id,
    isOpen: standing === 'open',
    times: [promise.saidAt, ...steps.map(({ at }) => at)],
    said: [promise, ...steps],
  }));
  const each = mergeFacts(facts, []);
  const back = takenBack(each);
  const undos = each.filter((fact) => fact.kind === 'undo');
  const undone = each
    .filter((fact) => isPointOrPromise(fact) && back.has(fact.id))
    .map((fact) => ({
      id: fact.id,
      isOpen: false,
      times: [],
      said: [fact, ...undos.filter(({ of }) => of === fact.id)],
    }));
  return [...points, ...promises, ...undone].flatMap(({ id, isOpen, times, said }) =>
    isOpen ? [] : [{ id, month: monthAt(Math.max(...times, ...said.map(({ recordedAt }) => recordedAt))) }],
  );
}

const sentAt = ({
  sentAt: at,
  recordedAt,
}: {
  readonly sentAt: Instant | null;
  readonly recordedAt: Instant;
}) => at ?? recordedAt;

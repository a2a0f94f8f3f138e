import type { Person } from '../facts/things/person';
import { addDays } from '../time/days';
import type { Instant, Span, Zone } from '../time/time';
import { instantAt, localDate } from '../time/zone';
import type { Loop, Matter } from './loop';
import { type LoopMatters, nextMidnight } from './open-loops';

/** What stands beside the open loops, and is none: it is read off the same matters. */

/** A kept meeting of today or tomorrow that is on now or to come. */
export interface Sync extends Pick<Loop, 'series' | 'occurrence' | 'title' | 'decisions'> {
  readonly span: Span;
  /** How many points stand to be raised there; one that waits for two of them counts in the sooner. */
  readonly points: number;
}

/** Somebody who has something untold. */
export interface PersonOwed {
  readonly person: Person;
  /** Decisions they were not told yet. */
  readonly toHear: number;
  /** Questions that they were asked and have not answered. */
  readonly toAnswer: number;
}

/** The syncs of the owner's today and tomorrow that stand, the soonest first. */
export function syncsAhead({ matters }: LoopMatters, now: Instant, zone: Zone): readonly Sync[] {
  const end = instantAt(addDays(localDate(now, zone), 2), 0, zone);
  const counted = new Set<string>();
  return matters
    .flatMap(({ kind, span, ...place }) =>
      kind === 'unrecorded' && span !== null ? [{ ...place, span }] : [],
    )
    .filter(({ span }) => now < span.end && span.start < end)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ series, occurrence, title, decisions, span }) => {
      const raised = matters
        .filter((one) => one.kind === 'sync' && one.occurrence === occurrence)
        .flatMap(({ holds }) => holds.flatMap(({ takes }) => takes))
        .filter((point) => !counted.has(point));
      for (const point of raised) counted.add(point);
      return { ...{ series, occurrence, title, decisions, span }, points: raised.length };
    });
}

/** When the clock alone changes that which is told here; null: not by what is known. */
export const besideUntil = ({ matters }: LoopMatters, now: Instant, zone: Zone): Instant | null =>
  matters.some(({ kind, span }) => kind === 'unrecorded' && span !== null && now < span.start)
    ? nextMidnight(now, zone)
    : null;

/** One line for whoever has something untold, the newest first; a line that was put off hides nobody. */
export function peopleOwed({ matters }: LoopMatters, now: Instant): readonly PersonOwed[] {
  const untold = matters
    .filter(({ kind, from, until }) => kind === 'to-tell' && from <= now && (until === null || now < until))
    .sort((a, b) => b.at - a.at);
  const people = new Map(untold.flatMap(({ people: [person] }) => (person ? [[person.key, person]] : [])));
  return [...people.values()].map((person) => {
    const theirs = untold.filter((one) => isOf(one, person));
    const asked = matters.filter((one) => one.kind === 'no-answer' && isOf(one, person));
    return { person, toHear: heldIn(theirs), toAnswer: heldIn(asked) };
  });
}

const isOf = ({ people: [first] }: Matter, { key }: Person): boolean => first?.key === key;

const heldIn = (matters: readonly Matter[]): number =>
  new Set(matters.flatMap(({ holds }) => holds.map(({ id }) => id))).size;

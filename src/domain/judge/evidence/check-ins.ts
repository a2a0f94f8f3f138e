import type { CheckIn, PersonSaid, Saying } from '../../facts/entered/check-in';
import { asSaid, standsAt } from '../../facts/log/dating';
import type { Identity } from '../../facts/things/identity';
import type { PersonKey } from '../../facts/things/person';
import { type Instant, MINUTE, minutesOf, type Span } from '../../time/time';

/** 3.6: "nobody joined" can count after ten minutes, or a third of the planned length, but at least five. */
export const waitFor = (span: Span): number => Math.min(10, Math.max(5, minutesOf(span) / 3)) * MINUTE;

/** What the check-ins of an occurrence say when taken together. */
export interface CheckInReading {
  /** The check-in about the meeting that counts: the latest. */
  readonly checkIn: CheckIn | null;
  readonly saying: Saying | null;
  /** Of a *we met*; null: not said. */
  readonly minutes: number | null;
  readonly people: ReadonlyMap<PersonKey, Quoted>;
  /** Made before it can count: kept as a note without effect. */
  readonly tooEarly: readonly CheckIn[];
  /** The latest of any kind, to take back. */
  readonly latest: CheckIn | null;
}

export interface Quoted extends PersonSaid {
  readonly fact: string;
  readonly recordedAt: Instant;
  /** Where it stands among what was said. */
  readonly stands: Instant;
}

/**
 * The latest check-in of an occurrence counts. One that is only about people (word can come before the meeting) says
 * nothing about the meeting, and stands beside the latest that does; about the same person the later one counts.
 */
export function checkInReadingOf(
  checkIns: readonly CheckIn[],
  effective: Span,
  identity: Identity,
): CheckInReading {
  const from = effective.start + waitFor(effective);
  const isTooEarly = ({ said, recordedAt }: CheckIn) => said === 'nobody-joined' && recordedAt < from;
  const counting = checkIns.filter((one) => !isTooEarly(one));
  const checkIn = counting.findLast(({ said }) => said !== null) ?? null;
  const tooEarly = checkIns.filter(isTooEarly);
  const words = counting.findLast(({ said }) => said === null) ?? null;
  const ahead = tooEarly.flatMap(sentAhead).at(-1) ?? null;
  const people = new Map<PersonKey, Quoted>();
  const quoted = [checkIn, words, ahead].filter((one) => one !== null);
  for (const checkIn of quoted.sort(asSaid)) {
    const { id: fact, recordedAt } = checkIn;
    const stands = standsAt(checkIn);
    for (const one of checkIn.people) {
      const person = identity.keyOf(one.person);
      people.set(person, { ...one, person, fact, recordedAt, stands });
    }
  }
  const minutes = checkIn?.minutes ?? null;
  return {
    checkIn,
    saying: checkIn?.said ?? null,
    minutes: minutes !== null && Number.isFinite(minutes) ? Math.max(0, minutes) : null,
    people,
    tooEarly,
    latest: checkIns.at(-1) ?? null,
  };
}

/** 2: what a *nobody joined* that came too early says of people: who sent word or is away, is so before the start as well. */
function sentAhead(checkIn: CheckIn): readonly CheckIn[] {
  const people = checkIn.people.filter(({ said }) => said === 'sent-word' || said === 'away');
  return people.length === 0 ? [] : [{ ...checkIn, people }];
}

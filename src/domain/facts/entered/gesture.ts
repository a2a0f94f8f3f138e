import { DAY, type Instant } from '../../time/time';
import type { SeriesId } from '../things/occurrence';
import { isSamePerson, type Person } from '../things/person';

/** What the owner can do towards the other side, beside the recaps. Each is noted by hand: no mail tells by itself. */
export const GESTURES = ['told-of-record', 'invited-again', 'offered-one-to-one', 'read-own-side'] as const;
export type GestureKind = (typeof GESTURES)[number];

/**
 * A step towards somebody, as a fact, so that it is not asked for twice and can stand in a chronology. Not `done`
 * is "not now": what was offered is not offered again for a while.
 */
export interface Gesture {
  readonly kind: 'gesture';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly does: GestureKind;
  /** Towards whom; nobody for what the owner did alone. */
  readonly people: readonly Person[];
  readonly done: boolean;
}

/** The steps of one kind, oldest first; towards one person where one is named. */
export const gesturesOf = (
  gestures: readonly Gesture[],
  does: GestureKind,
  person?: Person,
): readonly Gesture[] =>
  gestures
    .filter(
      (one) =>
        one.does === does && (person === undefined || one.people.some((to) => isSamePerson(to, person))),
    )
    .sort((a, b) => a.recordedAt - b.recordedAt);

/** When it was last done; null: never yet. */
export const lastDone = (gestures: readonly Gesture[], does: GestureKind, person?: Person): Instant | null =>
  gesturesOf(gestures, does, person).findLast(({ done }) => done)?.recordedAt ?? null;

/** "Not now" about the record is asked again once, after so long. */
const AGAIN = 7 * DAY;
const MOST_ASKED = 2;

/** Who does not know yet that the log is kept, and may be asked about: not at once again, and not for ever. */
export function peopleToTell(
  people: readonly Person[],
  gestures: readonly Gesture[],
  now: Instant,
): readonly Person[] {
  return people.filter((person) => {
    const asked = gesturesOf(gestures, 'told-of-record', person);
    const last = asked.at(-1);
    if (last === undefined) return true;
    return !asked.some(({ done }) => done) && asked.length < MOST_ASKED && now - last.recordedAt >= AGAIN;
  });
}

import type { Instant, Weekday } from '../../time/time';
import { isSamePerson, type Person } from '../things/person';

export const RHYTHMS = ['each-miss', 'daily', 'weekly'] as const;
export type HowOften = (typeof RHYTHMS)[number];

/** How often somebody hears what they missed, by the owner's choice (13.5): an own entry; the latest counts. */
export interface Rhythm {
  readonly kind: 'rhythm';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly person: Person;
  readonly often: HowOften;
  /** Of `weekly`. */
  readonly weekday?: Weekday;
}

/** As chosen; `each-miss` where nothing was. */
export type TheirRhythm = Pick<Rhythm, 'often' | 'weekday'>;

export const USUAL_RHYTHM: TheirRhythm = { often: 'each-miss' };

/** `rhythms`: those that stand, in the order chosen. */
export const rhythmOf = (rhythms: readonly Rhythm[], person: Person): TheirRhythm =>
  rhythms.findLast((one) => isSamePerson(one.person, person)) ?? USUAL_RHYTHM;

import type { Instant } from '../../time/time';
import type { OccurrenceKey } from '../things/occurrence';
import type { PersonKey } from '../things/person';

export const SAYINGS = ['we-met', 'nobody-joined', 'agreed-to-skip', 'i-was-not-there'] as const;
export type Saying = (typeof SAYINGS)[number];

export const PERSON_SAYINGS = ['was-there', 'missing', 'sent-word', 'away', 'sent-somebody'] as const;
export type PersonSaying = (typeof PERSON_SAYINGS)[number];

export interface PersonSaid {
  readonly person: PersonKey;
  readonly said: PersonSaying;
  /** When their word came, for `sent-word`; null: time not known. */
  readonly wordAt: Instant | null;
}

/** A note by the owner about an occurrence. The latest of an occurrence counts. */
export interface CheckIn {
  readonly kind: 'check-in';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly occurrence: OccurrenceKey;
  /** null: only people were noted (word can come before the meeting). */
  readonly said: Saying | null;
  /** Minutes together; null: not said. */
  readonly minutes: number | null;
  readonly people: readonly PersonSaid[];
}

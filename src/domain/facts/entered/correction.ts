import type { Instant } from '../../time/time';
import type { OccurrenceKey } from '../things/occurrence';
import type { Outcome, PersonOutcome } from '../things/outcomes';
import type { PersonKey } from '../things/person';

/** The owner says otherwise, with a reason; what the evidence says stays visible. */
export interface Correction {
  readonly kind: 'correction';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly occurrence: OccurrenceKey;
  readonly reason: string;
  readonly outcome?: Outcome;
  readonly person?: PersonKey;
  readonly personOutcome?: PersonOutcome;
  /** The owner asked for the change (5.5). */
  readonly changedByOwner?: boolean;
}

/** Somebody disputes the record: the row stays, counts nowhere, and says so (9). */
export interface Dispute {
  readonly kind: 'dispute';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly occurrence: OccurrenceKey;
  readonly reason: string;
}

/** Words beside a fact: the other person's, or the owner's. */
export interface Annotation {
  readonly kind: 'annotation';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly occurrence: OccurrenceKey;
  /** null: the owner's own words. */
  readonly by: PersonKey | null;
  readonly words: string;
}

/** Takes an own entry back. The entry stays visible; an undo can be undone. */
export interface Undo {
  readonly kind: 'undo';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly of: string;
  /** Of a mark about a person: it lies with that person, as the mark does. */
  readonly person?: PersonKey;
}

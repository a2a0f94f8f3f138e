import type { Instant, Span, Zone } from '../../time/time';
import type { OccurrenceKey } from '../things/occurrence';
import type { Attendee, Person, Response } from '../things/person';

/**
 * What the calendar said about one occurrence at the moment we looked. Kept only when it differs
 * from the sighting before; `lookedBefore` is the last look at which the earlier state still stood
 * (null: never looked before), so that a change lies in (lookedBefore, seenAt] (5.1).
 */
export interface Sighting {
  readonly kind: 'sighting';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly occurrence: OccurrenceKey;
  readonly seenAt: Instant;
  readonly lookedBefore: Instant | null;
  readonly title: string;
  /** Planned start and end, before any move of this occurrence. */
  readonly original: Span;
  /** Where the occurrence stands now. */
  readonly span: Span;
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  /** True while the organizer has not sent the change; never evidence (1). */
  readonly draft: boolean;
  readonly single: boolean;
  readonly ownerOrganizes: boolean;
  readonly organizer: Person | null;
  /** Without the organizer; rooms and resources have that role. */
  readonly attendees: readonly Attendee[];
  readonly ownResponse: Response;
  readonly ownRespondedAt: Instant | null;
  readonly joinUrl: string | null;
  readonly createdAt: Instant | null;
}

/** The occurrence was looked for in a window that covers it, and the calendar did not show it. */
export interface Missing {
  readonly kind: 'missing';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly occurrence: OccurrenceKey;
  readonly seenAt: Instant;
  readonly lookedBefore: Instant | null;
}

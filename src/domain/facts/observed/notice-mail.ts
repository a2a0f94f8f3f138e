import { type Instant, MINUTE, type Span } from '../../time/time';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';
import type { Person } from '../things/person';

export const MAIL_KINDS = ['request', 'update', 'cancellation', 'accepted', 'tentative', 'declined'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** What one person says for themselves; everything else speaks for the meeting. */
export const isAnswer = (mail: MailKind): boolean =>
  mail === 'accepted' || mail === 'tentative' || mail === 'declined';

/** A mailbox and a calendar are told by two clocks; a sighting this much before its mail is the same change. */
export const CLOCK_SKEW = 10 * MINUTE;

/** A meeting message in the owner's mailbox: what it did, to which meeting, and when it came. */
export interface NoticeMail {
  readonly kind: 'mail';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly mail: MailKind;
  /** Received time, or the sent time of what the owner sent. */
  readonly at: Instant;
  readonly sentByOwner: boolean;
  /** Whom it speaks for (from); the organizer, or the attendee who answers. */
  readonly from: Person;
  /** Who pressed send, where that is somebody else (5.5 "on behalf of"). */
  readonly sender: Person | null;
  readonly series: SeriesId | null;
  /** null when it is about the whole series, or when it could not be tied to an occurrence. */
  readonly occurrence: OccurrenceKey | null;
  readonly wholeSeries: boolean;
  readonly title: string;
  readonly span: Span | null;
  readonly previous: Span | null;
  /** Another time that whoever answers offers instead (13.7). */
  readonly proposed?: Span;
}

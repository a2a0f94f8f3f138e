import type { Instant, LocalDate, Span, Zone } from '../../time/time';
import type { SeriesId } from '../things/occurrence';
import type { Attendee, Person, PersonKey, Response } from '../things/person';
import type { Recurrence } from '../things/series';
import type { WorkingWeek } from '../things/working-time';
import type { MailKind } from './notice-mail';
import type { ReportRow } from './report';

/**
 * What an outside source answered just now, before anybody asked whether it is news. `observe.ts`
 * compares readings with what the log knows and makes facts of the differences.
 */
export interface CalendarItem {
  /** Immutable Graph id of this occurrence or single meeting. */
  readonly id: string;
  readonly series: SeriesId | null;
  readonly title: string;
  readonly span: Span;
  /** Planned start before any move; null where Graph did not say (single meetings, a known gap on exceptions). */
  readonly originalStart: Instant | null;
  /** Of an occurrence, the original date that its id carries. */
  readonly dateInId?: LocalDate | null;
  /** Zone in which the meeting was planned, IANA. */
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly draft: boolean;
  /** All-day item of category Holiday in the owner's calendar (4.3). */
  readonly holiday: boolean;
  readonly ownerOrganizes: boolean;
  readonly organizer: Person | null;
  readonly attendees: readonly Attendee[];
  readonly ownResponse: Response;
  readonly ownRespondedAt: Instant | null;
  readonly joinUrl: string | null;
}

/** One complete look at the owner's calendar. Private items and rooms' own copies are not in it. */
export interface CalendarReading {
  readonly window: Span;
  readonly readAt: Instant;
  readonly items: readonly CalendarItem[];
  /** Items that could not be read, each with its named fault; the rest is complete. */
  readonly unreadable: readonly { readonly id: string | null; readonly fault: ReadingFault }[];
}

export const READING_FAULTS = [
  'not-an-object',
  'id-missing',
  'start-missing',
  'end-missing',
  'start-unreadable',
  'end-unreadable',
  'ends-before-it-starts',
  'stub',
  'kind-unknown',
  'time-missing',
] as const;
export type ReadingFault = (typeof READING_FAULTS)[number];

/** A series master, or a single meeting read by its id. */
export interface MeetingReading {
  readonly id: SeriesId;
  readonly kind: 'series' | 'single' | 'occurrence';
  /** Master of an occurrence. */
  readonly series: SeriesId | null;
  readonly originalStart: Instant | null;
  readonly title: string;
  readonly organizer: Person | null;
  readonly ownerOrganizes: boolean;
  readonly attendees: readonly Attendee[];
  readonly joinUrl: string | null;
  readonly recurrence: Recurrence | null;
  readonly zone: Zone;
  readonly first: Span;
  readonly cancelledDates: readonly LocalDate[];
  readonly createdAt: Instant | null;
  readonly cancelled: boolean;
  readonly readAt: Instant;
}

/** A meeting as Outlook shows it beside the pane, where Graph cannot be asked. */
export interface OpenReading {
  readonly series: SeriesId;
  readonly title: string;
  readonly span: Span;
  /** The original day, where the id of the item tells it; else nobody can know that it was moved. */
  readonly originalDate: LocalDate | null;
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly ownerOrganizes: boolean;
  readonly organizer: Person | null;
  readonly attendees: readonly Attendee[];
  readonly ownResponse: Response;
  /** As Outlook tells it; its times were seen to be wrong (office-js#6276). */
  readonly recurrence: Recurrence | null;
  readonly readAt: Instant;
}

/** A meeting message as the mailbox shows it. */
export interface MailReading {
  readonly id: string;
  readonly mail: MailKind;
  /** Received, or sent for what the owner sent. */
  readonly at: Instant;
  readonly sentByOwner: boolean;
  readonly from: Person;
  readonly sender: Person | null;
  readonly to: readonly Person[];
  readonly title: string;
  readonly span: Span | null;
  readonly previous: Span | null;
  /** Another time that an answer offers instead. */
  readonly proposed?: Span;
  /** The message speaks of a whole series, as far as Graph says. */
  readonly wholeSeries: boolean;
  /** The meeting it belongs to, where the link could be followed. */
  readonly meeting: {
    readonly id: string;
    readonly series: SeriesId | null;
    readonly originalStart: Instant | null;
    readonly single: boolean;
  } | null;
}

export interface ReportReading {
  readonly id: string;
  readonly session: Span;
  readonly totalParticipants: number | null;
  readonly rows: readonly ReportRow[];
}

/** What people's calendars show to their colleagues. */
export interface ScheduleReading {
  readonly away: readonly AwayReading[];
  readonly hours: readonly HoursReading[];
}

/** What somebody's calendar shows now of when they are taken. Nothing of it is kept. */
export interface FreeBusyReading {
  readonly person: PersonKey;
  /** Null: their calendar is not shown to the owner. */
  readonly taken: readonly Span[] | null;
  readonly hours: HoursReading | null;
}

export interface AwayReading {
  readonly person: PersonKey;
  readonly span: Span;
}

export interface HoursReading extends Omit<WorkingWeek, 'zone'> {
  readonly person: PersonKey;
  /** Null: a zone of their own making, which no name stands for. */
  readonly zone: Zone | null;
}

import type { MonthCounts } from '../../facts/entered/reduced';
import type { SeriesRules } from '../../facts/entered/rules';
import type { WindowRule } from '../../facts/entered/window-rule';
import type { Doubt } from '../../facts/observed/doubt';
import type { MailKind } from '../../facts/observed/notice-mail';
import type { OccurrenceKey, SeriesId } from '../../facts/things/occurrence';
import type { Grade, Outcome, PersonOutcome } from '../../facts/things/outcomes';
import type { Person, Response, Role } from '../../facts/things/person';
import type { WorkingHours } from '../../facts/things/working-time';
import type { Instant, LocalDate, Span, Zone } from '../../time/time';
import type { Member } from './members';

export const NOTICE_CLASSES = ['with-notice', 'short-notice', 'after-start', 'unknown'] as const;
export type NoticeClass = (typeof NOTICE_CLASSES)[number];

/** How long before the start a change was known (5.1). Minutes are exact decimals; negative after the start. */
export interface Notice {
  /** The moment, null for a range. */
  readonly at: Instant | null;
  /** Exact, or null for a range. */
  readonly minutes: number | null;
  /** Shortest and longest notice possible, for a range; `upper` null: open towards the past. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly class: NoticeClass;
  /** The same in the owner's working time (5.2); absent where nobody knows when they work. */
  readonly working?: WorkingNotice;
}

/** Minutes of working time between the change and the start; 0 after it. Exact, or a range as the clock's. */
export type WorkingNotice = Pick<Notice, 'minutes' | 'lower' | 'upper'>;

/** One thing that speaks for the outcome, in words for the reasons panel: `sentence` names what, not who is to blame. */
export interface Reason {
  /** Number in the definitions: `2.7`. */
  readonly rule: string;
  readonly what: ReasonKind;
  readonly grade: Grade;
  readonly at: Instant;
  /** Id of the fact it rests on; null for one that rests on several. */
  readonly fact: string | null;
  readonly person?: Person;
  readonly minutes?: number;
  readonly from?: Span;
  readonly to?: Span;
  readonly words?: string;
  /** Of a mail that is a question: why. Its grade says how it was found, not that it counts. */
  readonly doubt?: Doubt;
  readonly mail?: MailKind;
  /** That mail is about the whole series. */
  readonly wholeSeries?: true;
  /** The clock that gave its time was days ahead of all else that was known; said beside the time. */
  readonly clockAhead?: true;
}

export const REASON_KINDS = [
  'planned',
  'seen',
  'moved',
  'cancelled-seen',
  'cancelled-mail',
  'cancelled-listed',
  'reinvited',
  'missing',
  'mail-doubted',
  'declined',
  'sent-word',
  'accepted',
  'proposed-new-time',
  'report',
  'report-incomplete',
  'report-no-times',
  'we-met',
  'nobody-joined',
  'nobody-joined-too-early',
  'agreed-to-skip',
  'i-was-not-there',
  'away',
  'holiday',
  'paused',
  'short-invitation',
  'sources-disagree',
  'corrected',
  'disputed',
  'note',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Names of evidence as exports spell it. */
export const EVIDENCE = [
  'calendar',
  'cancel-mail',
  'update-mail',
  'request-mail',
  'response-mail',
  'snapshot-gap',
  'teams-report',
  'teams-csv',
  'zoom-csv',
  'free-busy',
  'holiday-list',
  'own-check-in',
  'own-note',
  'other-person-note',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface Move {
  readonly from: Span;
  readonly to: Span;
  readonly notice: Notice;
  readonly by: Person | null;
}

export interface JudgedPerson {
  readonly person: Person;
  readonly role: Role;
  readonly response: Response;
  /** null: the cell is empty (4.1). */
  readonly outcome: PersonOutcome | null;
  readonly needed: boolean;
  /** False for somebody of the lineage who was not asked to this one: before they joined, or after they left (4.2). */
  readonly invited?: false;
  readonly isOwner: boolean;
  /** Raw, not clipped (3.3). */
  readonly firstJoin: Instant | null;
  readonly lastLeave: Instant | null;
  /** Clipped minutes; null: nobody can know. */
  readonly minutes: number | null;
  readonly grade: Grade | null;
  readonly reasons: readonly Reason[];
  /** Notice of an apology. */
  readonly notice: Notice | null;
}

export const QUESTIONS = ['what-happened', 'missing', 'mail-doubted', 'match-participant'] as const;
export type Question = (typeof QUESTIONS)[number];

/** An occurrence with its outcome, its people and everything that speaks for it. */
export interface JudgedOccurrence {
  readonly key: OccurrenceKey;
  readonly series: SeriesId;
  readonly date: LocalDate;
  readonly title: string;
  readonly zone: Zone;
  readonly allDay: boolean;
  readonly original: Span;
  /** Where it stands now; of a cancelled one, where it stood. */
  readonly effective: Span;
  readonly outcome: Outcome;
  readonly supersededBy: OccurrenceKey | null;
  readonly changedBy: Person | null;
  readonly onBehalfOf: Person | null;
  readonly notice: Notice | null;
  readonly moves: readonly Move[];
  /** null where 3.4 says empty. */
  readonly minutesTogether: number | null;
  readonly windowRule: WindowRule;
  readonly oneToOne: boolean;
  readonly ownerOrganizes: boolean;
  readonly organizer: Person | null;
  readonly people: readonly JudgedPerson[];
  /** In the order they happened. */
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Evidence[];
  readonly grade: Grade | null;
  /** Latest fact that decides the outcome; null where nothing is known. */
  readonly recordedAt: Instant | null;
  readonly corrected: boolean;
  readonly correctionReason: string | null;
  readonly disputed: boolean;
  readonly otherPersonNote: string | null;
  /** What the pane should ask about it, most pressing first. */
  readonly questions: readonly Question[];
  /** The check-in that counts, for `Undo` and "noted 2 days later". */
  readonly checkIn: { readonly id: string; readonly at: Instant } | null;
  /** Earliest moment at which "nobody joined" can count (3.6). */
  readonly nobodyJoinedFrom: Instant;
}

/** One logical meeting over time: its series joined, its rules, its judged occurrences (oldest first). */
export interface JudgedLineage {
  readonly id: SeriesId;
  readonly series: readonly SeriesId[];
  readonly title: string;
  readonly zone: Zone;
  readonly keptSince: Instant | null;
  readonly paused: boolean;
  readonly stopped: boolean;
  readonly oneToOne: boolean;
  readonly ownerOrganizes: boolean;
  readonly organizer: Person | null;
  /** Needed people of the latest state, the owner included. */
  readonly people: readonly Person[];
  /** Everybody else who was ever on its list, also whom the owner left out of the record. */
  readonly members: readonly Member[];
  readonly rules: SeriesRules;
  readonly window: WindowRule;
  readonly perWeek: number;
  /** Of those people whose working hours are known: the latest. */
  readonly workingHours?: readonly WorkingHours[];
  /** A single meeting (10.3): a row of the log like any other, and in no measure, trend or percentage. */
  readonly single?: true;
  /** Such a one, or several, of a series that is not kept. */
  readonly inParts?: true;
  readonly occurrences: readonly JudgedOccurrence[];
  /** Older months, of which only counts are left (9); oldest first. */
  readonly reduced?: readonly MonthCounts[];
  /** Series that look like a continuation of this one (5.6); asked once each. */
  readonly splitQuestions: readonly {
    readonly earlier: SeriesId;
    readonly later: SeriesId;
    readonly laterTitle: string;
    readonly laterStart: Instant;
  }[];
  /** Sessions that belong to no occurrence (3.1). */
  readonly unscheduled: readonly {
    readonly report: string;
    readonly session: Span;
    readonly names: readonly string[];
  }[];
  /** A whole series disappeared without a word (1). */
  readonly vanished: readonly SeriesId[];
  readonly unmatched: readonly {
    readonly report: string;
    readonly row: string;
    readonly name: string;
    readonly minutes: number;
    readonly occurrence: OccurrenceKey;
  }[];
  /** Latest fact or sweep this rests on. */
  readonly judgedAt: Instant;
}

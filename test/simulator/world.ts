import type { Instant, LocalDate, Span } from './time';

/**
 * A world is what truly happened, as plain values: nothing in it knows how anybody came to see it. The simulated
 * Graph shows one mailbox's side of it, as of an instant.
 */
export interface World {
  name: string;
  /** Id of the person whose mailbox is looked at. */
  owner: string;
  people: Person[];
  meetings: Meeting[];
  happenings: Happening[];
  taps: Tap[];
  holidays: Holidays;
}

export const PERSON_KINDS = ['colleague', 'guest', 'room'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export interface Person {
  id: string;
  name: string;
  /** Primary address, the one in invitations. */
  address: string;
  /** Sign-in name, where it differs from the address. */
  upn?: string;
  /** Further addresses under which the person is known. */
  aliases?: string[];
  /** The address a calendar shows instead of the real one, such as an X500 string. */
  shownAddress?: string;
  zone: string;
  /** Directory object id; Teams reports carry it for colleagues. */
  objectId: string;
  /** ISO 3166 code of the country whose holidays the person has, or null when nobody said. */
  country: string | null;
  kind: PersonKind;
  /** Local working hours; 09:00 to 17:00 from Monday to Friday unless given. */
  workingHours?: { start: string; end: string; days: Weekday[] };
  /** Outlook's setting: a declined event stays in the calendar instead of vanishing. */
  keepsDeclined?: boolean;
  /** Meeting messages go to a delegate only and never reach the person's own mailbox. */
  noticesGoToDelegate?: boolean;
}

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type Recurrence =
  | { every: 'day'; interval: number; until?: LocalDate }
  | { every: 'week'; interval: number; days: Weekday[]; until?: LocalDate }
  | { every: 'month'; interval: number; day: number; until?: LocalDate }
  | { every: 'month-weekday'; interval: number; week: MonthWeek; day: Weekday; until?: LocalDate };

export const MONTH_WEEKS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type MonthWeek = (typeof MONTH_WEEKS)[number];

export const PARTS = ['required', 'optional', 'resource'] as const;
export type Part = (typeof PARTS)[number];

export interface Invitee {
  who: string;
  part: Part;
  /** When the person's own invitation went out; with the meeting itself unless given. */
  invitedAt?: Instant;
  /** When the person was taken off the list. */
  removedAt?: Instant;
  /**
   * First and last occurrence that list the person. Without them the list of the whole series changes, past
   * occurrences included, as it does when an organizer edits the series.
   */
  from?: LocalDate;
  to?: LocalDate;
  /** Only these occurrences were forwarded to the person, who is no member of the series. */
  only?: LocalDate[];
}

/** A series, or a single event where `recurrence` is null. */
export interface Meeting {
  id: string;
  subject: string;
  organizer: string;
  invitees: Invitee[];
  zone: string;
  firstDate: LocalDate;
  /** Local start in `zone`, `15:00`. */
  time: string;
  minutes: number;
  recurrence: Recurrence | null;
  createdAt: Instant;
  joinUrl: string | null;
  place?: string;
  body?: string;
  allDay?: boolean;
  showAs?: 'free' | 'busy' | 'oof' | 'workingElsewhere';
  categories?: string[];
  sensitivity?: 'normal' | 'personal' | 'private' | 'confidential';
  hideAttendees?: boolean;
  coOrganizers?: string[];
  /** Overrides how Graph names the zone, e.g. `tzone://Microsoft/Custom`. */
  zoneName?: string;
}

export type Answer = 'accepted' | 'tentative' | 'declined';

export type Happening =
  | { kind: 'cancelled'; at: Instant; meeting: string; date: LocalDate; silently?: boolean }
  | { kind: 'series-cancelled'; at: Instant; meeting: string }
  /** `unsent`: the organizer changed it and has not sent the update yet. */
  | { kind: 'moved'; at: Instant; meeting: string; date: LocalDate; to: Span; unsent?: boolean }
  /** "This and following": the old series ends with `lastDate`, `into` is the new one. */
  | { kind: 'split'; at: Instant; meeting: string; lastDate: LocalDate; into: string }
  /** The whole series gets another time; Exchange then forgets its exceptions. */
  | { kind: 'rescheduled'; at: Instant; meeting: string; time: string; minutes: number }
  | { kind: 'renamed'; at: Instant; meeting: string; subject: string }
  | AnswerGiven
  | { kind: 'removed-from-calendar'; at: Instant; who: string; meeting: string; date: LocalDate | null }
  | { kind: 'out-of-office'; at: Instant; who: string; span: Span }
  | { kind: 'day-marked'; at: Instant; who: string; date: LocalDate; subject: string; category: string }
  | {
      kind: 'mail-deleted';
      at: Instant;
      who: string;
      meeting: string;
      date: LocalDate | null;
      notice: NoticeKind;
    }
  | { kind: 'mail'; at: Instant; from: string; to: string[]; subject: string }
  | Session;

export interface AnswerGiven {
  kind: 'answered';
  at: Instant;
  who: string;
  meeting: string;
  /** Null: the answer is about the whole series. */
  date: LocalDate | null;
  answer: Answer;
  /** Another time that they offer instead. */
  proposed?: Span;
  /** Without sending a response: nobody else ever learns of it. */
  silently?: boolean;
  /** The organizer's copy shows the answer but not its time. */
  timeLost?: boolean;
}

export const NOTICE_KINDS = ['request', 'update', 'cancellation', 'response'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One Teams session: from the first join of an empty meeting until it was empty again. */
export interface Session {
  kind: 'session';
  at: Instant;
  meeting: string;
  stays: Stay[];
  /** People who were there and do not let reports identify them. */
  hidden: string[];
}

export interface Stay {
  /** Who it truly was. */
  who: string;
  as: 'signed-in' | 'phone' | 'anonymous';
  /** The name a report shows. */
  shown: string;
  span: Span;
}

/** What the owner did in the pane, and when: others replay it as the owner's own hand. */
export type Tap =
  | {
      kind: 'check-in';
      at: Instant;
      meeting: string;
      date: LocalDate;
      said: Said;
      minutes?: number;
      people?: PersonSaid[];
    }
  | { kind: 'decision'; at: Instant; id: string; meeting: string; date: LocalDate; decision: DecisionTold }
  | { kind: 'recap'; at: Instant; meeting: string; date: LocalDate; decisions: string[]; to: string[] }
  | { kind: 'matched'; at: Instant; meeting: string; date: LocalDate; shown: string; who: string }
  | { kind: 'joined-histories'; at: Instant; meetings: string[] }
  | { kind: 'log-kept'; at: Instant; meeting: string };

export const SAID = ['we-met', 'nobody-joined', 'agreed-to-skip', 'not-there'] as const;
export type Said = (typeof SAID)[number];

export interface PersonSaid {
  who: string;
  was: 'there' | 'missing' | 'sent-word' | 'away' | 'sent-somebody';
  wordAt?: Instant;
}

export interface DecisionTold {
  text: string;
  why: string[];
  notChosen: string[];
  accountable: string;
  topic: string;
  decidedBy: string[];
  undoUntil?: LocalDate;
}

export interface Holidays {
  /** Person id → country, as the owner chose it. */
  choices: Record<string, string>;
  countries: Record<string, { name: string; days: { date: LocalDate; name: string }[] }>;
}

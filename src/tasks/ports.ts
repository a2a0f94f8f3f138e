import type { AnswerMail } from '../domain/agree/answer-mail';
import type { ReplyMail } from '../domain/agree/mail-replies';
import type {
  CalendarReading,
  FreeBusyReading,
  MailReading,
  MeetingReading,
  ReportReading,
  ScheduleReading,
} from '../domain/facts/observed/reading';
import type { Message } from '../domain/facts/things/message';
import type { SeriesId } from '../domain/facts/things/occurrence';
import type { Owner } from '../domain/facts/things/person';
import type { Turns } from '../domain/pace';
import type { ReturnedMail } from '../domain/tell/catch-up/returned-mail';
import type { Instant, LocalDate, Span, Zone } from '../domain/time/time';
import type { LedgerPort } from './ledger-port';

/** What the tasks need of the world. Adapters fit these shapes without importing them; app/wire.ts proves it. */
export interface Ports {
  readonly clock: () => Instant;
  readonly graph: GraphPort;
  readonly ledger: LedgerPort;
  readonly almanac: AlmanacPort;
  readonly seal: SealPort;
  /** How long work lets others in. */
  readonly turns: Turns;
}

/** Microsoft Graph, from the owner's mailbox. Every call throws `Trouble`; reads may be repeated, sends never are. */
export interface GraphPort {
  /** The signed-in person: name, all addresses, mailbox zone. */
  readonly owner: () => Promise<Owner>;
  /** All items of the window, every page; `progress` counts items so far. */
  readonly readCalendar: (
    window: Span,
    onProgress?: (items: number) => void,
    signal?: AbortSignal,
  ) => Promise<CalendarReading>;
  /** A meeting by any id Outlook or Graph gave; null when Graph does not find it (any more). */
  readonly readMeeting: (id: string, signal?: AbortSignal) => Promise<MeetingReading | null>;
  /**
   * Whether anything changed in the calendar since `link` (null: begin now), and the link for the next time. A
   * signal, never a source. Throws `stale-token` when the link is not known any more.
   */
  readonly calendarSignal: (
    link: string | null,
    window: Span,
    signal?: AbortSignal,
  ) => Promise<{ readonly changed: boolean; readonly link: string }>;
  /** The occurrences of a series around an instant, for an item that came with its master's id. */
  readonly readInstances: (series: SeriesId, window: Span) => Promise<CalendarReading>;
  /** Meeting messages received or sent since then, and before `until`. Throws `not-permitted` without Mail.Read. */
  readonly readNoticeMails: (
    since: Instant,
    signal?: AbortSignal,
    until?: Instant,
  ) => Promise<readonly MailReading[]>;
  /** The meeting message with this id of Outlook's; null when Graph does not find it, or it is none. */
  readonly readMail: (id: string) => Promise<MailReading | null>;
  /** Mails since then whose subject carries the number of a decision. Throws `not-permitted` without Mail.Read. */
  readonly readAnswers: (since: Instant, signal?: AbortSignal) => Promise<readonly AnswerMail[]>;
  /** Mails that people wrote in these conversations since then. Throws `not-permitted` without Mail.Read. */
  readonly readReplies: (
    since: Instant,
    conversations: readonly string[],
    signal?: AbortSignal,
  ) => Promise<readonly ReplyMail[]>;
  /** Reports since then that a mail was not delivered. Throws `not-permitted` without Mail.Read. */
  readonly readReturned: (since: Instant, signal?: AbortSignal) => Promise<readonly ReturnedMail[]>;
  /**
   * Sessions of the owner's own online meeting, without those already known; `around`: only those of these times. Null:
   * this owner may not read them.
   */
  readonly readReports: (
    joinUrl: string,
    known: readonly string[],
    signal?: AbortSignal,
    around?: readonly Span[] | null,
  ) => Promise<readonly ReportReading[] | null>;
  /** Out-of-office spans of people in a window, and their working hours. */
  readonly readSchedules: (
    addresses: readonly string[],
    window: Span,
    signal?: AbortSignal,
  ) => Promise<ScheduleReading>;
  /** When people are taken, to find a time with them; nothing of it is kept. */
  readonly readFreeBusy: (
    addresses: readonly string[],
    window: Span,
    signal?: AbortSignal,
  ) => Promise<readonly FreeBusyReading[]>;
  readonly postbox: PostboxPort;
}

/** A mail with a key of ours, as Graph keeps it. */
export interface FoundMail {
  readonly id: string;
  /** `waits`: it lies in Drafts until its time; `thrown-away`: it did not go. */
  readonly standing: 'went' | 'draft' | 'waits' | 'thrown-away';
  readonly sentAt: Instant | null;
  /** Addresses it went to, in lower case. */
  readonly to: readonly string[];
  /** What it and the replies to it have in common; null where Graph does not say. */
  readonly conversation: string | null;
  /** By which its reader finds the very mail; null where Graph does not say. */
  readonly internetMessageId: string | null;
  readonly changedAt: Instant;
  /** When it is, or was, to go; null: at once. */
  readonly goesAt: Instant | null;
}

/** Outgoing mail. `key` travels with the draft so that a lost answer can be looked up. */
export interface PostboxPort {
  /** What became of the mail with this key; null: none is found (yet). */
  readonly find: (key: string) => Promise<FoundMail | null>;
  /** Another mail with this key that goes before the draft `id`, from wherever it was written; null: this one goes. */
  readonly rival: (key: string, id: string) => Promise<FoundMail | null>;
  readonly draft: (
    message: Message,
    key: string,
  ) => Promise<{
    readonly id: string;
    readonly webLink: string;
    readonly conversation: string | null;
    readonly internetMessageId: string | null;
    /** By Exchange's clock; null where Graph does not say. */
    readonly madeAt: Instant | null;
  }>;
  /** From then on Exchange sends it by itself at that time, once it was sent. */
  readonly defer: (id: string, until: Instant) => Promise<void>;
  /** The id by which Outlook's own windows know a draft: they do not take the lasting ids that `draft` gives. */
  readonly outlookId: (id: string) => Promise<string>;
  /** Throws `unknown-outcome` when the answer was lost. */
  readonly send: (id: string) => Promise<void>;
  /** False: there was no such draft any more, because somebody took it away, or it went. */
  readonly discard: (id: string) => Promise<boolean>;
  /** Without Mail.ReadWrite: sent, never verified. */
  readonly sendDirectly: (message: Message) => Promise<void>;
}

/** Public holidays by country (ISO 3166, region after a hyphen). Loaded on demand. */
export interface AlmanacPort {
  readonly holidays: (
    country: string,
    years: readonly number[],
  ) => Promise<readonly { readonly date: LocalDate; readonly name: string }[]>;
  readonly countries: (
    language: string,
  ) => Promise<readonly { readonly code: string; readonly name: string }[]>;
  /** A zone to mean the holiday in, for a country. */
  readonly zoneOf: (country: string) => Promise<Zone | null>;
}

/** What a pure room cannot do: chance, digests, and one at a time over all panes of the browser. */
export interface SealPort {
  /** A new sortable id for an own entry: time, counter and device (domain/facts/log/log.ts). */
  readonly stamp: () => string;
  /** A random key nobody else has. */
  readonly newKey: () => string;
  readonly sha256: (text: string) => Promise<string>;
  /** Runs alone among all panes of this browser profile. null when somebody else holds it and `wait` is false. */
  readonly alone: <Value>(name: string, wait: boolean, work: () => Promise<Value>) => Promise<Value | null>;
}

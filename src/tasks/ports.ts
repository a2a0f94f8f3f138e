import type { AnswerMail } from '../domain/agree/answer-mail';
import type { ReplyMail } from '../domain/agree/mail-replies';
import type { Entry, Fact } from '../domain/facts/log/fact';
import type { SweepMark } from '../domain/facts/log/history';
import type {
  CalendarReading,
  MailReading,
  MeetingReading,
  ReportReading,
  ScheduleReading,
} from '../domain/facts/observed/reading';
import type { Message } from '../domain/facts/things/message';
import type { OccurrenceKey, SeriesId } from '../domain/facts/things/occurrence';
import type { Owner } from '../domain/facts/things/person';
import type { Limit } from '../domain/forget/sieve';
import type { JudgedLineage } from '../domain/judge/judged/judged';
import type { Columns } from '../domain/measure/columns';
import type { Turns, Watched } from '../domain/pace';
import type { Instant, LocalDate, Span, Zone } from '../domain/time/time';
import type { ErasedMailsPort, PressedPort } from './outgoing-port';

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
  /** Sessions of the owner's own online meeting, without those already known. Null: this owner may not read them. */
  readonly readReports: (
    joinUrl: string,
    known: readonly string[],
    signal?: AbortSignal,
  ) => Promise<readonly ReportReading[] | null>;
  /** Out-of-office spans of people in a window, and their working hours. */
  readonly readSchedules: (
    addresses: readonly string[],
    window: Span,
    signal?: AbortSignal,
  ) => Promise<ScheduleReading>;
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

/** The log on this machine. */
export interface LedgerPort {
  /** 'memory': the browser denied storage; everything is gone when the pane closes. */
  readonly kept: 'disk' | 'memory';
  /**
   * Adds the facts not yet known, in one transaction with the views they change. Strict durability when an
   * own entry is among them. Gives back those that were new.
   */
  readonly append: (
    facts: readonly Fact[],
    marks?: readonly SweepMark[],
    watched?: Watched,
  ) => Promise<readonly Fact[]>;
  /** Adds facts of a file that somebody chose, as `append` does. */
  readonly bring: (facts: readonly Fact[]) => Promise<readonly Fact[]>;
  /** All facts about these series, and about the people in them (away, holidays). */
  readonly factsOf: (series: readonly SeriesId[]) => Promise<readonly Fact[]>;
  /** Everything the judgement of the lineage with this series may need: joined series, look-alikes, people. */
  readonly historyOf: (series: SeriesId) => Promise<readonly Fact[]>;
  /** What a first look at it needs, as it was when the log was last written: its latest part, what was decided and told. */
  readonly opening: (series: SeriesId) => Promise<{
    readonly lineage: JudgedLineage;
    readonly isPart: boolean;
    readonly facts: readonly Fact[];
    /** What the trend of all of it counts; null where that cannot be said before everything is judged. */
    readonly columns: Columns | null;
  } | null>;
  /** The lineage with this series as it stands now, and what it rests on; null when nothing is known. */
  readonly around: (series: SeriesId) => Promise<{
    readonly facts: readonly Fact[];
    readonly lineage: JudgedLineage | null;
    /** Something damaged was left out, so that the rest can be judged. */
    readonly leftOut?: true;
  }>;
  readonly allFacts: () => Promise<readonly Fact[]>;
  /** What the owner said or did, in all series; cheap, where the log is long. */
  readonly ownEntries: () => Promise<readonly Entry[]>;
  /** Of all decisions, in all series, by id: numbers are given once, and by two machines twice. */
  readonly decisionNumbers: () => Promise<Readonly<Record<string, number>>>;
  /** Series with a log: started and not stopped, by lineage, with what a list needs. */
  readonly keptSeries: () => Promise<readonly KeptSeries[]>;
  /** The judged lineage as kept at the last append; null when nothing is known. */
  readonly view: (series: SeriesId) => Promise<JudgedLineage | null>;
  /** Whom the log must not name any more, and up to which month it holds no facts about persons. */
  readonly limits: () => Promise<readonly Limit[]>;
  readonly marks: () => Promise<readonly SweepMark[]>;
  /** Which occurrence an Outlook item id stands for, so that the next opening needs no network. */
  readonly rememberItem: (outlookId: string, place: ItemPlace | null) => Promise<void>;
  readonly recallItem: (outlookId: string) => Promise<ItemPlace | null>;
  /** Text as typed, kept until it is saved or thrown away. */
  readonly keepDraft: (name: string, draft: unknown) => Promise<void>;
  readonly draft: (name: string) => Promise<unknown>;
  readonly pressed: PressedPort;
  readonly erasedMails: ErasedMailsPort;
  /** Small own settings (device id, theme, last backup). */
  readonly setting: (name: string) => Promise<unknown>;
  readonly keepSetting: (name: string, value: unknown) => Promise<void>;
  /** What erasures of other machines and files took out of the log: for a week it can come back. */
  readonly erasedElsewhere: {
    readonly facts: () => Promise<readonly Fact[]>;
    readonly restore: () => Promise<void>;
    readonly letGo: () => Promise<void>;
  };
  /** Other panes of this browser look again. */
  readonly tellPanes: () => void;
  /** Calls back when another pane of this browser added facts. Gives the way to stop. */
  readonly onOtherPane: (heard: (series: readonly SeriesId[]) => void) => () => void;
  /** Days of these series of which something is damaged; null: nothing was found, [] that no day can be named. */
  readonly damagedDays: (series: readonly SeriesId[]) => Promise<readonly LocalDate[] | null>;
  /** False: less is there than was kept; the disk or the browser lost or damaged it. */
  readonly check: (watched?: Watched) => Promise<boolean>;
  /** Makes all views anew from facts; `true` when they were as kept. `Stopped`: what was made anew by then stays. */
  readonly rebuild: (watched?: Watched) => Promise<boolean>;
  /** Everything gone: facts, views, drafts, settings. */
  readonly eraseAll: () => Promise<void>;
}

export interface ItemPlace {
  readonly series: SeriesId;
  readonly occurrence: OccurrenceKey | null;
  /** The person chose it, where nobody could tell. */
  readonly byHand?: boolean;
}

export interface KeptSeries {
  readonly lineage: SeriesId;
  readonly series: readonly SeriesId[];
  readonly title: string;
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

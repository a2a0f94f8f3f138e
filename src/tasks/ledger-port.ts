import type { Entry, Fact } from '../domain/facts/log/fact';
import type { SweepMark } from '../domain/facts/log/history';
import type { OccurrenceKey, SeriesId } from '../domain/facts/things/occurrence';
import type { Person } from '../domain/facts/things/person';
import type { Limit } from '../domain/forget/sieve';
import type { JudgedLineage, JudgedOccurrence } from '../domain/judge/judged/judged';
import type { PersonOwed, Sync } from '../domain/loops/beside';
import type { Loop } from '../domain/loops/loop';
import type { Columns } from '../domain/measure/columns';
import type { Watched } from '../domain/pace';
import type { Instant, LocalDate } from '../domain/time/time';
import type { ErasedMailsPort, PressedPort } from './outgoing-port';

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
    readonly numbers: NumbersById;
  } | null>;
  /** The lineage with this series as it stands now, and what it rests on; null when nothing is known. */
  readonly around: (series: SeriesId) => Promise<LineageAround>;
  /** The same, with what the pane shows of the log around it: one read for one screen. */
  readonly onScreen: (series: SeriesId) => Promise<
    LineageAround & {
      readonly numbers: NumbersById;
      readonly kept: readonly KeptSeries[];
      readonly oneToOnes: readonly Person[];
      readonly marks: readonly SweepMark[];
      /** Days of it of which something is damaged; null: nothing was found, [] that no day can be named. */
      readonly damaged: readonly LocalDate[] | null;
    }
  >;
  readonly allFacts: () => Promise<readonly Fact[]>;
  /** What the owner said or did, in all series; cheap, where the log is long. */
  readonly ownEntries: () => Promise<readonly Entry[]>;
  /** What is owed over all meetings (14) and stands beside it, and until when that stays so where nothing new is told. */
  readonly loops: () => Promise<{
    readonly loops: readonly Loop[];
    readonly syncs: readonly Sync[];
    readonly people: readonly PersonOwed[];
    readonly until: Instant | null;
  }>;
  /** Series with a log: started and not stopped, by lineage, with what a list needs. */
  readonly keptSeries: () => Promise<readonly KeptSeries[]>;
  /** Everybody in the record of each, and with whom a one-to-one is kept; read without an occurrence of any. */
  readonly people: () => Promise<{
    readonly kept: readonly (KeptSeries & { readonly people: readonly Person[] })[];
    readonly oneToOnes: readonly Person[];
  }>;
  /** The judged lineage as kept at the last append; null when nothing is known. */
  readonly view: (series: SeriesId) => Promise<JudgedLineage | null>;
  /** Occurrences of any meeting, as kept at the last append. */
  readonly occasions: (keys: readonly OccurrenceKey[]) => Promise<readonly JudgedOccurrence[]>;
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
  /** False: less is there than was kept; the disk or the browser lost or damaged it. */
  readonly check: (watched?: Watched) => Promise<boolean>;
  /** Makes all views anew from facts; `true` when they were as kept. `Stopped`: what was made anew by then stays. */
  readonly rebuild: (watched?: Watched) => Promise<boolean>;
  /** Everything gone: facts, views, drafts, settings. */
  readonly eraseAll: () => Promise<void>;
}

/** Of all decisions, in all series, by id: numbers are given once, and by two machines twice. */
type NumbersById = Readonly<Record<string, number>>;

interface LineageAround {
  readonly facts: readonly Fact[];
  readonly lineage: JudgedLineage | null;
  /** Something damaged was left out, so that the rest can be judged. */
  readonly leftOut?: true;
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

import type { DecisionHistory } from '../../domain/agree/decision-history';
import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import type { Decision } from '../../domain/facts/decided/decision';
import type { ErasedMail, PressedMail } from '../../domain/facts/decided/pressed';
import type { Gesture } from '../../domain/facts/entered/gesture';
import type { LookBack } from '../../domain/facts/entered/look-back';
import type { Mark } from '../../domain/facts/log/mark';
import type { MailReading } from '../../domain/facts/observed/reading';
import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { ReportLoss } from '../../domain/judge/questions/report-loss';
import type { PersonOwed, Sync } from '../../domain/loops/beside';
import type { Loop } from '../../domain/loops/loop';
import type { TrendBasis } from '../../domain/measure/columns';
import type { LogReach } from '../../domain/observe/reach';
import type { Instant, LocalDate } from '../../domain/time/time';
import type { Trouble } from '../../domain/trouble';
import type { GoingErasure, GoingRows } from './going';
import type { Situation } from './situation';

/** Everything the pane shows, at one moment. */
export interface PaneView {
  readonly situation: Situation;
  readonly freshness: Freshness;
  readonly owner: Owner | null;
  /** The lineage on screen; null unless `situation` is `kept`. */
  readonly lineage: JudgedLineage | null;
  /** Only its latest occurrences are here yet: nothing but the trend is counted before the others are. */
  readonly isPart?: boolean;
  /** What the trend counts of all of it, where that is known before all of it is here; else null or absent. */
  readonly trend?: TrendBasis | null;
  /** With whom the owner keeps a one-to-one, in whichever meeting; absent until the ledger was read. */
  readonly oneToOnes?: readonly Person[];
  /** Occurrences of other meetings in which something of this one was decided, held or opened again (10.2). */
  readonly elsewhere?: readonly JudgedOccurrence[];
  readonly decisions: readonly Decision[];
  readonly recaps: readonly Telling[];
  /** The last occurrence that somebody missed and was not told of, where that is the next thing to do. */
  readonly untold: OccurrenceKey | null;
  /** Decisions about which somebody was asked or wrote back; absent until the ledger was read. */
  readonly waiting?: readonly DecisionHistory[];
  /** What is owed over all meetings, in its order (14); absent until the ledger was read. */
  readonly loops?: readonly Loop[];
  /** Kept meetings of today and tomorrow, and whoever has something untold. */
  readonly syncs?: readonly Sync[];
  readonly peopleOwed?: readonly PersonOwed[];
  /** When time alone changes that next. */
  readonly loopsUntil?: Instant | null;
  /** Marks by hand that somebody of these meetings is away; absent until the ledger was read. */
  readonly marks?: readonly Mark[];
  /** How far back the log is to reach, and how far it has been read. */
  readonly reach?: LogReach | null;
  /** Days of which something is damaged on this machine; [] where none can be named, null or absent where nothing is. */
  readonly damaged?: readonly LocalDate[] | null;
  /** Attendance reports that will soon be gone without having been read. */
  readonly reportLoss?: ReportLoss | null;
  /** Steps towards somebody and months looked back on, of the lineage on screen. */
  readonly gestures?: readonly Gesture[];
  readonly lookBacks?: readonly LookBack[];
  /** Mails for which Send was pressed here and which have not gone yet, whatever they are about. */
  readonly outgoing?: readonly PressedMail[];
  /** Mails that are to be taken back, as somebody in them was erased. */
  readonly erasedMails?: readonly ErasedMail[];
  /** 'memory': the browser denied storage. 'lost': the log of this machine was emptied by the browser. */
  readonly storage: 'disk' | 'memory' | 'lost';
  readonly kept: readonly {
    readonly lineage: SeriesId;
    readonly series?: readonly SeriesId[];
    readonly title: string;
  }[];
  readonly theme: ThemeChoice;
  /** What Outlook's own theme says, for the choice `outlook`; null: not known, the system's preference holds. */
  readonly outlookDark: boolean | null;
  readonly signedInAs: string | null;
  /** Rows about people that become counts soon, and can still be kept with `Undo`. */
  readonly going?: GoingRows | null;
  /** Somebody was erased elsewhere, and can still be kept here with `Undo`. */
  readonly erasing?: GoingErasure | null;
  /** The clock is more than two days ahead of everything known. */
  readonly clockAhead?: { readonly clock: Instant; readonly known: Instant } | null;
  /** Something that is hard to take back was done: said until the person goes on. */
  readonly done?: string | null;
  /** Who was to be asked first about the meeting that the owner is writing, and is not among its people. */
  readonly missingThere?: readonly MissingThere[];
  /** The meeting message that is open in Outlook, as far as it could be read; what it did is said above the meeting. */
  readonly message?: OpenMessage | null;
}

/** `inTitle`: the title touches the topic; else the meeting was given it. */
export interface MissingThere {
  readonly person: Person;
  readonly topic: string;
  readonly inTitle: boolean;
}

/** What a meeting message says of its meeting. */
export type OpenMessage = Omit<MailReading, 'sender' | 'to' | 'meeting'>;

export interface Freshness {
  /** When the calendar was last read; null: never on this machine. */
  readonly readAt: Instant | null;
  readonly reading: boolean;
  /** Items read so far, while reading. */
  readonly progress: number | null;
  readonly trouble: Trouble | null;
  /** Features that wait for a permission: each says what is lost and asks only when the person wants it. */
  readonly missing: readonly MissingPermission[];
}

export interface MissingPermission {
  readonly feature: 'calendar' | 'notice-mails' | 'reports' | 'free-busy' | 'send';
  readonly scope: string;
}

export const THEMES = ['outlook', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

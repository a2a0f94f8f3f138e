import type { Decision, DecisionDraft, DecisionFault } from '../../domain/facts/decided/decision';
import type { PersonSaid, Saying } from '../../domain/facts/entered/check-in';
import type { SeriesRules } from '../../domain/facts/entered/rules';
import type { Mark, MarkDraft, MarkFault } from '../../domain/facts/log/mark';
import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import type { Outcome, PersonOutcome } from '../../domain/facts/things/outcomes';
import type { PersonKey } from '../../domain/facts/things/person';
import type { WouldGo } from '../../domain/forget/what-would-go';
import type { Loop } from '../../domain/loops/loop';
import type { Watched } from '../../domain/pace';
import type { Result } from '../../domain/result';
import type { LogScope } from '../../domain/tell/log-scope';
import type { Instant } from '../../domain/time/time';
import type { Wording } from '../../formats/text/wording';
import type { AttendanceActions } from './attendance-actions';
import type { CatchUpActions } from './catch-up-actions';
import type { ConsultActions } from './consult-actions';
import type { KeeperActions } from './keeper-actions';
import type { RecapChoice, RecapDraft, RecapLetter } from './letter';
import type { LettersActions } from './letters-actions';
import type { PointsActions } from './points-actions';
import type { RoamingActions } from './roaming-actions';
import type { ShownLogActions } from './shown-log-actions';
import type { Candidate, Situation } from './situation';
import type { MissingPermission, PaneView, ThemeChoice } from './view';

export type { RecapChoice, RecapDraft, RecapLetter } from './letter';
export type { Candidate, Situation };

/**
 * What the pane needs of the rest of the product, as plain shapes: the tasks fit it, app/wire.ts proves it.
 * Verbs throw `Trouble`; faults of what was typed come back as `Result`.
 */
export interface Actions extends AttendanceActions {
  readonly clock: () => Instant;
  /** Calls back with the whole new state whenever something changed, here or in another pane; at once with the first. */
  readonly watch: (changed: (view: PaneView) => void) => () => void;

  /** Reads the calendar again. Never throws: trouble is in the view's freshness. */
  readonly refresh: () => Promise<void>;
  /** Interactive sign-in, from a click. */
  readonly signIn: () => Promise<void>;
  /** Asks for what one feature needs, from a click, and reads what it was missed for. */
  readonly allow: (feature: MissingPermission['feature']) => Promise<void>;
  /** Where an administrator approves the add-in for everybody. */
  readonly adminLink: () => Promise<string>;
  /** Opts a series in; it looks back 90 days, or so many years. */
  readonly keepLog: (series: SeriesId, years?: number) => Promise<void>;
  /** Keeps one occurrence of a series that is not kept, by itself (10.3). */
  readonly keepOne: (occurrence: OccurrenceKey) => Promise<void>;
  /** Begins a log of the open meeting with what Outlook shows of it, where Graph cannot be asked. */
  readonly keepOpenItem: () => Promise<void>;
  /** Lets the log reach a year further back, and reads it piece by piece. */
  readonly readFurtherBack: (series: SeriesId) => Promise<void>;
  /** Ends a reading; what it learned stays. */
  readonly stop: () => Promise<void>;
  /** Which meeting the open item is, where nobody could tell; remembered for this item. Null: ask again. */
  readonly choose: (meeting: Candidate['place'] | null) => Promise<void>;

  /** The log of a meeting by its name, whatever is open in Outlook; null: back to that. */
  readonly openLog: (series: SeriesId | null) => Promise<void>;

  readonly checkIn: (occurrence: OccurrenceKey, note: CheckInNote) => Promise<string>;
  /** Takes an own entry back; gives the id of the undo, which can be undone too. */
  readonly undo: (entry: string) => Promise<string>;
  /** *We met*, of several days: an entry for each, all or none of them. Gives their ids. */
  readonly weMetAll: (days: readonly OccurrenceKey[]) => Promise<readonly string[]>;
  readonly undoAll: (entries: readonly string[]) => Promise<readonly string[]>;
  /** *Not now*, of an open loop: until midnight. Gives its id. */
  readonly putOff: (loop: Loop) => Promise<string>;
  readonly correct: (occurrence: OccurrenceKey, note: CorrectionNote) => Promise<void>;
  readonly dispute: (occurrence: OccurrenceKey, reason: string) => Promise<void>;
  readonly annotate: (occurrence: OccurrenceKey, words: string, by: PersonKey | null) => Promise<void>;
  readonly identify: (series: SeriesId, report: string, row: string, person: PersonKey) => Promise<void>;
  readonly assign: (report: string, occurrence: OccurrenceKey) => Promise<void>;
  readonly answerSameMeeting: (earlier: SeriesId, later: SeriesId, same: boolean) => Promise<void>;
  readonly answerVanished: (
    series: SeriesId,
    said: 'ended' | 'removed-by-me' | 'still-alive',
  ) => Promise<void>;
  /** Somebody is away, or has a holiday, as the owner knows (4.3). */
  readonly markAway: (draft: MarkDraft) => Promise<Result<null, MarkFault>>;
  readonly unmark: (mark: Pick<Mark, 'id' | 'person'>) => Promise<void>;

  readonly logDecision: (draft: DecisionDraft) => Promise<Result<Decision, readonly DecisionFault[]>>;
  /** The recap of an occurrence as it would go now, to those who got none yet. */
  readonly draftRecap: (occurrence: OccurrenceKey, choice?: RecapChoice) => Promise<RecapDraft>;
  /** What a sending could do with the permissions there are; asks for none. null: nobody can tell now. */
  readonly sendingWay: () => Promise<SendingWay | null>;
  /** Presses Send: from then on they go by themselves, ten seconds later, or when a meeting that goes on is over. */
  readonly sendRecap: (
    occurrence: OccurrenceKey,
    letters: readonly RecapLetter[],
    together: boolean,
  ) => Promise<void>;
  /** Undo, until they go. What became of each is in the view. */
  readonly takeBackRecap: (occurrence: OccurrenceKey) => Promise<void>;
  /** For a sending whose end is not known: look again; then sent, or asked. */
  readonly settleRecap: (occurrence: OccurrenceKey, does: 'look' | 'send' | 'discard') => Promise<void>;
  /** The same for one mail, whatever it is about; `discard` takes it back, or says that its words were read. */
  readonly settleMail: (id: string, does: 'look' | 'send' | 'discard') => Promise<void>;
  readonly openRecapInOutlook: (occurrence: OccurrenceKey, letter: RecapLetter) => Promise<void>;

  /**
   * Makes the file and hands it to the browser, or gives the text to copy; in turns with everything else. null where it was
   * stopped, and nothing came of it. JSON is always everything. `wording`: in which a workbook that is read speaks.
   */
  readonly exportLog: (
    as: ExportKind,
    scope: LogScope,
    wording: Wording,
    watched: Watched,
  ) => Promise<ExportResult | null>;
  /** The log beyond the meeting on screen; its code comes when the log is first looked at. */
  readonly shownLog: () => Promise<ShownLogActions>;
  /** What an import would do, before it does it; null where the reading was stopped. */
  readonly readImport: (text: string, watched: Watched) => Promise<Result<ImportPlan, ImportFault> | null>;
  /** In pieces; stopped between two of them, what was added stays, and the same file goes on from there. */
  readonly doImport: (plan: ImportPlan, watched: Watched) => Promise<{ readonly added: number }>;

  readonly setRules: (series: SeriesId, rules: SeriesRules) => Promise<void>;
  readonly setKeeping: (series: SeriesId, does: 'pause' | 'resume' | 'stop') => Promise<void>;
  readonly countries: (
    language: string,
  ) => Promise<readonly { readonly code: string; readonly name: string }[]>;
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly eraseAll: () => Promise<void>;

  /** What is written from the log beside the recaps; its code comes when it is first asked for. */
  readonly letters: () => Promise<LettersActions>;
  readonly consult: () => Promise<ConsultActions>;
  readonly points: () => Promise<PointsActions>;
  readonly catchUp: () => Promise<CatchUpActions>;

  readonly keeper: () => Promise<KeeperActions>;
  /** The same log on all of a person's Outlooks; its code comes when it is first asked for. */
  readonly roaming: () => Promise<RoamingActions>;

  /** Text as typed, kept over a reload. */
  readonly keepDraft: (name: string, draft: unknown) => void;
  readonly draft: (name: string) => Promise<unknown>;
}

/** `once`: sent, and looked up by its key. `unverified`: sent, never looked up. `none`: not from here. */
export const SENDING_WAYS = ['once', 'unverified', 'none'] as const;
export type SendingWay = (typeof SENDING_WAYS)[number];

export interface CheckInNote {
  readonly said: Saying | null;
  readonly minutes: number | null;
  readonly people: readonly PersonSaid[];
}

export interface CorrectionNote {
  readonly reason: string;
  readonly outcome?: Outcome;
  readonly person?: PersonKey;
  readonly personOutcome?: PersonOutcome;
  /** 5.5: the owner asked for the change. */
  readonly changedByOwner?: boolean;
}

export type ExportKind = 'csv' | 'xlsx' | 'json' | 'copy' | 'mail';
export interface ExportResult {
  readonly name: string;
  /** Present where a download is not enough: the text to copy. */
  readonly text: string | null;
  /** Present where a file is to be saved by the browser. */
  readonly file: Blob | null;
  /** What can be saved beside it: the digests of its lines. */
  readonly beside?: { readonly name: string; readonly file: Blob };
  /** No mail takes a file of this size. */
  readonly tooLarge?: true;
  /** Whom it was to be about was erased meanwhile. */
  readonly forgotten?: true;
}

export interface ImportPlan {
  readonly added: number;
  readonly known: number;
  /** What stays out, because it is about somebody who was erased here. */
  readonly forgotten?: number;
  /** People whom the file has erased, and who would be erased here. */
  readonly erases?: number;
  /** What would go here; null or absent where nothing would. */
  readonly wouldGo?: WouldGo | null;
  readonly series: readonly string[];
  readonly exportedAt: Instant | null;
  /** Opaque to the pane. */
  readonly facts: unknown;
}
export interface ImportFault {
  readonly line: number | null;
  readonly why: string;
}

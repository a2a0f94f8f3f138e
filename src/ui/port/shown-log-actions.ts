import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Watched } from '../../domain/pace';
import type { LogChoices, LogScope } from '../../domain/tell/log-scope';

/** The log beyond the meeting on screen: with a person, about a topic, or all of it. */
export interface ShownLogActions {
  readonly choices: () => Promise<LogChoices>;
  /** What there is to see of it, the newest last. null: it was stopped, or is about somebody who was erased meanwhile. */
  readonly read: (scope: LogScope, watched: Watched) => Promise<ShownLog | null>;
}

export interface ShownLog {
  readonly rows: readonly ShownRow[];
  readonly recaps: readonly Telling[];
}

export interface ShownRow {
  readonly occurrence: JudgedOccurrence;
  /** Of its meeting, where rows of several stand together. */
  readonly meeting: { readonly series: SeriesId; readonly title: string } | null;
}

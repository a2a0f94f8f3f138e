import type { OccurrenceKey, SeriesId } from '../domain/facts/things/occurrence';
import type { JudgedLineage, JudgedOccurrence } from '../domain/judge/judged/judged';
import { judgeForOwner, type LogAccess } from './append';
import { type LogPeople, peopleIn } from './views/kept-people';
import { type KeptLine, keptAmong } from './views/lines';
import { type LoopsRead, loopsAt } from './views/loop-matters';
import { occasionsIn } from './views/occasions-elsewhere';
import { viewOf } from './views/views';

/** What is read of views as they were kept, without a fact. */
export interface ViewsRead {
  /** What is owed over all meetings (14): read without going through any. */
  readonly loops: () => Promise<LoopsRead>;
  readonly keptSeries: () => Promise<readonly KeptLine[]>;
  /** Whom the log knows, read without an occurrence of any meeting. */
  readonly people: () => Promise<LogPeople>;
  readonly view: (series: SeriesId) => Promise<JudgedLineage | null>;
  /** Occurrences of any meeting. */
  readonly occasions: (keys: readonly OccurrenceKey[]) => Promise<readonly JudgedOccurrence[]>;
}

export function readingViews(access: LogAccess): ViewsRead {
  const { store, keeper } = access;
  return {
    loops: async () => {
      await judgeForOwner(access);
      return loopsAt(store, keeper.owner(), keeper.clock());
    },
    keptSeries: async () => {
      await judgeForOwner(access);
      return store.read(['meta', 'lineages'], keptAmong);
    },
    people: async () => {
      await judgeForOwner(access);
      return store.read(['meta', 'lineages'], (tx) => peopleIn(tx, keeper.owner()));
    },
    occasions: async (keys) => {
      await judgeForOwner(access);
      return store.read(['series', 'occurrences'], (tx) => occasionsIn(tx, keys));
    },
    view: async (series) => {
      await judgeForOwner(access);
      return store.read(['series', 'occurrences', 'lineages'], (tx) => viewOf(tx, series));
    },
  };
}

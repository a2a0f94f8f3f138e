import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { LocalDate } from '../../domain/time/time';
import type { Page, PersonPage, SeriesRecord } from '../store/records';

/** What a transaction of this pane has read and written; records are replaced, never edited. */
export interface CachedRecords {
  /** Another number after every change of facts or views, whichever pane made it. */
  readonly edition: number;
  readonly series: Map<number, SeriesRecord>;
  readonly numbers: Map<SeriesId, number>;
  /** Pages of the series read so far, whole series only. */
  readonly pages: Map<number, Map<LocalDate, Page>>;
  readonly people: Map<PersonKey, PersonPage>;
  /** Lineages as judged here, by root: what they were judged from can serve again. */
  readonly lineages: Map<number, JudgedLineage>;
}

/**
 * Remembers the last transaction, so that a tap on a long series need not read all of it again. The database itself
 * says whether it still holds, in the transaction that asks: as long as its edition is the same, nobody has written.
 */
export interface PaneCache {
  /** Lent to one transaction, which may change it and gives it back when it is done; never to two. */
  readonly take: (edition: number) => CachedRecords | null;
  readonly keep: (recalled: CachedRecords) => void;
  readonly drop: () => void;
}

/** More than ten years of a daily meeting; what a first sweep goes through is not worth the room. */
const MOST_PAGES = 6_000;

/** @param most Pages worth the room. */
export function createPaneCache(most = MOST_PAGES): PaneCache {
  let last: CachedRecords | null = null;
  return {
    take: (edition) => {
      const held = last?.edition === edition ? last : null;
      if (held !== null) last = null;
      return held;
    },
    keep: (recalled) => {
      const pages = [...recalled.pages.values()].reduce((sum, { size }) => sum + size, 0);
      if (last !== null && last.edition > recalled.edition) return;
      last = pages > most ? null : recalled;
    },
    drop: () => {
      last = null;
    },
  };
}

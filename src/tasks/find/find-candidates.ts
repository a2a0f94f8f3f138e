import type { CalendarItem } from '../../domain/facts/observed/reading';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import { titleLikeness } from '../../domain/facts/things/title';
import { DAY, type Instant } from '../../domain/time/time';
import type { ItemPlace } from '../ledger-port';
import type { Ports } from '../ports';
import { placeOf } from './find-by-title';
import type { OpenItem } from './find-place';

/** A meeting that the open item may be. */
export interface Candidate {
  readonly place: ItemPlace;
  readonly title: string;
  /** Null: the series as a whole, as the log knows it. */
  readonly start: Instant | null;
}

/** So many at most: a list to choose from, not a calendar to search. */
const MOST = 8;
/** How far around the item's own time is looked. */
const AROUND = 3 * DAY;

/**
 * What the open item may be, where neither its ids nor its title and time told: the recurring meetings around its
 * time, the likest first. Throws `Trouble` where the calendar cannot be read.
 */
export async function findCandidates(ports: Ports, item: OpenItem): Promise<readonly Candidate[]> {
  const at = item.start ?? ports.clock();
  const { items } = await ports.graph.readCalendar({ start: at - AROUND, end: at + AROUND });
  const likeness = (one: CalendarItem) => titleLikeness(one.title, item.title);
  const distance = (one: CalendarItem) => Math.abs(one.span.start - at);
  return items
    .filter(({ series, draft }) => series !== null && !draft)
    .sort((a, b) => likeness(b) - likeness(a) || distance(a) - distance(b))
    .slice(0, MOST)
    .map((one) => ({ place: placeOf(one), title: one.title, start: one.span.start }));
}

/** The logs that are kept, where nothing else can be asked: by its start the occurrence is told, too. */
export async function keptCandidates(ports: Ports, item: OpenItem): Promise<readonly Candidate[]> {
  const kept = await ports.ledger.keptSeries();
  const placeIn = async (series: SeriesId): Promise<ItemPlace> => {
    const view = item.start === null ? null : await ports.ledger.view(series);
    const there = view?.occurrences.find(({ effective }) => effective.start === item.start);
    return { series, occurrence: there?.key ?? null };
  };
  const all = await Promise.all(
    kept.map(async ({ lineage, title }) => ({ place: await placeIn(lineage), title, start: null })),
  );
  return all.sort((a, b) => titleLikeness(b.title, item.title) - titleLikeness(a.title, item.title));
}

import type { OpenReading } from '../../domain/facts/observed/reading';
import { outlookSeries, type SeriesId, seriesOf } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { observeOpen } from '../../domain/observe/observe-open';
import type { Instant } from '../../domain/time/time';
import { keepLog } from '../enter/own-entries';
import type { ItemPlace } from '../ledger-port';
import type { Ports } from '../ports';
import { LOOK_BACK } from '../read/sweep';

interface OutlookIds {
  readonly id: string | null;
  readonly seriesId: string | null;
}

/**
 * Under which name a series is known where only Outlook can be asked; null where Outlook gives no id. Classic Outlook
 * gives an occurrence the id of its series, where it says nothing of a series.
 */
export function namedByOutlook({ id, seriesId }: OutlookIds): SeriesId | null {
  const outlookId = seriesId ?? id;
  return outlookId === null ? null : outlookSeries(outlookId);
}

/** Begins a log with what is open; it reaches back no further than that, because nothing before it can be read. */
export async function keepOpen(ports: Ports, owner: Owner, open: OpenReading): Promise<ItemPlace> {
  const place = await sightOpen(ports, owner, open);
  const now = ports.clock();
  await keepLog(ports, open.series, Math.max(now - LOOK_BACK, Math.min(now, open.span.start)));
  return place;
}

/** Keeps what Outlook shows of the open occurrence; a second look that shows the same says nothing new. */
export async function sightOpen(ports: Ports, owner: Owner, open: OpenReading): Promise<ItemPlace> {
  const known = await ports.ledger.factsOf([open.series]);
  const { occurrence, facts } = observeOpen(known, open, owner);
  await ports.ledger.append(facts);
  return { series: open.series, occurrence };
}

/** A series that was begun under Outlook's name goes by that of Graph, once it is known. */
export async function underItsName(
  ports: Ports,
  place: ItemPlace,
  start: Instant | null,
): Promise<ItemPlace> {
  const view = await ports.ledger.view(place.series);
  if (view === null || view.series.includes(place.series)) return place;
  const there = view.occurrences.find(({ effective }) => effective.start === start);
  const occurrence = there?.key ?? null;
  return { ...place, series: occurrence === null ? view.id : seriesOf(occurrence), occurrence };
}

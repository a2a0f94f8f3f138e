import type { Fact } from '../../domain/facts/log/fact';
import type { SweepMark } from '../../domain/facts/log/history';
import type { CalendarReading } from '../../domain/facts/observed/reading';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { candidateSeries, observeCalendar, observeMeeting, seriesGone } from '../../domain/observe/observe';
import type { Ports } from '../ports';
import { inLanes } from './in-lanes';

/** What a reading of the calendar brought, about which series: the kept ones, and what may belong to them. */
export interface Sighted {
  readonly series: readonly SeriesId[];
  readonly facts: readonly Fact[];
}

/**
 * What a reading says of the kept series, and of those that may belong to them. `asks`: the masters that are read
 * as well, one request each. `marks`: the looks that reached as far as this one.
 */
export async function sightSeries(
  ports: Ports,
  owner: Owner,
  kept: readonly SeriesId[],
  reading: CalendarReading,
  more: {
    readonly marks: readonly SweepMark[];
    readonly asks: 'all' | 'unknown';
    readonly signal: AbortSignal | undefined;
  },
): Promise<Sighted> {
  const { marks, asks, signal } = more;
  const series = [
    ...new Set([...kept, ...candidateSeries(await ports.ledger.factsOf(kept), kept, reading, owner)]),
  ];
  const known = await ports.ledger.factsOf(series);
  const sweptAt = (id: SeriesId) => marks.find((mark) => mark.series === id)?.sweptAt ?? null;
  const isKnown = (id: SeriesId) => known.some((fact) => fact.kind === 'series-seen' && fact.series === id);
  const asked = asks === 'all' ? series : series.filter((id) => !isKnown(id));
  const masters = await inLanes(asked, async (id) => {
    const meeting = await ports.graph.readMeeting(id, signal);
    return meeting === null
      ? seriesGone(known, id, reading.readAt, sweptAt(id))
      : observeMeeting(known, meeting, owner, sweptAt(id));
  });
  const sightedNow = masters.flat();
  const seen = observeCalendar([...known, ...sightedNow], series, reading, owner, marks);
  return { series, facts: [...sightedNow, ...seen] };
}

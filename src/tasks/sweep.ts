import type { Fact } from '../domain/fact';
import type { SweepMark } from '../domain/history';
import {
  candidateSeries,
  observeAway,
  observeCalendar,
  observeHours,
  observeMails,
  observeMeeting,
  observeReports,
  seriesGone,
} from '../domain/observe';
import type { SeriesId } from '../domain/occurrence';
import type { Owner } from '../domain/person';
import type { CalendarReading } from '../domain/reading';
import type { SeriesSeen } from '../domain/series';
import { DAY, type Instant, type Span } from '../domain/time';
import { isTrouble, type Trouble } from '../domain/trouble';
import type { Ports } from './ports';

/** A sweep looks 90 days back and 60 days ahead (definitions, section 1). */
export const LOOK_BACK = 90 * DAY;
const LOOK_AHEAD = 60 * DAY;
/** Mail can be delivered late and clocks differ: each look overlaps the last one. */
const MAIL_OVERLAP = 2 * DAY;

type Feature = 'notice-mails' | 'reports' | 'free-busy';

export interface SweepOutcome {
  readonly readAt: Instant;
  readonly added: number;
  /** What could not be read for want of a permission; everything else is complete. */
  readonly missing: readonly { readonly feature: Feature; readonly scope: string }[];
  /** What else went wrong with a source beside the calendar; the other sources were read all the same. */
  readonly trouble: Trouble | null;
}

/**
 * One look at the owner's calendar and mailbox for the kept series. Each source is appended as soon as it is
 * complete, so a sweep that is cut off loses nothing it had learned. Null when another pane is sweeping.
 * Throws `Trouble` when the calendar itself cannot be read; other sources that are not permitted are named instead.
 */
export async function sweep(
  ports: Ports,
  owner: Owner,
  kept: readonly SeriesId[],
  more: { onProgress?: (items: number) => void; signal?: AbortSignal } = {},
): Promise<SweepOutcome | null> {
  // What another pane reads now will do for this one too, unless it cannot know of a log that was just begun.
  const read = new Set((await ports.ledger.marks()).map(({ series }) => series));
  const isNew = kept.some((series) => !read.has(series));
  return ports.seal.alone('loopkeeper-sweep', isNew, async () => {
    // While this one waited its turn, the log may have been erased: then there is nothing to read for.
    const known = (await ports.ledger.keptSeries()).flatMap((one) => one.series);
    if (!kept.some((series) => known.includes(series))) return null;
    const now = ports.clock();
    const window: Span = { start: now - LOOK_BACK, end: now + LOOK_AHEAD };
    const reading = await ports.graph.readCalendar(window, more.onProgress, more.signal);
    const marks = await ports.ledger.marks();

    const facts = await ports.ledger.factsOf(kept);
    const series = [...new Set([...kept, ...candidateSeries(facts, kept, reading, owner)])];
    const calendarFacts = await sightSeries(
      ports,
      owner,
      series,
      reading,
      marks,
      await ports.ledger.factsOf(series),
    );
    let added = (await ports.ledger.append(calendarFacts, marksAfter(series, marks, reading.readAt))).length;

    const missing: SweepOutcome['missing'][number][] = [];
    const troubles: Trouble[] = [];
    const optional = async (feature: Feature, read: () => Promise<number>) => {
      try {
        added += await read();
      } catch (thrown) {
        if (!isTrouble(thrown)) throw thrown;
        if (['not-permitted', 'sign-in-needed'].includes(thrown.kind)) {
          missing.push({ feature, scope: thrown.scope ?? '' });
        } else {
          troubles.push(thrown);
        }
      }
    };
    await optional('notice-mails', () =>
      sweepMails(ports, owner, series, marks, window, reading.readAt, more.signal),
    );
    await optional('reports', () => sweepReports(ports, series));
    await optional('free-busy', () => sweepSchedules(ports, owner, series, window));
    return { readAt: reading.readAt, added, missing, trouble: troubles[0] ?? null };
  });
}

async function sightSeries(
  ports: Ports,
  owner: Owner,
  series: readonly SeriesId[],
  reading: CalendarReading,
  marks: readonly SweepMark[],
  known: readonly Fact[],
): Promise<readonly Fact[]> {
  const markOf = (id: SeriesId) => marks.find((mark) => mark.series === id)?.sweptAt ?? null;
  const masters = await Promise.all(
    series.map(async (id) => {
      const meeting = await ports.graph.readMeeting(id);
      return meeting === null
        ? seriesGone(known, id, reading.readAt, markOf(id))
        : observeMeeting(known, meeting, owner, markOf(id));
    }),
  );
  const sightedNow = masters.flat();
  return [...sightedNow, ...observeCalendar([...known, ...sightedNow], series, reading, owner, marks)];
}

async function sweepMails(
  ports: Ports,
  owner: Owner,
  series: readonly SeriesId[],
  marks: readonly SweepMark[],
  window: Span,
  readAt: Instant,
  signal?: AbortSignal,
): Promise<number> {
  const untilOf = (id: SeriesId) => marks.find((mark) => mark.series === id)?.mailsUntil ?? null;
  const since = Math.min(
    ...series.map((id) => {
      const until = untilOf(id);
      return until === null ? window.start : until - MAIL_OVERLAP;
    }),
  );
  const mails = await ports.graph.readNoticeMails(Number.isFinite(since) ? since : window.start, signal);
  const known = await ports.ledger.factsOf(series);
  const added = await ports.ledger.append(
    observeMails(known, series, mails, owner, readAt),
    series.map((id) => ({ series: id, sweptAt: readAt, mailsUntil: readAt })),
  );
  return added.length;
}

/**
 * Reports live for a year and only the latest 50 of a meeting are shown: what is seen once is kept. Series that share
 * a link share their sessions, so that each link is asked once; which occurrence a session is of is judged (3.1).
 */
async function sweepReports(ports: Ports, series: readonly SeriesId[]): Promise<number> {
  let added = 0;
  for (const [joinUrl, id] of ownLinks(await ports.ledger.factsOf(series))) {
    const known = await ports.ledger.historyOf(id);
    const have = known.filter(({ kind }) => kind === 'report').map((fact) => fact.id);
    const readings = await ports.graph.readReports(joinUrl, have.map(reportIdOf));
    if (readings === null) continue;
    added += (await ports.ledger.append(observeReports(id, readings, ports.clock()))).length;
  }
  return added;
}

const reportIdOf = (factId: string): string => factId.slice('report:'.length);

/** The links of the meetings that the owner organizes, each with one of its series. */
function ownLinks(known: readonly Fact[]): ReadonlyMap<string, SeriesId> {
  const latest = new Map<SeriesId, SeriesSeen>();
  for (const fact of known) {
    if (fact.kind !== 'series-seen') continue;
    const before = latest.get(fact.series);
    if (before === undefined || before.seenAt <= fact.seenAt) latest.set(fact.series, fact);
  }
  const links = new Map<string, SeriesId>();
  for (const { series, ownerOrganizes, joinUrl } of latest.values()) {
    if (ownerOrganizes && joinUrl !== null && !links.has(joinUrl)) links.set(joinUrl, series);
  }
  return links;
}

async function sweepSchedules(
  ports: Ports,
  owner: Owner,
  series: readonly SeriesId[],
  window: Span,
): Promise<number> {
  const known = await ports.ledger.factsOf(series);
  const people = new Set<string>([owner.address]);
  for (const fact of known) {
    if (fact.kind !== 'series-seen' && fact.kind !== 'sighting') continue;
    if (fact.organizer !== null) people.add(fact.organizer.address);
    for (const { person, role } of fact.attendees) if (role === 'required') people.add(person.address);
  }
  people.delete('');
  const { away, hours } = await ports.graph.readSchedules([...people], window);
  const now = ports.clock();
  const news = [...observeAway(known, away, now), ...observeHours(known, hours, owner, now)];
  return (await ports.ledger.append(news)).length;
}

const marksAfter = (
  series: readonly SeriesId[],
  marks: readonly SweepMark[],
  sweptAt: Instant,
): readonly SweepMark[] =>
  series.map((id) => ({
    series: id,
    sweptAt,
    mailsUntil: marks.find((mark) => mark.series === id)?.mailsUntil ?? null,
  }));

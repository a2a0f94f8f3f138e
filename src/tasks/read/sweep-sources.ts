import type { Fact } from '../../domain/facts/log/fact';
import type { SweepMark } from '../../domain/facts/log/history';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import type { SeriesSeen } from '../../domain/facts/things/series';
import { observeAway, observeHours, observeMails, observeReports } from '../../domain/observe/observe';
import { sessionsWanted } from '../../domain/observe/wanted';
import { DAY, HOUR, type Instant, type Span } from '../../domain/time/time';
import type { Ports } from '../ports';
import { inLanes } from './in-lanes';
import { marksNow } from './marks-now';

/** Mail can be delivered late and clocks differ: each look overlaps the last one. */
const MAIL_OVERLAP = 2 * DAY;
/** What is not the calendar is asked again after this long, or sooner where there is a reason. */
const OFTEN_ENOUGH = HOUR;

/** One look, as its sources see it. */
export interface Look {
  readonly ports: Ports;
  readonly owner: Owner;
  readonly series: readonly SeriesId[];
  readonly window: Span;
  readonly readAt: Instant;
  /** Everything is asked, whenever it was asked last: the calendar brought news, or the person wants it so. */
  readonly everything: boolean;
  readonly signal: AbortSignal | undefined;
}

export const markOf = (marks: readonly SweepMark[], series: SeriesId, readAt: Instant): SweepMark =>
  marks.find((mark) => mark.series === series) ?? { series, sweptAt: readAt, mailsUntil: null };

/** Meeting messages since each series was last asked for. Gives how many facts were new. */
export async function sweepMails({
  ports,
  owner,
  series,
  window,
  readAt,
  everything,
  signal,
}: Look): Promise<number> {
  const marks = (await marksNow(ports)).filter((mark) => series.includes(mark.series));
  const untils = series.map((id) => markOf(marks, id, readAt).mailsUntil);
  const before = await ports.ledger.factsOf(series);
  if (!everything && untils.every((until) => isFresh(until, readAt)) && !awaitsMail(before, readAt)) return 0;
  const since = Math.min(...untils.map((until) => (until === null ? window.start : until - MAIL_OVERLAP)));
  const mails = await ports.graph.readNoticeMails(Number.isFinite(since) ? since : window.start, signal);
  const known = await ports.ledger.factsOf(series);
  const added = await ports.ledger.append(
    observeMails(known, series, mails, owner, readAt),
    series.map((id) => ({ ...markOf(marks, id, readAt), mailsUntil: readAt })),
  );
  return added.length;
}

/** A change was seen a moment ago, and nothing in the mailbox spoke of it yet: the calendar is often faster. */
const awaitsMail = (facts: readonly Fact[], now: Instant): boolean => {
  const mails = facts.filter((fact) => fact.kind === 'mail');
  return facts.some((fact) => {
    if (fact.kind !== 'sighting' && fact.kind !== 'missing') return false;
    const { occurrence, seenAt, lookedBefore } = fact;
    if (lookedBefore === null || !isFresh(seenAt, now)) return false;
    return !mails.some((mail) => mail.at > lookedBefore && (mail.occurrence ?? occurrence) === occurrence);
  });
};

const isFresh = (at: Instant | null | undefined, now: Instant): boolean =>
  at !== null && at !== undefined && now - at < OFTEN_ENOUGH;

/**
 * Reports live for a year and only the latest 50 of a meeting are shown: what is seen once is kept. Series that share
 * a link share their sessions, so that each link is asked once; which occurrence a session is of is judged (3.1).
 */
export async function sweepReports(look: Look): Promise<number> {
  const { ports, series, readAt, everything, signal } = look;
  const facts = await ports.ledger.factsOf(series);
  const marks = await marksNow(ports);
  const due = [...ownLinks(facts)].filter(([, id]) => {
    const { reportsAt } = markOf(marks, id, readAt);
    return everything || !isFresh(reportsAt, readAt) || endedSince(facts, id, reportsAt, readAt);
  });
  let added = 0;
  await inLanes(due, async ([joinUrl, id]) => {
    const known = await ports.ledger.historyOf(id);
    const have = known.filter(({ kind }) => kind === 'report').map((fact) => fact.id);
    const around = sessionsWanted(known, id);
    const readings = await ports.graph.readReports(joinUrl, have.map(reportIdOf), signal, around);
    const news = readings === null ? [] : observeReports(id, readings, ports.clock());
    const mark = { ...markOf(marks, id, readAt), reportsAt: readAt };
    const fresh = await ports.ledger.append(news, [mark]);
    added += fresh.length;
  });
  return added;
}

const reportIdOf = (factId: string): string => factId.slice('report:'.length);

/** A meeting that has ended meanwhile may have a report. */
const endedSince = (
  facts: readonly Fact[],
  series: SeriesId,
  since: Instant | undefined,
  now: Instant,
): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'sighting' &&
      fact.occurrence.startsWith(`${series}/`) &&
      fact.span.end <= now &&
      (since === undefined || fact.span.end > since),
  );

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

/** When the people of these series were out of office, and their working hours. */
export async function sweepSchedules(look: Look): Promise<number> {
  const { ports, owner, series, window, readAt, everything, signal } = look;
  const marks = await marksNow(ports);
  const own = series.map((id) => markOf(marks, id, readAt));
  if (!everything && own.every(({ schedulesAt }) => isFresh(schedulesAt, readAt))) return 0;
  const known = await ports.ledger.factsOf(series);
  const { away, hours } = await ports.graph.readSchedules(peopleOf(known, owner), window, signal);
  const now = ports.clock();
  const news = [...observeAway(known, away, now), ...observeHours(known, hours, owner, now)];
  const after = own.map((mark) => ({ ...mark, schedulesAt: readAt }));
  return (await ports.ledger.append(news, after)).length;
}

/** Addresses of everybody who had to come, and of the owner. */
export function peopleOf(known: readonly Fact[], owner: Owner): readonly string[] {
  const people = new Set<string>([owner.address]);
  for (const fact of known) {
    if (fact.kind !== 'series-seen' && fact.kind !== 'sighting') continue;
    if (fact.organizer !== null) people.add(fact.organizer.address);
    for (const { person, role } of fact.attendees) if (role === 'required') people.add(person.address);
  }
  people.delete('');
  return [...people];
}

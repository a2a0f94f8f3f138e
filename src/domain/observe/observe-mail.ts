import type { Fact } from '../facts/log/fact';
import { isAnswer, type MailKind, type NoticeMail } from '../facts/observed/notice-mail';
import type { MailReading } from '../facts/observed/reading';
import type { Sighting } from '../facts/observed/sighting';
import { type OccurrenceKey, occurrenceKey, type SeriesId, seriesOf } from '../facts/things/occurrence';
import type { Owner, PersonKey } from '../facts/things/person';
import type { Recurrence, SeriesSeen } from '../facts/things/series';
import { normalizedTitle, plainTitle } from '../facts/things/title';
import { dayOfMidnight } from '../time/days';
import type { Instant } from '../time/time';
import { localDate } from '../time/zone';
import { type Known, knownFrom } from './known';
import { plannedOccurrences, plannedOn } from './recurrence';
import { featuresOf } from './same-meeting';
import { type Wanted, wantedIn } from './wanted';

/** Which series, and which occurrence of it: null for all of them, or where nobody can tell. */
interface Tie {
  readonly series: SeriesId;
  readonly occurrence: OccurrenceKey | null;
}

/** Everything ever seen of the kept series: mails speak of titles and times that are not the latest. */
interface Past {
  readonly known: Known;
  readonly seen: ReadonlyMap<SeriesId, readonly SeriesSeen[]>;
  readonly sightings: ReadonlyMap<SeriesId, readonly Sighting[]>;
  /** What mails told of one occurrence, in the order of their times: where it was moved to before anybody looked. */
  readonly told: NoticeMail[];
}

/**
 * Meeting messages about the kept series that are not yet known, each tied to its series and occurrence by the
 * meeting it is linked with, else by organizer, title and start. What is about other meetings is left alone.
 */
export function observeMails(
  facts: readonly Fact[],
  keptSeries: readonly SeriesId[],
  mails: readonly MailReading[],
  owner: Owner,
  readAt: Instant,
): readonly NoticeMail[] {
  const there = new Set(facts.flatMap((fact) => (fact.kind === 'mail' ? [fact.id] : [])));
  const past = pastOf(facts, keptSeries);
  const wanted = wantedIn(facts);
  const inOrder = [...mails].sort((a, b) => a.at - b.at);
  return inOrder.flatMap((mail) => {
    const id = `mail:${mail.id}`;
    if (there.has(id)) return [];
    const tie = tieByLink(past, mail) ?? tieByWords(past, mail, owner);
    if (tie === null || !isWanted(wanted, tie, mail)) return [];
    there.add(id);
    const notice = noticeOf(mail, tie, readAt);
    past.told.push(notice);
    return [notice];
  });
}

/** Of a series that is kept in parts: about those, or about all of it. */
const isWanted = ({ wants, wantsAll }: Wanted, { series, occurrence }: Tie, mail: MailReading): boolean =>
  occurrence === null || mail.wholeSeries ? mail.wholeSeries || wantsAll(series) : wants(occurrence);

function noticeOf(mail: MailReading, tie: Tie, readAt: Instant): NoticeMail {
  const { from, sender, span, previous, proposed } = mail;
  return {
    kind: 'mail',
    id: `mail:${mail.id}`,
    recordedAt: readAt,
    mail: kindOf(mail),
    at: mail.at,
    sentByOwner: mail.sentByOwner,
    from,
    sender: sender === null || sender.key === from.key ? null : sender,
    series: tie.series,
    occurrence: tie.occurrence,
    wholeSeries: mail.wholeSeries,
    title: plainTitle(mail.title),
    span,
    previous,
    ...(proposed && { proposed }),
  };
}

/** A request that says what was before is an update, whatever Graph calls it. */
const kindOf = ({ mail, previous }: MailReading): MailKind =>
  mail === 'request' && previous !== null ? 'update' : mail;

function pastOf(facts: readonly Fact[], kept: readonly SeriesId[]): Past {
  const ours = new Set(kept);
  const seen = new Map<SeriesId, SeriesSeen[]>(kept.map((id) => [id, []]));
  const sightings = new Map<SeriesId, Sighting[]>(kept.map((id) => [id, []]));
  const told: NoticeMail[] = [];
  for (const fact of facts) {
    if (fact.kind === 'mail' && fact.occurrence !== null) told.push(fact);
    if (fact.kind === 'series-seen') seen.get(fact.series)?.push(fact);
    // A single meeting that may replace an occurrence was sighted, so its mails are wanted, too.
    if (fact.kind !== 'sighting') continue;
    const series = seriesOf(fact.occurrence);
    if (!ours.has(series) && !fact.single) continue;
    const others = sightings.get(series);
    if (others === undefined) sightings.set(series, [fact]);
    else others.push(fact);
  }
  return { known: knownFrom(facts), seen, sightings, told };
}

function tieByLink(past: Past, mail: MailReading): Tie | null {
  const { meeting } = mail;
  if (meeting === null) return null;
  const series = meeting.series ?? meeting.id;
  if (!past.sightings.has(series)) return null;
  if (mail.wholeSeries) return { series, occurrence: null };
  if (meeting.single) {
    const first = past.known.occurrencesOf.get(series)?.[0]?.occurrence;
    return { series, occurrence: first ?? occurrenceAt(past, series, mail) };
  }
  if (meeting.originalStart === null) return { series, occurrence: occurrenceAt(past, series, mail) };
  const isOfDays = past.known.series.get(series)?.recurrence?.allDay === true;
  const date = localDate(meeting.originalStart, zoneOf(past, series));
  const day = isOfDays ? occurrenceAtMidnight(past, series, meeting.originalStart) : null;
  return { series, occurrence: day ?? occurrenceKey(series, date) };
}

/** The meeting is gone from the calendar, so that nothing links: by organizer and title, then by start. */
function tieByWords(past: Past, mail: MailReading, owner: Owner): Tie | null {
  // A link that was followed to another meeting settles it.
  if (mail.meeting !== null) return null;
  const alike = [...past.sightings.keys()].filter((series) => isAlike(past, series, mail, owner));
  if (mail.wholeSeries) {
    const starts = (series: SeriesId) => (past.seen.get(series) ?? []).map(({ first }) => first.start);
    const exact = alike.filter((series) => mail.span !== null && starts(series).includes(mail.span.start));
    const series = exact[0] ?? (alike.length === 1 ? alike[0] : undefined);
    return series === undefined ? null : { series, occurrence: null };
  }
  for (const series of alike) {
    const occurrence = occurrenceAt(past, series, mail);
    if (occurrence !== null) return { series, occurrence };
  }
  return null;
}

function isAlike(past: Past, series: SeriesId, mail: MailReading, owner: Owner): boolean {
  const title = normalizedTitle(mail.title);
  const own = new Set([owner.key, owner.address, ...(owner.otherAddresses ?? [])]);
  const keyOf = (key: PersonKey): PersonKey => (own.has(key) ? owner.key : key);
  // Requests and cancellations come from the organizer, answers go to the organizer.
  const speakers = isAnswer(mail.mail)
    ? mail.sentByOwner
      ? mail.to.map(({ key }) => keyOf(key))
      : [owner.key]
    : [mail.sentByOwner ? owner.key : keyOf(mail.from.key)];
  const states = [...(past.seen.get(series) ?? []), ...(past.sightings.get(series) ?? [])];
  return states.some((state) => {
    const { organizer } = featuresOf(state, owner);
    return organizer !== null && speakers.includes(organizer) && normalizedTitle(state.title) === title;
  });
}

/** The occurrence that stands, stood or was planned at the time the mail names: where it was before, first. */
function occurrenceAt(
  past: Past,
  series: SeriesId,
  { previous, span }: Pick<MailReading, 'previous' | 'span'>,
): OccurrenceKey | null {
  const sightings = past.sightings.get(series) ?? [];
  const rules = new Map<string, Recurrence>();
  for (const { recurrence } of past.seen.get(series) ?? []) {
    if (recurrence !== null) rules.set(JSON.stringify(recurrence), recurrence);
  }
  for (const start of [previous?.start, span?.start]) {
    if (start === undefined) continue;
    const stood =
      sightings.find((one) => isAt(one.original.start, start, one.allDay)) ??
      sightings.find((one) => isAt(one.span.start, start, one.allDay));
    if (stood !== undefined) return stood.occurrence;
    const moved = past.told.findLast(
      (mail) => mail.series === series && mail.mail === 'update' && mail.span?.start === start,
    );
    if (moved !== undefined) return moved.occurrence;
    for (const rule of rules.values()) {
      const at = rule.allDay ? plannedOn(rule, dayOfMidnight(start)).span.start : start;
      const planned = plannedOccurrences(rule, { start: at, end: at + 1 })[0];
      if (planned !== undefined) return occurrenceKey(series, planned.date);
    }
  }
  return null;
}

/** A planned midnight in a zone that Graph may not tell is the day that was sighted, or is planned, nearest to it. */
function occurrenceAtMidnight(past: Past, series: SeriesId, midnight: Instant): OccurrenceKey | null {
  return occurrenceAt(past, series, { previous: null, span: { start: midnight, end: midnight } });
}

/** Midnights stand for their days (1). */
const isAt = (one: Instant, other: Instant, allDay: boolean): boolean =>
  one === other || (allDay && dayOfMidnight(one) === dayOfMidnight(other));

function zoneOf(past: Past, series: SeriesId): string {
  const seen = past.known.series.get(series)?.recurrence?.zone;
  return seen ?? past.sightings.get(series)?.[0]?.zone ?? 'UTC';
}

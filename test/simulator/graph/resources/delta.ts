import type { Instant, Span } from '../../time';
import { badRequest, ok, Refusal, type Reply } from '../answers';
import { copiesHere, standingsHere } from '../calendar/calendar';
import { copyOf, type Standing } from '../calendar/calendar-copy';
import { eventId, eventJson, masterJson, stubJson } from '../calendar/event-json';
import type { Actions, Call } from '../desk';
import { type Json, pick } from '../odata';
import { personOf } from '../story';
import { windowGiven } from './calendar-view';

/** What a token remembers: the window, the last round's moment, how far this round has got. */
interface Round {
  window: Span;
  /** The moment of the round before; null in the first one. */
  since: Instant | null;
  /** What this round looks at, so that its pages belong together. */
  now: Instant;
  skip: number;
  generation: number;
}

const token = (round: Round): string => btoa(JSON.stringify(round)).replaceAll('=', '');

function roundGiven(desk: Actions, call: Call): Round {
  const given = call.query.text('skiptoken') ?? call.query.text('deltatoken');
  if (given === null) {
    return {
      window: windowGiven(call),
      since: null,
      now: desk.now,
      skip: -1,
      generation: desk.deltaGeneration,
    };
  }
  let round: Round;
  try {
    round = JSON.parse(atob(given)) as Round;
  } catch {
    throw badRequest('Badly formed token.');
  }
  if (round.generation < desk.deltaGeneration) {
    throw new Refusal(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; generation=605;[highest=841][841][839][840].',
    );
  }
  const next = call.query.text('deltatoken') !== null;
  return next ? { ...round, since: round.now, now: desk.now, skip: 0 } : round;
}

/** Series come whole, master first, occurrences as stubs; what is cancelled is simply not among them any more. */
function items(desk: Actions, call: Call, round: Round): Json[] {
  const { window, since } = round;
  const inside = standingsHere(desk, window);
  const touched = (at: Instant) => since === null || at > since;
  const fresh = copiesHere(desk).filter((copy) =>
    changedAt(copy.story).some((at) => touched(at) && at <= desk.now),
  );
  const all = fresh.flatMap((copy): Json[] => {
    const own = inside.filter((one) => one.copy.story === copy.story);
    const master = masterJson(desk.story, copy, call.manner);
    // Made or changed outside the window, an item is announced as removed.
    if (own.length === 0) return [{ ...removed(String(master.id)) }];
    const single = copy.story.meeting.recurrence === null || copy.only !== null;
    const isStub = ({ exception, cancelled }: Standing) =>
      !single && (!exception || (cancelled > 0 && desk.habits.cancelledStaysAs === 'occurrence'));
    const whole = own.map((one) =>
      isStub(one)
        ? stubJson(one, call.manner)
        : { '@odata.type': '#microsoft.graph.event', ...eventJson(desk.story, one, call.manner) },
    );
    return single ? whole : [{ '@odata.type': '#microsoft.graph.event', ...master }, ...whole];
  });
  return [...all, ...gone(desk, call, since)];
}

const removed = (id: string): Json => ({
  '@odata.type': '#microsoft.graph.event',
  id,
  '@removed': { reason: 'deleted' },
});

/** Meetings that were in the calendar in the round before and are not any more, as a whole. */
function gone(desk: Actions, call: Call, since: Instant | null): Json[] {
  if (since === null) return [];
  const here = new Set(copiesHere(desk).map((copy) => copy.story));
  const owner = personOf(desk.story, desk.owner.id);
  return [...desk.story.meetings.values()]
    .filter((story) => !here.has(story))
    .map((story) => copyOf(desk.story, story, owner, since))
    .filter((copy) => copy !== null)
    .map((copy) => removed(eventId(copy, null, call.manner.immutable)));
}

const changedAt = (
  story: Actions['story']['meetings'] extends Map<string, infer S> ? S : never,
): Instant[] => [
  story.meeting.createdAt,
  ...[...story.cancelled.values(), ...story.moved.values()].flat().map((one) => one.at),
  ...[story.seriesCancelled, story.splits, story.rescheduled, story.renamed, story.answers, story.removals]
    .flat()
    .map((one) => one.at),
];

/** GET /me/calendarView/delta. The first page is empty and yet not the last, which is allowed. */
export function delta(desk: Actions, call: Call): Reply {
  const select = call.query.list('select');
  if (select !== null && desk.habits.deltaSelect === 'refused') {
    throw badRequest('The $select query option is not supported for change tracking.');
  }
  const round = roundGiven(desk, call);
  const all = round.skip < 0 ? [] : items(desk, call, round);
  const from = Math.max(round.skip, 0);
  const size = call.manner.pageSize ?? 10;
  const page = round.skip < 0 ? [] : all.slice(from, from + size);
  const last = round.skip >= 0 && from + size >= all.length;
  const link = new URL(call.query.url);
  link.search = last
    ? `?$deltatoken=${encodeURIComponent(token({ ...round, skip: 0 }))}`
    : `?$skiptoken=${encodeURIComponent(token({ ...round, skip: round.skip < 0 ? 0 : from + size }))}`;
  const shown = desk.habits.deltaSelect === 'honoured' ? page.map((one) => pick(one, select)) : page;
  return {
    ...ok({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(event)',
      [last ? '@odata.deltaLink' : '@odata.nextLink']: link.toString(),
      value: shown,
    }),
    headers: { 'Preference-Applied': 'odata.track-changes' },
  };
}

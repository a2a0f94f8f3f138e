import type { Span } from '../../time';
import { accepted, badRequest, ok, Refusal, type Reply } from '../answers';
import { copiesHere, eventGiven, type Found, hasMaster } from '../calendar/calendar';
import { type Copy, standing } from '../calendar/calendar-copy';
import { eventFilter } from '../calendar/event-filter';
import { cancelledOccurrences, eventJson, masterJson } from '../calendar/event-json';
import type { Actions, Call } from '../desk';
import { collection, expansions, type Json, pageOf, pick, splitOutside } from '../odata';
import { lastBy } from '../story';
import { bodyTime, offsetTime } from '../wire-time';
import { selectEvent } from './calendar-view';

/** When the organizer last sent something about the meeting, as Exchange keeps it on everybody's copy. */
const CRITICAL_CHANGE = /^SystemTime \{6ED8DA90-450B-101B-98DA-00AA003F1305\} Id 0x0*1A$/i;

export const found = (desk: Actions, { copy, one }: Found, call: Call): Json =>
  one === null ? masterJson(desk.story, copy, call.manner) : eventJson(desk.story, one, call.manner);

/** The changed occurrences of a series; cancelled ones are not among the organizer's. */
function exceptions(desk: Actions, copy: Copy, call: Call, options: Map<string, string>): Json[] {
  const { story } = copy;
  const dates = new Set([...story.moved.keys(), ...story.cancelled.keys()]);
  for (const answer of story.answers) if (answer.date !== null) dates.add(answer.date);
  const select = options.get('select');
  return [...dates]
    .sort()
    .map((date) => standing(copy, date))
    .filter((one) => one?.exception === true)
    .map((one) => eventJson(desk.story, one as NonNullable<typeof one>, call.manner))
    .map((json) => pick(json, select === undefined ? null : splitOutside(select, ',')));
}

function properties(copy: Copy, date: string | null, options: Map<string, string>): Json[] {
  const id = /id eq '([^']+)'/i.exec(options.get('filter') ?? '')?.[1];
  if (id === undefined || !CRITICAL_CHANGE.test(id)) return [];
  const { story, now } = copy;
  const changes =
    date === null ? [] : [...(story.cancelled.get(date) ?? []), ...(story.moved.get(date) ?? [])];
  const last = lastBy(
    [...changes, ...story.seriesCancelled].sort((a, b) => a.at - b.at),
    now,
  );
  return [{ id, value: offsetTime(last?.at ?? story.meeting.createdAt) }];
}

/** GET /me/events/{id}. Cancelled and changed occurrences of a master come only when asked for by name. */
export function event(desk: Actions, call: Call): Reply {
  const where = eventGiven(desk, call, call.parts[1] ?? '');
  const { copy, one } = where;
  const select = call.query.list('select');
  const expand = expansions(call.query);
  const master = one === null;
  const json = select === null ? found(desk, where, call) : selectEvent(found(desk, where, call), select);
  const extra: Json = {};
  if (master && select?.includes('cancelledOccurrences') === true) {
    extra.cancelledOccurrences = cancelledOccurrences(copy, call.manner);
  }
  const changed = expand.get('exceptionOccurrences');
  if (master && changed !== undefined) extra.exceptionOccurrences = exceptions(desk, copy, call, changed);
  const asked = expand.get('singleValueExtendedProperties');
  if (asked !== undefined && desk.habits.ownerCriticalChange) {
    const kept = properties(copy, one?.date ?? null, asked);
    if (kept.length > 0) extra.singleValueExtendedProperties = kept;
  }
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${desk.owner.objectId}')/events/$entity`;
  return ok({ '@odata.context': context, ...json, ...extra });
}

const NOT_ORGANIZER = "Your request can't be completed. You need to be an organizer to cancel a meeting.";
const IS_ORGANIZER = "Your request can't be completed. You can't respond to a meeting that you organize.";

/** POST /me/events/{id}/cancel: 202, and what was cancelled is gone from the organizer's calendar. */
export function cancelEvent(desk: Actions, call: Call): Reply {
  const { copy, one } = eventGiven(desk, call, call.parts[1] ?? '');
  if (!copy.organizing) throw new Refusal(400, 'ErrorAccessDenied', NOT_ORGANIZER);
  const about = { at: desk.now, meeting: copy.story.meeting.id };
  const whole = one === null || copy.story.meeting.recurrence === null;
  desk.happen(
    whole ? { kind: 'series-cancelled', ...about } : { kind: 'cancelled', ...about, date: one.date },
  );
  return accepted();
}

const NOTHING_TO_PROPOSE = 'A new time cannot be proposed with an acceptance.';

const ANSWERS = { accept: 'accepted', tentativelyaccept: 'tentative', decline: 'declined' } as const;

/** POST /me/events/{id}/accept, …/tentativelyAccept and …/decline: 202. */
export function answerEvent(desk: Actions, call: Call): Reply {
  const { copy, one } = eventGiven(desk, call, call.parts[1] ?? '');
  if (copy.organizing) throw new Refusal(400, 'ErrorInvalidRequest', IS_ORGANIZER);
  const answer = ANSWERS[(call.parts[2] ?? '').toLowerCase() as keyof typeof ANSWERS];
  const silently = call.body.sendResponse === false || call.body.SendResponse === false;
  const date = copy.story.meeting.recurrence === null ? null : (one?.date ?? null);
  const about = { at: desk.now, meeting: copy.story.meeting.id, who: desk.owner.id, date };
  const proposed = slotGiven(call.body.proposedNewTime ?? call.body.ProposedNewTime);
  if (proposed !== null && answer === 'accepted') throw badRequest(NOTHING_TO_PROPOSE);
  desk.happen({ kind: 'answered', ...about, answer, silently, ...(proposed && { proposed }) });
  return accepted();
}

/** A time that would suit better, given with a tentative answer or a refusal. */
function slotGiven(given: unknown): Span | null {
  if (typeof given !== 'object' || given === null) return null;
  const { start, end } = given as Json;
  const [from, to] = [bodyTime(start), bodyTime(end)];
  if (from === null || to === null || to < from) throw badRequest('The proposed new time is not valid.');
  return { start: from, end: to };
}

/** GET /me/events: masters and single events, no occurrences. */
export function events(desk: Actions, call: Call): Reply {
  const test = eventFilter(call.query.text('filter'));
  const all = copiesHere(desk)
    .filter(hasMaster)
    .map((copy) => masterJson(desk.story, copy, call.manner))
    .filter(test);
  const order = call.query.text('orderby');
  if (order !== null) {
    const [, path = '', direction] = /^([\w/]+)(?:\s+(asc|desc))?$/i.exec(order.trim()) ?? [];
    const key = sortKey(path);
    all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    if (direction?.toLowerCase() === 'desc') all.reverse();
  }
  const page = pageOf(all, call.query, call.manner.pageSize ?? 10);
  const select = call.query.list('select');
  const items = page.items.map((json) => selectEvent(json, select));
  const counted = call.query.text('count') === 'true' ? all.length : null;
  return ok(
    collection(`users('${desk.owner.objectId}')/events`, { items, nextLink: page.nextLink }, counted),
  );
}

function sortKey(path: string): (json: Json) => string {
  if (path === 'start/dateTime') return (json) => String((json.start as Json).dateTime);
  if (['subject', 'createdDateTime', 'lastModifiedDateTime'].includes(path))
    return (json) => String(json[path]);
  throw badRequest(`The property '${path}' cannot be sorted by.`);
}

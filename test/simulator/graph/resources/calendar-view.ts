import type { Span } from '../../time';
import { badRequest, ok, type Reply } from '../answers';
import { byStart, eventGiven, standingsHere } from '../calendar/calendar';
import { type Standing, standings } from '../calendar/calendar-copy';
import { eventFilter } from '../calendar/event-filter';
import { eventJson } from '../calendar/event-json';
import type { Actions, Call } from '../desk';
import { collection, type Json, pageOf, pick } from '../odata';
import { NEVER, queryTime } from '../wire-time';

const TIMELESS = ['createddatetime', 'lastmodifieddatetime'];

/** The window of a request; both ends are required. */
export function windowGiven(call: Call): Span {
  const [start, end] = ['startdatetime', 'enddatetime'].map((name) => {
    const text = call.query.text(name);
    return text === null ? null : queryTime(text);
  });
  if (start === null || start === undefined || end === null || end === undefined) {
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  }
  if (end <= start) throw badRequest('The EndDateTime must be after the StartDateTime.');
  return { start, end };
}

/** Times of making and changing cannot be selected alone: they read as never unless the organizer comes too. */
export function selectEvent(json: Json, select: string[] | null): Json {
  if (select === null) return json;
  const names = select.map((name) => name.toLowerCase());
  const known = names.includes('organizer') ? {} : { createdDateTime: NEVER, lastModifiedDateTime: NEVER };
  return pick(TIMELESS.some((name) => names.includes(name)) ? { ...json, ...known } : json, select);
}

function answer(desk: Actions, call: Call, found: Standing[], context: string): Reply {
  const order = call.query.text('orderby');
  let all = found;
  if (order !== null) {
    const [, direction] = /^start\/dateTime(?:\s+(asc|desc))?$/i.exec(order.trim()) ?? [];
    if (!/^start\/dateTime/i.test(order.trim()))
      throw badRequest(`The property '${order}' cannot be sorted by.`);
    all = [...found].sort(byStart);
    if (direction?.toLowerCase() === 'desc') all.reverse();
  }
  const filter = call.query.text('filter');
  const test = eventFilter(filter);
  const kept = filter === null ? all : all.filter((one) => test(eventJson(desk.story, one, call.manner)));
  const page = pageOf(kept, call.query, call.manner.pageSize ?? 10);
  const select = call.query.list('select');
  const items = page.items.map((one) => selectEvent(eventJson(desk.story, one, call.manner), select));
  const counted = call.query.text('count') === 'true' ? kept.length : null;
  return ok(collection(context, { items, nextLink: page.nextLink }, counted));
}

/** GET /me/calendarView: everything but series masters. */
export const calendarView = (desk: Actions, call: Call): Reply =>
  answer(desk, call, standingsHere(desk, windowGiven(call)), `users('${desk.owner.objectId}')/calendarView`);

/** GET /me/events/{id}/instances: what is left of a series. */
export function instances(desk: Actions, call: Call): Reply {
  const window = windowGiven(call);
  const { copy, one } = eventGiven(desk, call, call.parts[1] ?? '');
  if (one !== null) throw badRequest('The master event ID was not a series master.');
  const found = standings(copy, window);
  const shown = [...found.filter((each) => each.exception), ...found.filter((each) => !each.exception)];
  return answer(desk, call, shown, `users('${desk.owner.objectId}')/events('${call.parts[1]}')/instances`);
}

import type { Span } from '../../domain/time/time';
import type { Ask, GraphClient } from '../client/client';
import { unreadable } from '../client/errors';
import { listOf, textOf } from '../client/json';
import { CALLS } from '../client/permissions';
import { isoOf } from '../shapes/graph-times';

/** What Graph's change tracking says, and where to ask next time. */
export interface CalendarSignal {
  /** Something came: whatever it is, it has to be looked at. */
  readonly changed: boolean;
  readonly link: string;
}

/** More pages of changes than any reading is worth. */
const MOST_PAGES = 100;

/**
 * Whether anything changed in the calendar since `link`; null begins anew. A signal and nothing more: changes come
 * as stubs, cancelled occurrences are not announced, and what is removed may lie outside the window. So nothing in
 * the answer is read but whether there is any. Throws `stale-token` where Graph has forgotten the link.
 */
export async function readCalendarSignal(
  client: GraphClient,
  link: string | null,
  window: Span,
): Promise<CalendarSignal> {
  const call = CALLS.calendarSignal;
  const first: Ask =
    link === null
      ? { call, query: { startDateTime: isoOf(window.start), endDateTime: isoOf(window.end) } }
      : { call, path: link };
  let ask: Ask = first;
  let changed = false;
  // The first page can be empty and yet not the last.
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await client(ask);
    changed ||= listOf(page.value).length > 0;
    const end = textOf(page['@odata.deltaLink']);
    if (end !== null) return { changed, link: end };
    const next = textOf(page['@odata.nextLink']);
    if (next === null) break;
    ask = { call, path: next };
  }
  throw unreadable(first, 'changes without an end');
}

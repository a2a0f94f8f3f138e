import { asking } from './graph/asking';
import type { Habits } from './graph/desk';
import type { Json } from './graph/odata';
import { createSimulatedGraph } from './graph/simulated-graph';
import { about, meeting, person, required, teamsLink, WORKDAYS } from './telling';
import { at } from './time';
import type { Happening, Person, World } from './world';

/** A series of three, and ways to look at it from each side. */
export const ana = person({ id: 'ana', name: 'Ana', address: 'ana@north.example', zone: 'Europe/London' });
export const bo = person({ id: 'bo', name: 'Bo', address: 'bo@north.example', zone: 'Europe/London' });
export const cy = person({ id: 'cy', name: 'Cy', address: 'cy@north.example', zone: 'Europe/London' });

export const sync = meeting({
  id: 'sync',
  subject: 'Sync',
  organizer: 'ana',
  invitees: [required('bo'), required('cy')],
  zone: 'Europe/London',
  firstDate: '2026-10-26',
  time: '15:00',
  minutes: 30,
  recurrence: { every: 'week', interval: 1, days: WORKDAYS },
  createdAt: '2026-10-20 09:00',
  joinUrl: teamsLink('sync', ana),
});

const later = {
  ...sync,
  id: 'later',
  firstDate: '2026-11-02',
  time: '15:30',
  createdAt: at('2026-10-30 16:00', 'Europe/London'),
};
export const { cancelled, moved, answered, split } = about(sync);
const WEEKS =
  'startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-11-07T00:00:00Z&$top=50&$orderby=start/dateTime';

export function world(happenings: Happening[], people: Person[] = [ana, bo, cy]): World {
  const holidays = { choices: {}, countries: {} };
  return { name: 'test', owner: 'ana', people, meetings: [sync, later], happenings, taps: [], holidays };
}

export function look(
  happenings: Happening[],
  now = '2026-11-07',
  habits: Partial<Habits> = {},
  people?: Person[],
) {
  const meetings = happenings.some(({ kind }) => kind === 'split') ? [sync, later] : [sync];
  const graph = createSimulatedGraph({ ...world(happenings, people), meetings }, { now: at(now), habits });
  return { organizer: asking(graph), attendee: asking(graph, 'bo'), graph };
}

export const on = (events: Json[], date: string) =>
  events.find((event) => String(event.originalStart).startsWith(date));
export const view = (who: { all(path: string): Promise<Json[]> }) => who.all(`/me/calendarView?${WEEKS}`);

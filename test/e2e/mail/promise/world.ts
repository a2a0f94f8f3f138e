import { about, meeting, person, required, teamsLink, WORKDAYS } from '../../../simulator/telling';
import { addDays, at, dayNumber } from '../../../simulator/time';
import type { Tap, World } from '../../../simulator/world';

const ZONE = 'Europe/London';

const ana = person({ id: 'ana', name: 'Ana Reyes', address: 'ana@north.example', zone: ZONE });
const bo = person({ id: 'bo', name: 'Bo Lund', address: 'bo@north.example', zone: ZONE });
const cy = person({ id: 'cy', name: 'Cy Adler', address: 'cy@north.example', zone: ZONE });

const FIRST = '2026-09-21';
const LAST = '2026-11-19';

const sync = meeting({
  id: 'sync',
  subject: 'Sync',
  organizer: 'ana',
  invitees: [required('bo')],
  zone: ZONE,
  firstDate: FIRST,
  time: '09:00',
  minutes: 30,
  recurrence: { every: 'week', interval: 1, days: WORKDAYS },
  createdAt: '2026-09-14 09:00',
  joinUrl: teamsLink('sync', ana),
});

/** Nobody keeps a log of it. */
const planning = meeting({
  id: 'planning',
  subject: 'Planning',
  organizer: 'cy',
  invitees: [required('ana')],
  zone: ZONE,
  firstDate: '2026-11-19',
  time: '11:00',
  minutes: 30,
  recurrence: { every: 'week', interval: 1, days: ['thursday'] },
  createdAt: '2026-11-16 09:00',
  joinUrl: teamsLink('planning', cy),
});

// Day 0 was a Thursday.
const isWorkday = (date: string): boolean => (dayNumber(date) + 3) % 7 < 5;

/** Days on which Bo did not come: each has a recap of its own, that can go once. */
export const MISSED: readonly string[] = [...days(FIRST, LAST)].filter(isWorkday);

function* days(from: string, to: string) {
  for (let date = from; date <= to; date = addDays(date, 1)) yield date;
}

export const NOW = at('2026-11-19 15:40', ZONE);

const noted = (date: string): Tap => ({
  kind: 'check-in',
  at: at(`${date} 09:15`, ZONE),
  meeting: 'sync',
  date,
  said: 'nobody-joined',
});

/** A sync that Bo misses every day, and a recap for each of those days. */
export const missedSyncs: World = {
  name: 'missed syncs',
  owner: 'ana',
  people: [ana, bo, cy],
  meetings: [sync, planning],
  happenings: [about(planning).answered('ana', 'accepted', '2026-11-17 10:00')],
  taps: [{ kind: 'log-kept', at: at('2026-09-20 09:00', ZONE), meeting: 'sync' }, ...MISSED.map(noted)],
  holidays: { choices: {}, countries: {} },
};

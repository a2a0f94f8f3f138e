import { plannedDates } from '../../simulator/graph/calendar/recurrence';
import { about, meeting, required, teamsLink, WORKDAYS } from '../../simulator/telling';
import { at, HOUR, instantOf } from '../../simulator/time';
import type { Happening, Person, World } from '../../simulator/world';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
const month = sampleMonth();
const personOf = (id: string): Person => {
  const found = month.people.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Nobody is called ${id}`);
  return found;
};
const [priya, marcus] = [personOf('priya'), personOf('marcus')];

/** What can become of an occurrence. */
export const KINDS = ['held', 'cancelled', 'silent', 'moved', 'excluded'] as const;
export type Kind = (typeof KINDS)[number];

const sync = meeting({
  id: 'sync',
  subject: 'Priya/Marcus sync',
  organizer: 'priya',
  invitees: [required('marcus')],
  zone: LONDON,
  firstDate: '2026-10-26',
  time: '15:00',
  minutes: 30,
  recurrence: { every: 'week', interval: 1, days: WORKDAYS },
  createdAt: '2026-10-21 10:00',
  joinUrl: teamsLink('sync', priya),
});
const told = about(sync);

/** Four weeks of it. */
export const DATES: readonly string[] = plannedDates(
  { every: 'week', interval: 1, days: WORKDAYS },
  sync.firstDate,
  sync.firstDate,
  '2026-11-20',
);

const both = (from: string, to: string): [string, string, string][] => [
  ['priya', from, to],
  ['marcus', from, to],
];

/** All over by 17:30, her time. */
const HAPPENS: Readonly<Record<Kind, (date: string) => readonly Happening[]>> = {
  held: (date) => [told.session(date, both('15:00', '15:30'))],
  cancelled: (date) => [told.cancelled(date, `${date} 13:00`)],
  silent: (date) => [told.session(date, [['priya', '14:59', '15:20']])],
  moved: (date) => [
    told.moved(date, `${date} 12:00`, `${date} 17:00`),
    told.session(date, both('17:00', '17:30')),
  ],
  excluded: (date) => [
    {
      ...{ kind: 'out-of-office', at: at(`${date} 08:00`, LONDON), who: 'marcus' },
      span: { start: instantOf(date, '08:00', LONDON), end: instantOf(date, '08:00', LONDON) + 10 * HOUR },
    },
  ],
};

/** A sync of two, of which the owner has the reports; each occurrence as given. */
export const twentyOccurrences = (kinds: readonly Kind[]): World => ({
  ...{ name: 'twenty occurrences', owner: 'priya', people: [priya, marcus], meetings: [sync] },
  happenings: DATES.flatMap((date, at) => HAPPENS[kinds[at] ?? 'held'](date)),
  ...{ taps: [], holidays: { choices: {}, countries: {} } },
});

import { about, meeting, required, teamsLink } from '../../simulator/telling';
import { at } from '../../simulator/time';
import type { Happening, Person, Tap, World } from '../../simulator/world';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
const clock = (text: string) => at(text, LONDON);
const month = sampleMonth();
const priya = month.people.find(({ id }) => id === month.owner) as Person;

const planning = meeting({
  id: 'planning',
  subject: 'Atlas planning',
  organizer: 'priya',
  invitees: [required('marcus'), required('dana'), required('sam')],
  zone: LONDON,
  firstDate: '2026-10-29',
  time: '11:00',
  minutes: 60,
  recurrence: { every: 'week', interval: 1, days: ['thursday'] },
  createdAt: '2026-10-21 10:30',
  joinUrl: teamsLink('atlas planning', priya),
});
const planned = about(planning);
const PLANNED = ['2026-10-29', '2026-11-05', '2026-11-12', '2026-11-19'] as const;

const planningSessions = PLANNED.map((date) =>
  planned.session(date, [
    ['priya', '11:00', '12:00'],
    ['dana', '11:00', '12:00'],
    ['sam', '11:00', '12:00'],
  ]),
);

/** Whoever else was in it was there all the same. */
const withoutHim = (one: Happening): Happening =>
  one.kind === 'session' ? { ...one, stays: one.stays.filter(({ who }) => who !== 'marcus') } : one;

/** She waited on her own whenever the month has them meet. */
const waited = (tap: Tap): readonly Tap[] => {
  if (tap.kind === 'recap') return [];
  if (tap.kind !== 'check-in' || tap.said !== 'we-met') return [tap];
  const { minutes: _, ...rest } = tap;
  return [{ ...rest, said: 'nobody-joined' }];
};

/** What was decided in the refinement and the planning beside what the month tells. */
const decided = (
  id: string,
  when: string,
  where: 'atlas' | 'planning',
  text: string,
  why = 'It is what the figures of October say.',
): Tap => ({
  ...{ kind: 'decision', at: clock(when), id, meeting: where, date: when.slice(0, 10) },
  decision: {
    ...{ text, why: [why], notChosen: [], topic: '' },
    ...{ accountable: 'dana', decidedBy: ['priya', 'dana', 'sam'] },
  },
});

const more: readonly Tap[] = [
  { kind: 'log-kept', at: clock('2026-10-23 09:02'), meeting: 'planning' },
  decided('D-021', '2026-10-29 12:05', 'planning', 'Two teams build the order screen, not one.'),
  decided('D-022', '2026-11-05 12:05', 'planning', 'The release train leaves every second Tuesday.'),
  {
    ...{ kind: 'matched', at: clock('2026-11-10 15:20'), meeting: 'atlas', date: '2026-11-10' },
    ...{ shown: '+49 •••• ••77', who: 'lena' },
  },
  decided('D-024', '2026-11-10 15:25', 'atlas', 'Addresses are checked when the form is left.'),
  decided('D-025', '2026-11-12 12:05', 'planning', 'Support tries the new screen first, for one week.'),
  decided('D-026', '2026-11-17 15:05', 'atlas', 'The old screen stays readable until March.'),
  decided('D-027', '2026-11-19 12:05', 'planning', 'The release train leaves on Mondays.'),
];

/**
 * The golden month with a weekly planning beside the daily sync and the refinement, and without Marcus in any of them: he
 * cancels, moves and declines what he did there, and where they met he did not come. No mail of hers goes by itself.
 */
export const threeMeetings: World = {
  ...month,
  name: 'three meetings',
  meetings: [...month.meetings, planning],
  happenings: [...month.happenings.map(withoutHim), ...planningSessions],
  taps: [...month.taps.flatMap(waited), ...more].sort((a, b) => a.at - b.at),
};

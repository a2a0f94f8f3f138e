import { about } from '../simulator/telling';
import type { Happening, Meeting, World } from '../simulator/world';
import { sampleMonth } from '../simulator/worlds/sample-month';

/** The sample month told otherwise: some things did not happen, others did. Nobody taps anything by themselves. */
export function retold(change: {
  without?: (happening: Happening) => boolean;
  also?: readonly Happening[];
  meetings?: (meeting: Meeting) => Meeting | null;
}): World {
  const world = sampleMonth();
  const { without = () => false, also = [], meetings = (one) => one } = change;
  return {
    ...world,
    taps: [],
    meetings: world.meetings.map(meetings).filter((one) => one !== null),
    happenings: [...world.happenings.filter((one) => !without(one)), ...also],
  };
}

/** The sample month as it was, with nobody tapping anything by themselves. */
export const month: World = retold({});

/** What calendar, mail and free/busy tell of it by themselves. */
export const UNTAPPED = {
  '2026-10-26': 'not-recorded',
  '2026-10-27': 'not-recorded',
  '2026-10-28': 'not-recorded',
  '2026-10-29': 'cancelled-short-notice 10 min',
  '2026-10-30': 'cancelled-with-notice 4320 min',
  '2026-11-02': 'not-recorded',
  '2026-11-03': 'not-recorded 20 min',
  '2026-11-04': 'excluded-away',
  '2026-11-05': 'excluded-away',
  '2026-11-06': 'not-recorded',
  '2026-11-09': 'not-recorded',
  '2026-11-10': 'cancelled-short-notice 90 min',
  '2026-11-11': 'excluded-holiday',
  '2026-11-12': 'excluded-own-absence 420 min',
  '2026-11-13': 'not-recorded',
  '2026-11-16': 'not-recorded',
  '2026-11-17': 'not-recorded 1290 min',
  '2026-11-18': 'cancelled-short-notice 1 min',
  '2026-11-19': 'not-recorded',
  '2026-11-20': 'not-recorded',
};

const meetingIn = (id: string): Meeting => {
  const found = month.meetings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The month has no ${id}`);
  return found;
};

/** Verbs about the meetings of the month. */
export const daily = about(meetingIn('daily'));
export const later = about(meetingIn('daily-1530'));
export const atlas = about(meetingIn('atlas'));

/** Is it about this occurrence? */
export const of =
  (kind: Happening['kind'], date: string) =>
  (one: Happening): boolean =>
    one.kind === kind && 'date' in one && one.date === date;

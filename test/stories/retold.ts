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

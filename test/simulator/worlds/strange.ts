import type { Dice } from '../dice';
import { addDays, DAY, HOUR, instantOf, type LocalDate, MINUTE } from '../time';
import type { Happening, Meeting } from '../world';

/**
 * What is rarer in calendars than in the field: days without a time, zones that nobody knows, series that are cancelled as a
 * whole, and occurrences that are moved and then cancelled.
 */

export const UNKNOWN_ZONE = 'Customized Time Zone';

/** Each series by its place in another strange form; one in four as it was. */
export function strangely(meeting: Meeting, place: number, luck: Dice): Meeting {
  const days = luck.pick([1, 1, 2]);
  const whole = place % 4 === 1 || place % 4 === 2;
  const unknown = place % 4 === 2 || place % 4 === 3;
  return {
    ...meeting,
    ...(whole && { allDay: true, time: '00:00', minutes: days * 24 * 60 }),
    ...(unknown && { zoneName: UNKNOWN_ZONE }),
  };
}

/** After some weeks half of the series are cancelled as a whole: what would have come to pass later does not. */
export function cutShort(
  { id, zone }: Meeting,
  happenings: readonly Happening[],
  from: LocalDate,
  luck: Dice,
): Happening[] {
  // Thirteen minutes past the hour: never exactly seven days before an occurrence.
  const at = instantOf(addDays(from, 20 + luck.upTo(25)), luck.pick(['09:13', '16:13', '20:13']), zone);
  if (luck.next() < 0.5) return [...happenings];
  const before = happenings.filter((one) => one.at < at);
  return [...before, { kind: 'series-cancelled', at, meeting: id }];
}

/** Some of what was moved is cancelled all the same, before the time to which it was moved. */
export const thenCancelled = (moved: Happening, luck: Dice): Happening[] => {
  if (moved.kind !== 'moved' || luck.next() < 0.5) return [];
  const { meeting, date, to } = moved;
  const at = Math.max(moved.at + MINUTE, to.start - luck.pick([20 * MINUTE, 2 * HOUR, 2 * DAY]));
  return at < to.start ? [{ kind: 'cancelled', at, meeting, date }] : [];
};

import { withPlainDigits } from './digits';

/** Numbers beyond this many are no duration. */
const LONGEST = 60;

const numbersIn = (cell: string): readonly number[] =>
  cell.length > LONGEST ? [] : (withPlainDigits(cell).match(/\d+/g) ?? []).map(Number);

/** Whether this file writes no seconds from an hour on, as Teams did in 2021 and 2022: `1h 50m`, cut. */
export const cutsSeconds = (durations: readonly string[]): boolean =>
  durations.every((duration) => numbersIn(duration).length < 3);

const UNITS = [3600, 60, 1] as const;

/**
 * Whether a written duration says these seconds, give or take so many. Units are words of the reader's language, so
 * only the numbers that are not 0 are compared: `1h 5s`, `1 Std. 0 Min. 5 Sek.` and `1:00:05` all say 1 and 5.
 */
export function saysDuration(cell: string, seconds: number, tolerance: number, cut: boolean): boolean {
  const said = numbersIn(cell).filter((part) => part !== 0);
  if (said.length > 3) return false;
  return placesOf(said).some(({ value, unit }) => {
    const rest = cut && unit > 1 && value >= 3600 ? 60 : 0;
    return value <= seconds + tolerance && seconds - tolerance < value + Math.max(rest, 1);
  });
}

/** Hours, minutes and seconds in that order, each number being one of them. */
function placesOf(said: readonly number[]): readonly { value: number; unit: number }[] {
  const places = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
  const rising = places
    .map((place) => place.slice(0, said.length))
    .filter((place) => place.every((one, at) => at === 0 || one > (place[at - 1] ?? 0)));
  const each = new Map(rising.map((place) => [place.join(), place]));
  return [...each.values()].flatMap((place) => {
    // Minutes and seconds stay below sixty where something larger stands before them.
    if (place.some((unit, at) => (at > 0 || unit > 0) && (said[at] ?? 0) >= (unit === 0 ? 1000 : 60)))
      return [];
    const value = said.reduce((sum, number, at) => sum + number * (UNITS[place[at] ?? 2] ?? 1), 0);
    return [{ value, unit: UNITS[place.at(-1) ?? 2] ?? 1 }];
  });
}

import { MINUTE, overlapOf, type Span } from '../../domain/time/time';

/** No two clocks of the world that a person carries from one to the other lie further apart. */
const FARTHEST = 14 * 60;
const STEP = 15;
/** 3.1: so much more of the chosen occurrence makes another reading worth a question. */
const WORTH_ASKING = 5 * MINUTE;

export const shifted = ({ start, end }: Span, minutes: number): Span => ({
  start: start + minutes * MINUTE,
  end: end + minutes * MINUTE,
});

/** Zones mostly differ by whole hours, some by half an hour, few by a quarter. */
const KINDS: readonly ((minutes: number) => boolean)[] = [
  (minutes) => minutes % 60 === 0,
  (minutes) => minutes % 30 === 0,
  () => true,
];

/**
 * 3.1: by how many minutes the clock may have been set otherwise where the file was downloaded, the likeliest first. None
 * where the times as written overlap the occurrence about as well as any others would.
 */
export function likelyShifts(session: Span, occurrence: Span): readonly number[] {
  const gain = (minutes: number) =>
    overlapOf(shifted(session, minutes), occurrence) - overlapOf(session, occurrence);
  const shifts = Array.from({ length: (2 * FARTHEST) / STEP + 1 }, (_, at) => at * STEP - FARTHEST)
    .filter((minutes) => minutes !== 0 && gain(minutes) >= WORTH_ASKING)
    .sort((a, b) => gain(b) - gain(a) || Math.abs(a) - Math.abs(b));
  const found: number[] = [];
  for (const isKind of KINDS) {
    const best = shifts.find(isKind);
    // A rarer kind of shift is thought of only where it explains more.
    if (best !== undefined && found.every((other) => gain(best) >= gain(other) + WORTH_ASKING))
      found.push(best);
  }
  const [first] = found;
  // Of a session longer than the occurrence several whole hours can cover it alike.
  const alike = shifts.filter(
    (one) => one !== first && first !== undefined && one % 60 === 0 && gain(one) === gain(first),
  );
  return [...found, ...alike].slice(0, 4).sort((a, b) => gain(b) - gain(a));
}

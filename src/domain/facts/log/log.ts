import type { Instant } from '../../time/time';
import type { Fact } from './fact';

/**
 * The id of an own entry: time, counter, device (a hybrid logical clock). Stamps of one device sort in the order in
 * which they were given, even where its clock stands still or is set back; those of several sort by time.
 * `last` is the latest stamp this device gave or has seen.
 */
export function nextStamp(last: string | null, now: Instant, device: string): string {
  const before = last === null ? null : partsOf(last);
  const time = Math.max(0, Math.min(LATEST, Number.isFinite(now) ? Math.floor(now) : 0));
  if (before === null || time > before.time) return stampOf(time, 0, device);
  if (before.counter < MOST) return stampOf(before.time, before.counter + 1, device);
  return stampOf(before.time + 1, 0, device);
}

/** Years far from now still fit, and letters sort as numbers do. */
const TIME_DIGITS = 9;
const COUNTER_DIGITS = 3;
const LATEST = 36 ** TIME_DIGITS - 2;
const MOST = 36 ** COUNTER_DIGITS - 1;

const digits = (value: number, length: number): string => value.toString(36).padStart(length, '0');
const stampOf = (time: Instant, counter: number, device: string): string =>
  `${digits(time, TIME_DIGITS)}-${digits(counter, COUNTER_DIGITS)}-${device}`;

/** Null for what is no stamp: then the clock alone counts. */
function partsOf(stamp: string): { time: Instant; counter: number } | null {
  const found = /^([0-9a-z]{9})-([0-9a-z]{3})-/.exec(stamp);
  if (found === null) return null;
  return { time: Number.parseInt(found[1] ?? '', 36), counter: Number.parseInt(found[2] ?? '', 36) };
}

/** The time in a stamp; null for an id that is none. */
export const stampedAt = (id: string): Instant | null => partsOf(id)?.time ?? null;

/**
 * Two logs as one: every fact once, by its id, in the order recorded. The order of merging and repeating it change
 * nothing. Where two facts have one id and different contents (a clock differed, a file was edited by hand), the one
 * recorded first counts, else the one whose text sorts first.
 */
export function mergeFacts(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  const merged = new Map<string, Fact>();
  for (const fact of [...a, ...b]) {
    const other = merged.get(fact.id);
    merged.set(fact.id, other === undefined ? fact : earlierOf(fact, other));
  }
  return [...merged.values()].sort(
    (one, other) => one.recordedAt - other.recordedAt || order(one.id, other.id),
  );
}

function earlierOf(a: Fact, b: Fact): Fact {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? a : b;
  return order(textOf(a), textOf(b)) <= 0 ? a : b;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Members in an order of their own, so that a fact read from a file is the same as the one written into it. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => order(x, y)))
      : inner,
  );

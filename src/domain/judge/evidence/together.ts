import { isInstant } from '../../facts/things/sane-time';
import type { Instant, Span } from '../../time/time';

/** What the spans cover, each instant once, oldest first. Spans that are none are left out. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(isSpan);
  if (sorted.length < 2) return sorted;
  sorted.sort((a, b) => a.start - b.start);
  const union: Span[] = [];
  for (const span of sorted) {
    const last = union.at(-1);
    if (last === undefined || span.start > last.end) union.push(span);
    else if (span.end > last.end) union[union.length - 1] = { start: last.start, end: span.end };
  }
  return union;
}

const isSpan = ({ start, end }: Span): boolean => isInstant(start) && isInstant(end) && start < end;

export const clip = (spans: readonly Span[], to: Span): readonly Span[] =>
  spans.flatMap(({ start, end }) => {
    const clipped = { start: Math.max(start, to.start), end: Math.min(end, to.end) };
    return clipped.start < clipped.end ? [clipped] : [];
  });

/** Milliseconds. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** 3.4: milliseconds in which at least two of them were there at once. Each one's spans must not overlap. */
export function timeTogether(people: readonly (readonly Span[])[]): number {
  const starts: Instant[] = [];
  const ends: Instant[] = [];
  for (const spans of people) {
    for (const { start, end } of spans) {
      starts.push(start);
      ends.push(end);
    }
  }
  starts.sort(byTime);
  ends.sort(byTime);
  // Between two neighbouring comings and goings, as many are there as came and did not go.
  let [came, left, since, together] = [0, 0, 0, 0];
  while (left < ends.length) {
    const [next = Number.POSITIVE_INFINITY, end = 0] = [starts[came], ends[left]];
    const at = Math.min(next, end);
    if (came - left >= 2) together += at - since;
    if (next < end) came += 1;
    else left += 1;
    since = at;
  }
  return together;
}

const byTime = (a: Instant, b: Instant): number => a - b;

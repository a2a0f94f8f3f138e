import { isInstant } from './sane';
import type { Instant, Span } from './time';

/** What the spans cover, each instant once, oldest first. Spans that are none are left out. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  const sorted = spans
    .filter(({ start, end }) => isInstant(start) && isInstant(end) && start < end)
    .sort((a, b) => a.start - b.start);
  const union: Span[] = [];
  for (const span of sorted) {
    const last = union.at(-1);
    if (last === undefined || span.start > last.end) union.push(span);
    else if (span.end > last.end) union[union.length - 1] = { start: last.start, end: span.end };
  }
  return union;
}

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
  const steps: { at: Instant; by: 1 | -1 }[] = people.flatMap((spans) =>
    spans.flatMap(({ start, end }) => [
      { at: start, by: 1 as const },
      { at: end, by: -1 as const },
    ]),
  );
  steps.sort((a, b) => a.at - b.at);
  let [there, since, together] = [0, 0, 0];
  for (const { at, by } of steps) {
    if (there >= 2) together += at - since;
    there += by;
    since = at;
  }
  return together;
}

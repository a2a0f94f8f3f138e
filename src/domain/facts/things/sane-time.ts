import type { Instant, Span } from '../../time/time';

/** What a `Date` can hold; anything else is no time. */
const FURTHEST = 8_640_000_000_000_000;
/** A meeting longer than this is a mistake of a clock or of a file. */
const LONGEST = 400 * 86_400_000;

export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'number' && Math.abs(value) <= FURTHEST;

/** A span that can be calculated with: one that ends before it starts lasts no time. Null for what is no time. */
export function saneSpan(span: Span | null | undefined): Span | null {
  if (!span || !isInstant(span.start) || !isInstant(span.end)) return null;
  if (span.end >= span.start && span.end - span.start <= LONGEST) return span;
  return { start: span.start, end: span.end < span.start ? span.start : span.start + LONGEST };
}

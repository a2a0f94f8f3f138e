import type { Instant, Span } from '../../time/time';
import { isKnownZone } from '../../time/zone';
import type { NoticeMail } from '../observed/notice-mail';
import type { Recurrence } from '../things/series';
import type { WorkingWeek } from '../things/working-time';
import type { Fact } from './fact';

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

/** An offer that is no time is none. */
function saneMail({ proposed, ...fact }: NoticeMail): NoticeMail {
  const offer = saneSpan(proposed);
  return {
    ...fact,
    span: saneSpan(fact.span),
    previous: saneSpan(fact.previous),
    ...(offer && { proposed: offer }),
  };
}

const saneRule = (rule: Recurrence | null): boolean =>
  rule === null ||
  (Number.isFinite(rule.startMinute) && Number.isFinite(rule.lengthMinutes) && rule.lengthMinutes >= 0);

const isMinute = (minute: number): boolean => minute >= 0 && minute <= 1440;

/** Days without hours are no working time, and the clocks of a zone nobody knows show no hours. */
const saneWeek = ({ zone, days, startMinute, endMinute }: WorkingWeek): boolean =>
  isKnownZone(zone) &&
  days.length > 0 &&
  isMinute(startMinute) &&
  isMinute(endMinute) &&
  startMinute !== endMinute;

const saneMoment = ({ seenAt }: { readonly seenAt: Instant }): boolean => isInstant(seenAt);

/**
 * Facts also come from files that somebody may have edited. A fact whose times are no times tells nothing and is
 * left out; times within it that can be mended are mended.
 */
export function saneFact(fact: Fact): Fact | null {
  if (!isInstant(fact.recordedAt)) return null;
  switch (fact.kind) {
    case 'sighting': {
      const [span, original] = [saneSpan(fact.span), saneSpan(fact.original)];
      if (span === null || original === null || !saneMoment(fact)) return null;
      return span === fact.span && original === fact.original ? fact : { ...fact, span, original };
    }
    case 'missing':
      return saneMoment(fact) ? fact : null;
    case 'series-seen': {
      const first = saneSpan(fact.first);
      if (first === null || !saneMoment(fact) || !saneRule(fact.recurrence)) return null;
      return first === fact.first ? fact : { ...fact, first };
    }
    case 'mail':
      if (!isInstant(fact.at)) return null;
      return saneMail(fact);
    case 'report': {
      const { start, end } = fact.session;
      return isInstant(start) && isInstant(end) ? fact : null;
    }
    case 'away': {
      const span = saneSpan(fact.span);
      return span === null ? null : { ...fact, span };
    }
    case 'decision':
      return isInstant(fact.decidedAt) ? fact : null;
    case 'input-request':
      return isInstant(fact.askedAt) && isInstant(fact.deadline) ? fact : null;
    case 'answer':
    case 'mail-reply':
    case 'decision-step':
    case 'agreement-reply':
      return isInstant(fact.at) ? fact : null;
    case 'working-hours':
      return saneWeek(fact) ? fact : null;
    default:
      return fact;
  }
}

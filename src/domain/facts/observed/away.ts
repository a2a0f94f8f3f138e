import type { Instant, LocalDate, Span } from '../../time/time';
import type { PersonKey } from '../things/person';

export const AWAY_SOURCES = ['free-busy', 'by-hand'] as const;
export type AwaySource = (typeof AWAY_SOURCES)[number];

/** A person was out of office for a span, as free/busy said or as noted by hand. */
export interface Away {
  readonly kind: 'away';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly person: PersonKey;
  readonly span: Span;
  readonly source: AwaySource;
}

/**
 * A day off for one person: their country's public holiday, a Holiday item in the owner's calendar, or a mark
 * by hand. `zone` is where the day is meant.
 */
export interface Holiday {
  readonly kind: 'holiday';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly person: PersonKey;
  readonly date: LocalDate;
  readonly zone: string;
  readonly name: string;
  readonly source: 'country' | 'calendar' | 'by-hand';
  /** For `country`: it counts only while the rules of the series choose this country for this person. */
  readonly country: string | null;
}

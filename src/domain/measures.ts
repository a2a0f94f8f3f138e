import type { OccurrenceKey } from './occurrence';
import type { Person } from './person';

export const MEASURES = [
  'went-ahead',
  'there-when-it-started',
  'notice-given',
  'short-or-no-notice',
  'minutes-together',
  'moves',
  'short-notice-moves',
  'coverage',
  'decisions-told',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** A number that can explain itself: the occurrences in it, above and below the line. */
export interface Measure {
  readonly name: MeasureName;
  /** Number of the definition. */
  readonly rule: string;
  readonly count: number;
  /** null for plain counts (moves). */
  readonly of: number | null;
  /** Whole percent, null under 10 or under 80 % coverage (7.1). */
  readonly percent: number | null;
  /** 95 % Wilson interval in whole percent; null like `percent`, and for minutes. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly whyNoPercent: 'too-few' | 'coverage' | null;
  readonly counted: readonly OccurrenceKey[];
  readonly among: readonly OccurrenceKey[];
  /** Median hours to tell, for decisions-told. */
  readonly medianHours?: number | null;
}

export interface PersonMeasures {
  readonly person: Person;
  readonly measures: readonly Measure[];
}

import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Measure } from '../../domain/measure/measures';
import { countWords, MEASURE_MEANINGS, MEASURE_NAMES, reducedWords, shareWords } from '../words/measures';

/** One number on screen, with everything that explains it (7.4). */
export interface CountedItem {
  readonly id: string;
  readonly name: string;
  /** `8 of 15`, `3`. */
  readonly count: string;
  /** `53 %, likely between 30 % and 75 %`; empty where there is nothing honest to add. */
  readonly share: string;
  /** Whole percent; null where no percentage is shown. */
  readonly range: { readonly low: number; readonly high: number; readonly at: number } | null;
  readonly meaning: string;
  /** Number of the definition. */
  readonly rule: string;
  readonly tooFew: boolean;
  readonly counted: readonly OccurrenceKey[];
  /** The rest of what it is counted out of. */
  readonly others: readonly OccurrenceKey[];
  /** How an occurrence reads in its list; as in the history unless given. */
  readonly words?: (occurrence: JudgedOccurrence) => string;
}

/** A measure of the definitions as an item of a list. */
export function itemOf(measure: Measure, more: Partial<CountedItem> = {}): CountedItem {
  const { name, rule, percent, range, whyNoPercent, of, counted, among } = measure;
  const seen = new Set(counted);
  return {
    id: name,
    name: MEASURE_NAMES[name],
    count: countWords(measure),
    share: shareWords(measure),
    range: range === null || percent === null ? null : { ...range, at: percent },
    meaning: `${MEASURE_MEANINGS[name]}${reducedWords(measure)}`,
    rule,
    tooFew: whyNoPercent === 'too-few' && of !== null && of > 0,
    counted,
    others: of === null ? [] : among.filter((key) => !seen.has(key)),
    ...more,
  };
}

import type { Language } from '../../language';
import type { Instant } from '../../time/time';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';
import type { PersonKey } from '../things/person';
import type { WindowRule } from './window-rule';

/** What a person may set for a series; what is absent keeps its default. */
export interface SeriesRules {
  readonly window?: WindowRule;
  /** Classify by working time instead of the clock (5.2). */
  readonly byWorkingTime?: boolean;
  /** ISO 3166 country (and region, `DE-BY`) of each person's public holidays. */
  readonly countries?: Readonly<Record<PersonKey, string>>;
  /** 4.1: minutes that count as on time at both ends of a meeting; 5 where nothing is said. */
  readonly graceMinutes?: number;
  /** 2.4 and 4.1: the share of a meeting, 0 to 1, from which it was more than a part; 0.5 where nothing is said. */
  readonly threshold?: number;
  /** Who is needed, and who is not, whatever the invitation says (1). */
  readonly needed?: Readonly<Record<PersonKey, boolean>>;
  /** People who shall not be in the record (opt-out). */
  readonly leftOut?: readonly PersonKey[];
  /** In which language each person is written to; the owner's own is that of everybody else. */
  readonly languages?: Readonly<Record<PersonKey, Language>>;
  /** What a single meeting is about (10.1); empty: nothing any more. */
  readonly topic?: string;
}

/** The owner set rules of a series; the latest of each field counts. */
export interface RulesSet {
  readonly kind: 'rules';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly rules: SeriesRules;
}

/**
 * Opt-in, pause and end of a log: facts with a time. `from`: how far back the log reaches. `only`: of this series nothing
 * but this occurrence is begun to be kept, by itself (10.3).
 */
export interface Keeping {
  readonly kind: 'keeping';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly does: 'start' | 'pause' | 'resume' | 'stop';
  readonly from?: Instant;
  readonly only?: OccurrenceKey;
}

/** The answer to "Same meeting?" (5.6). */
export interface LineageAnswer {
  readonly kind: 'lineage';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly earlier: SeriesId;
  readonly later: SeriesId;
  readonly same: boolean;
}

/** The answer to "what happened to this series?" when it vanished without a word (1). */
export interface VanishedAnswer {
  readonly kind: 'vanished';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly said: 'ended' | 'removed-by-me' | 'still-alive';
}

/** "This was …": an unidentified row of a report is an attendee (3.5). */
export interface Identified {
  readonly kind: 'identified';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly report: string;
  readonly row: string;
  readonly person: PersonKey;
}

/** A session that belonged nowhere was assigned to an occurrence by hand (3.5). */
export interface Assigned {
  readonly kind: 'assigned';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly report: string;
  readonly occurrence: OccurrenceKey;
}

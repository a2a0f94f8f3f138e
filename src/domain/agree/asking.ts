import type { Silence } from '../facts/decided/agreement';
import type { Assumption } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import type { Person } from '../facts/things/person';
import type { Language } from '../language';
import type { Instant, Zone } from '../time/time';
import type { DayOff } from '../time/working-days';

/** What the owner chose; the rest is known or assumed. */
export interface Asking {
  readonly decision: Decision;
  readonly person: Person;
  /** As typed; empty: what they promised, else three. */
  readonly workingDays: string;
  /** Their zone as typed; empty: as far as it is known. */
  readonly zone: Zone;
  /** A time of the owner's choice instead of working days; null: none. `unknown`: what was typed is no time. */
  readonly answerBy: Instant | null | 'unknown';
}

export const ASK_FAULTS = [
  'days-out-of-range',
  'zone-unknown',
  'deadline-unknown',
  'deadline-past',
  'no-address',
  'asked-twice',
] as const;
export type AskFault = (typeof ASK_FAULTS)[number];

/** The request as it would go now, with everything it rests on. */
export interface PreparedRequest {
  readonly decision: Decision;
  readonly person: Person;
  readonly deadline: Instant;
  readonly zone: Zone;
  readonly workingDays: number | null;
  readonly assumed: readonly Assumption[];
  /** Days of theirs that do not count, which makes the deadline later; none where a date was chosen. */
  readonly off: readonly DayOff[];
  readonly silence: Silence;
  readonly agreement: string | null;
  /** Address of the owner: where the answers in brackets go. */
  readonly answersTo: string;
  /** What it is written in: theirs, as a recap is. */
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** In which the decision is asked about; absent: its course is not known. */
  readonly state?: number;
}

/** The request as the person edited it. */
export interface RequestLetter {
  readonly request: PreparedRequest;
  readonly subject: string;
  readonly text: string;
}

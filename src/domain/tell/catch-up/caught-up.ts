import type { AgreementView } from '../../agree/agreed';
import type { DecisionHistory } from '../../agree/decision-history';
import type { InputRequest } from '../../facts/decided/consulting';
import type { RecapEntry } from '../../facts/decided/recap-entry';
import type { Person } from '../../facts/things/person';
import type { JudgedLineage } from '../../judge/judged/judged';
import { DAY, type Instant } from '../../time/time';

/** One thing that a catch-up tells. What else can be raised with somebody is a row more here. */
export type CaughtUp =
  | { readonly kind: 'question'; readonly history: DecisionHistory; readonly deadline: Instant | null }
  | { readonly kind: 'decided'; readonly history: DecisionHistory; readonly at: Instant };

/** What a catch-up is found in. */
export interface CatchUpKnown {
  readonly owner: Person;
  /** The kept meetings that are shared with this person: in the others nothing is known of them. */
  readonly lineages: readonly JudgedLineage[];
  /** Of every decision of the log. */
  readonly histories: readonly DecisionHistory[];
  readonly recaps: readonly RecapEntry[];
  /** Every asking, a fact for each step of it. */
  readonly requests: readonly InputRequest[];
  readonly agreements: readonly AgreementView[];
}

/** 13.3: what is older is told on request only. */
export const NEWS = 90 * DAY;

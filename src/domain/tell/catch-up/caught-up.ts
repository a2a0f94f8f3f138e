import { type AgreementView, agreementViews } from '../../agree/agreed';
import type { DecisionHistory } from '../../agree/decision-history';
import type { Telling } from '../../facts/decided/catch-up-entry';
import type { InputRequest } from '../../facts/decided/consulting';
import type { Owner } from '../../facts/things/person';
import type { JudgedLineage } from '../../judge/judged/judged';
import type { PointHistory } from '../../points/point-history';
import { DAY, type Instant } from '../../time/time';
import type { PersonRecord } from '../whole-record';

/** One thing that a catch-up tells. What else can be raised with somebody is a row more here. */
export type CaughtUp =
  | { readonly kind: 'question'; readonly history: DecisionHistory; readonly deadline: Instant | null }
  | { readonly kind: 'point'; readonly history: PointHistory; readonly deadline: Instant | null }
  | { readonly kind: 'decided'; readonly history: DecisionHistory; readonly at: Instant };

/** What a catch-up is found in. */
export interface CatchUpKnown {
  readonly owner: Owner;
  /** The kept meetings that are shared with this person: in the others nothing is known of them. */
  readonly lineages: readonly JudgedLineage[];
  /** Of every decision of the log. */
  readonly histories: readonly DecisionHistory[];
  readonly recaps: readonly Telling[];
  /** Every asking, a fact for each step of it. */
  readonly requests: readonly InputRequest[];
  readonly agreements: readonly AgreementView[];
  /** Of the whole log (12). */
  readonly points: readonly PointHistory[];
}

/** 13.3: what is older is told on request only. */
export const NEWS = 90 * DAY;

export const caughtUpKnown = (record: PersonRecord, owner: Owner, now: Instant): CatchUpKnown => ({
  ...record,
  owner,
  requests: record.consulting.filter((fact) => fact.kind === 'input-request'),
  agreements: agreementViews(record.agreements, now),
});

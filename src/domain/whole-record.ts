import type { Agreement, AgreementReply } from './agreement';
import type { ConsultFact } from './consulting';
import type { Decision } from './decision';
import type { Gesture } from './gesture';
import type { JudgedLineage } from './judged';
import type { RecapEntry } from './recap-entry';

/** Every kept lineage as judged now, and everything that was decided, asked, agreed, told and offered. */
export interface WholeRecord {
  readonly lineages: readonly JudgedLineage[];
  /** All that were written down, also those that do not stand. */
  readonly decisions: readonly Decision[];
  readonly recaps: readonly RecapEntry[];
  readonly consulting: readonly ConsultFact[];
  readonly agreements: readonly (Agreement | AgreementReply)[];
  readonly gestures: readonly Gesture[];
}

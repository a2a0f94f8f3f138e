import type { Agreement, AgreementReply } from '../facts/agreement';
import type { ConsultFact } from '../facts/consulting';
import type { Decision } from '../facts/decision';
import type { Gesture } from '../facts/gesture';
import type { RecapEntry } from '../facts/recap-entry';
import type { JudgedLineage } from '../judge/judged';

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

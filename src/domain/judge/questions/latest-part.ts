import type { Instant } from '../../time/time';
import type { JudgedLineage, JudgedOccurrence } from '../judged/judged';

/** Eight weeks of working days and what a sweep sees ahead fill the first screen several times. */
const LATEST = 40;
/** An answer that was owed for longer is not looked for at first sight. */
const FURTHEST = 200;

/**
 * The end of a long history, for a first look: what is to come, what was last, and further back as far as somebody is
 * still asked what happened, since that is what the first look is about.
 */
export function latestPart(lineage: JudgedLineage, now: Instant): JudgedLineage {
  const { occurrences } = lineage;
  const begun = occurrences.findLastIndex(({ effective }) => effective.start <= now) + 1;
  const asking = occurrences.findLastIndex(asks);
  const from = Math.max(0, begun - LATEST);
  const first = asking >= 0 && asking < from && asking >= begun - FURTHEST ? asking : from;
  return first === 0 ? lineage : { ...lineage, occurrences: occurrences.slice(first) };
}

const asks = ({ questions }: JudgedOccurrence): boolean =>
  questions.includes('what-happened') || questions.includes('missing');

import {
  checkDecision,
  type Decision,
  type DecisionDraft,
  type DecisionFault,
  nextDecisionNumber,
} from '../domain/decision';
import type { SeriesId } from '../domain/occurrence';
import { ok, type Result } from '../domain/result';
import type { Ports } from './ports';

/** Checks a draft and adds it as the next numbered decision. Faults come back all at once. */
export async function logDecision(
  ports: Ports,
  series: SeriesId,
  draft: DecisionDraft,
): Promise<Result<Decision, readonly DecisionFault[]>> {
  const checked = checkDecision(draft);
  if (!checked.ok) return checked;
  const decisions = (await ports.ledger.allFacts()).filter((fact) => fact.kind === 'decision');
  const now = ports.clock();
  const decision: Decision = {
    ...checked.value,
    kind: 'decision',
    id: ports.seal.stamp(),
    recordedAt: now,
    series,
    number: nextDecisionNumber(decisions),
    decidedAt: now,
  };
  await ports.ledger.append([decision]);
  return ok(decision);
}

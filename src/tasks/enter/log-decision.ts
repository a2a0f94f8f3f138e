import { agreementViews } from '../../domain/agree/agreed';
import { touchedNow } from '../../domain/agree/touched';
import {
  checkDecision,
  type Decision,
  type DecisionDraft,
  type DecisionFault,
  nextDecisionNumber,
} from '../../domain/facts/decided/decision';
import { type SeriesId, seriesOf } from '../../domain/facts/things/occurrence';
import { ok, type Result } from '../../domain/result';
import type { Zone } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import type { Ports } from '../ports';
import { startOf } from './start-of';

/** All panes of the browser take turns, so that no number is given twice. */
const LOCK = 'loopkeeper-decision-number';

/** The series in which a decision is made (10.2); null: outside of meetings. */
export const homeOf = ({ occurrence }: Pick<DecisionDraft, 'occurrence'>): SeriesId | null =>
  occurrence === null ? null : seriesOf(occurrence);

/**
 * Checks a draft and adds it as the next numbered decision. Faults come back all at once. `zone`: the owner's. It was
 * decided when its meeting began where that had begun, else now (10.2).
 */
export async function logDecision(
  ports: Ports,
  series: SeriesId | null,
  draft: DecisionDraft,
  zone: Zone = 'UTC',
): Promise<Result<Decision, readonly DecisionFault[]>> {
  const now = ports.clock();
  const checked = checkDecision(draft, localDate(now, zone));
  if (!checked.ok) return checked;
  const add = async (): Promise<Decision> => {
    const entries = await ports.ledger.ownEntries();
    const decisions = entries.filter((fact) => fact.kind === 'decision');
    const decision: Decision = {
      ...checked.value,
      kind: 'decision',
      id: ports.seal.stamp(),
      recordedAt: now,
      series,
      number: nextDecisionNumber(decisions),
      touched: touchedNow(checked.value, agreementViews(entries)),
      decidedAt: Math.min(now, (await startOf(ports, checked.value.occurrence)) ?? now),
    };
    await ports.ledger.append([decision]);
    return decision;
  };
  return ok((await ports.seal.alone(LOCK, true, add)) ?? (await add()));
}

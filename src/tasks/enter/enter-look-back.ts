import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import type { Decision } from '../../domain/facts/decided/decision';
import {
  checkNotes,
  type LookBack,
  type LookBackFault,
  type LookBackNotes,
  type Month,
  sealedText,
} from '../../domain/facts/entered/look-back';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { lookBackOn } from '../../domain/measure/months';
import type { Consulted } from '../../domain/measure/told';
import { ok, type Result } from '../../domain/result';
import type { Zone } from '../../domain/time/time';
import type { Ports } from '../ports';

/** What is known when a month is looked back on. */
export interface LookBackBasis extends Consulted {
  readonly lineage: JudgedLineage;
  readonly decisions: readonly Decision[];
  readonly recaps: readonly Telling[];
  readonly zone: Zone;
}

/** Freezes the numbers of a month, with what was noted about them. Looking back again adds another one. */
export async function lookBack(
  ports: Ports,
  basis: LookBackBasis,
  month: Month,
  notes: LookBackNotes,
): Promise<Result<LookBack, readonly LookBackFault[]>> {
  const checked = checkNotes(notes);
  if (!checked.ok) return checked;
  const unsealed = lookBackOn(basis.lineage, basis, month, basis.zone, checked.value);
  const entry: LookBack = {
    ...unsealed,
    kind: 'look-back',
    id: ports.seal.stamp(),
    recordedAt: ports.clock(),
    hash: await ports.seal.sha256(sealedText(unsealed)),
  };
  await ports.ledger.append([entry]);
  return ok(entry);
}

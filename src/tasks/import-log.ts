import type { Fact } from '../domain/facts/fact';
import type { Owner } from '../domain/facts/person';
import { createSieve } from '../domain/forget/sieve';
import { ok, type Result } from '../domain/result';
import { type JsonFault, parseLogJson } from '../formats/log-json';
import type { Ports } from './ports';

export interface ImportPlan {
  readonly added: number;
  readonly known: number;
  /** What stays out, because somebody was erased here, or only counts are left of its month. */
  readonly forgotten: number;
  /** People whom the file has erased, and who would be erased here. */
  readonly erases: number;
  readonly series: readonly string[];
  readonly exportedAt: number | null;
  readonly facts: readonly Fact[];
  /** Whose log the file is. */
  readonly owner: Owner | null;
}

/** What importing a file would do, before it does it. A broken file is refused whole, with the line. */
export async function planImport(ports: Ports, text: string): Promise<Result<ImportPlan, JsonFault>> {
  const parsed = parseLogJson(text);
  if (!parsed.ok) return parsed;
  const known = new Set((await ports.ledger.allFacts()).map((fact) => fact.id));
  const { fact: heeded } = createSieve(await ports.ledger.limits());
  const allowed = parsed.value.facts.map(heeded).filter((fact) => fact !== null);
  const fresh = allowed.filter((fact) => !known.has(fact.id));
  const titles = new Set(fresh.flatMap((fact) => (fact.kind === 'series-seen' ? [fact.title] : [])));
  return ok({
    added: fresh.length,
    known: allowed.length - fresh.length,
    forgotten: parsed.value.facts.length - allowed.length,
    erases: fresh.filter(({ kind }) => kind === 'erasure').length,
    series: [...titles],
    exportedAt: parsed.value.exportedAt,
    facts: allowed,
    owner: parsed.value.owner,
  });
}

/** Merges: the same facts twice do no harm, and nothing is overwritten. Gives the number of facts added. */
export const importLog = async (ports: Ports, plan: ImportPlan): Promise<number> =>
  (await ports.ledger.append(plan.facts)).length;

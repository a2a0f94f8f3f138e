import { type Fact, seriesOfFact } from '../domain/facts/fact';
import { getOr } from '../domain/facts/folio';
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

export interface ImportWishes {
  /** Facts of the file brought in so far, and how many there are. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends the import between two pieces; what was brought in stays, and the same file goes on from there. */
  readonly signal?: AbortSignal | undefined;
}

/** A piece is closed when it has so many facts. */
const PIECE = 500;

/**
 * Whom the log must not name any more comes first, then the meetings one after the other, so that the views of each are
 * made once; an undo comes after what it takes back.
 */
function piecesOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>([['limits', []]]);
  for (const fact of facts) {
    const isLimit = fact.kind === 'erasure' || fact.kind === 'reduced' || fact.kind === 'retention';
    const name = isLimit ? 'limits' : `of ${seriesOfFact(fact) ?? ''}`;
    getOr(groups, name, () => []).push(fact);
  }
  const ofNone = groups.get('of ') ?? [];
  groups.delete('of ');
  const undos = ofNone.filter(({ kind }) => kind === 'undo');
  const people = ofNone.filter(({ kind }) => kind !== 'undo');
  const [limits = [], ...series] = groups.values();
  const pieces: Fact[][] = [];
  for (const group of [limits, people, ...series, undos]) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length < PIECE) last.push(...group);
    else pieces.push([...group]);
  }
  return pieces;
}

/**
 * Merges, piece by piece: the same facts twice do no harm, and nothing is overwritten. After every piece the log is
 * whole as far as it goes. Gives the number of facts added, also where it was stopped.
 */
export async function importLog(
  ports: Ports,
  { facts }: Pick<ImportPlan, 'facts'>,
  { onProgress, signal }: ImportWishes = {},
): Promise<number> {
  let [added, done] = [0, 0];
  for (const piece of piecesOf(facts)) {
    if (signal?.aborted) break;
    added += (await ports.ledger.append(piece)).length;
    done += piece.length;
    onProgress?.(done, facts.length);
  }
  return added;
}

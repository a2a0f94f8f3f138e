import type { Fact } from '../../domain/facts/log/fact';
import { getOr } from '../../domain/facts/log/fact-index';
import { isDeleting, seriesOfFact } from '../../domain/facts/log/kinds';
import type { Owner } from '../../domain/facts/things/person';
import { boundsOf, deletionFault } from '../../domain/forget/bounds';
import { createSieve, type Limit } from '../../domain/forget/sieve';
import { countingWhatWouldGo, type WouldGo } from '../../domain/forget/what-would-go';
import { goOn, inTurns, type Steps, stoppable, type Watched } from '../../domain/pace';
import { ok, type Result } from '../../domain/result';
import { type JsonFault, type LogFile, type Objection, readingJson } from '../../formats/log/log-json';
import type { Ports } from '../ports';

export interface ImportPlan {
  readonly added: number;
  readonly known: number;
  /** What stays out, because somebody was erased here, or only counts are left of its month. */
  readonly forgotten: number;
  /** People whom the file has erased, and who would be erased here. */
  readonly erases: number;
  /** What would go here; null where nothing would. */
  readonly wouldGo: WouldGo | null;
  readonly series: readonly string[];
  readonly exportedAt: number | null;
  readonly facts: readonly Fact[];
  /** Whose log the file is. */
  readonly owner: Owner | null;
}

/** Signs of a file that make a megabyte. */
const MEGABYTE = 1_000_000;

/**
 * What importing a file would do, before it does it. A file that is broken, or that deletes what it may not (9), is
 * refused whole, with the line. Progress is told in megabytes.
 */
export async function planImport(
  ports: Ports,
  text: string,
  watched: Watched = {},
): Promise<Result<ImportPlan, JsonFault>> {
  const size = text.length / MEGABYTE;
  const pace = stoppable(ports.turns, watched);
  const tell = (share: number) => watched.onProgress?.(share * size, size);
  const log = await ports.ledger.allFacts();
  const now = ports.clock();
  const known = new Set(log.map(({ id }) => id));
  const objecting = (facts: readonly Fact[]): Objection => {
    const bounds = boundsOf([...log, ...facts], now);
    return (fact) => (known.has(fact.id) ? null : deletionFault(fact, bounds));
  };
  const parsed = await inTurns(readingJson(text, tell, objecting), pace);
  if (!parsed.ok) return parsed;
  const limits = await ports.ledger.limits();
  goOn(watched);
  const { owner } = parsed.value;
  const ownKeys = [owner.key, ...(owner.otherAddresses ?? [])];
  const asked = { facts: log, incoming: parsed.value.facts, ownKeys, now };
  const wouldGo = await inTurns(countingWhatWouldGo(asked), pace);
  return ok({ ...(await inTurns(planning(parsed.value, known, limits), pace)), wouldGo });
}

function* planning(
  { facts, owner, exportedAt }: LogFile,
  known: ReadonlySet<string>,
  limits: readonly Limit[],
): Steps<Omit<ImportPlan, 'wouldGo'>> {
  const { fact: heeded } = createSieve(limits);
  const allowed: Fact[] = [];
  const titles = new Set<string>();
  let [added, erases] = [0, 0];
  for (const one of facts) {
    const fact = heeded(one);
    if (fact !== null) {
      allowed.push(fact);
      if (!known.has(fact.id)) {
        added += 1;
        if (fact.kind === 'erasure') erases += 1;
        if (fact.kind === 'series-seen') titles.add(fact.title);
      }
    }
    yield;
  }
  return {
    added,
    known: allowed.length - added,
    forgotten: facts.length - allowed.length,
    erases,
    series: [...titles],
    exportedAt,
    facts: allowed,
    owner,
  };
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
    const name = isDeleting(fact) ? 'limits' : `of ${seriesOfFact(fact) ?? ''}`;
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
  { onProgress, signal }: Watched = {},
): Promise<number> {
  let [added, done] = [0, 0];
  for (const piece of piecesOf(facts)) {
    if (signal?.aborted) break;
    added += (await ports.ledger.bring(piece)).length;
    done += piece.length;
    onProgress?.(done, facts.length);
  }
  return added;
}

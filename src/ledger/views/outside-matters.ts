import { occasionsBeyond } from '../../domain/agree/decided-in';
import type { Fact } from '../../domain/facts/log/fact';
import { isEntry } from '../../domain/facts/log/kinds';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { type LoopMatters, mattersOf } from '../../domain/loops/open-loops';
import type { Instant } from '../../domain/time/time';
import type { Reading, Store, Writing } from '../store/store';
import { noteResting, occasionsIn } from './occasions-elsewhere';
import { isAnyLarge, oneToOnesAmong } from './one-to-ones';

/** What is owed of decisions made outside of meetings (10.2), and of promises: they are in no lineage, so it lies beside those records. */
const NAME = 'loops outside';

/** What is owed of them, among what rests on occurrences of meetings. */
export const OUTSIDE = 'outside';

interface OutsideMatters extends LoopMatters {
  /** Without such a decision or a promise there is nothing to look at when something else is told. */
  readonly any: boolean;
}

const NOTHING: LoopMatters = { matters: [], putOffs: [] };

const isWhole = (value: unknown): value is OutsideMatters => {
  const { matters, putOffs, any } = (value ?? {}) as Partial<OutsideMatters>;
  return Array.isArray(matters) && Array.isArray(putOffs) && typeof any === 'boolean';
};

export const removeOutside = (tx: Writing): void => tx.remove('meta', NAME);

const keptIn = async (tx: Reading): Promise<OutsideMatters | null> => {
  const value = (await tx.get('meta', NAME))?.value;
  return isWhole(value) ? value : null;
};

interface Found {
  readonly facts: readonly Fact[];
  readonly oneToOnes: readonly Person[];
  readonly elsewhere: readonly JudgedOccurrence[];
}

async function readIn(tx: Reading): Promise<Found> {
  const facts = (await tx.all('entries')).map(({ fact }) => fact);
  const oneToOnes = isAnyLarge(facts) ? await oneToOnesAmong(tx) : [];
  return { facts, oneToOnes, elsewhere: await occasionsIn(tx, occasionsOutside(facts)) };
}

/** Where decisions made outside of meetings were decided, held or opened again. */
const occasionsOutside = (facts: readonly Fact[]): readonly OccurrenceKey[] =>
  occasionsBeyond(
    facts.filter((fact) => fact.kind === 'decision-step' && fact.series === null),
    [],
  );

const foundIn = ({ facts, oneToOnes, elsewhere }: Found, owner: Owner, now: Instant): OutsideMatters =>
  facts.some(isOutside)
    ? { ...mattersOf(null, facts, owner, now, oneToOnes, elsewhere), any: true }
    : { ...NOTHING, any: false };

const isOutside = (fact: Fact): boolean =>
  fact.kind === 'promise' || (fact.kind === 'decision' && fact.series === null);

/**
 * In the transaction that has put these facts: whatever was decided, asked, told, agreed or taken back can settle one. What a
 * person entered is never lost to a mistake here: what is owed is then found when it is next looked for.
 */
export async function renewOutside(
  tx: Writing,
  fresh: readonly Fact[],
  owner: Owner,
  now: Instant,
  onFailed: (cause: unknown) => void,
): Promise<void> {
  if (!fresh.some(isEntry)) return;
  const kept = await keptIn(tx);
  if (kept?.any === false && !fresh.some(isOutside)) return;
  const found = await readIn(tx);
  await noteResting(tx, OUTSIDE, occasionsOutside(found.facts));
  try {
    tx.put('meta', { name: NAME, value: foundIn(found, owner, now) });
  } catch (cause) {
    removeOutside(tx);
    onFailed(cause);
  }
}

/** Read without an entry, but for a log that has kept none yet. */
export async function outsideAt(store: Store, owner: Owner, now: Instant): Promise<LoopMatters> {
  const kept = await store.read(['meta'], keptIn);
  if (kept !== null) return kept;
  const read = await store.read(['entries', 'lineages', 'series', 'occurrences'], readIn);
  // Of a log in which nobody entered anything there is nothing to keep.
  if (read.facts.length === 0) return NOTHING;
  const found = foundIn(read, owner, now);
  const keep = store.write('relaxed', async (tx) => {
    if ((await keptIn(tx)) === null) tx.put('meta', { name: NAME, value: found });
  });
  await keep.catch(() => undefined);
  return found;
}

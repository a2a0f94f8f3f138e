import type { Erasure } from '../../domain/facts/entered/erasure';
import type { Fact } from '../../domain/facts/log/fact';
import type { Forgetting } from '../../domain/forget/forgetting';
import { createSieve, type Limit, limitsIn } from '../../domain/forget/sieve';
import type { Reading, Writing } from '../store/store';

/** Erasures of other machines and files that can still be undone here; and those that somebody undid. */
interface HeldErasures {
  readonly waiting: readonly Erasure[];
  readonly declined: readonly Erasure[];
}

/** A setting, so that the tasks can show it. */
const NAME = 'setting:held-erasures';
/** What those that wait took out of the log, as it was. Nothing reads it but the Undo. */
const FACTS = 'erased-elsewhere';

const NONE: HeldErasures = { waiting: [], declined: [] };

export const heldErasures = async (tx: Reading): Promise<HeldErasures> => ({
  ...NONE,
  ...((await tx.get('meta', NAME))?.value as Partial<HeldErasures> | undefined),
});

export function keepHeld(tx: Writing, held: HeldErasures): void {
  tx.put('meta', { name: NAME, value: held });
}

export const factsAside = async (tx: Reading): Promise<readonly Fact[]> =>
  ((await tx.get('meta', FACTS))?.value as readonly Fact[] | undefined) ?? [];

export function keepAside(tx: Writing, facts: readonly Fact[]): void {
  if (facts.length === 0) tx.remove('meta', FACTS);
  else tx.put('meta', { name: FACTS, value: facts });
}

/** The same forgetting, and every fact of which it took something, as it was. */
export function remembering(forgetting: Forgetting): { forgetting: Forgetting; taken: readonly Fact[] } {
  const taken: Fact[] = [];
  const fact = (one: Fact) => {
    const left = forgetting.fact(one);
    if (left !== one) taken.push(one);
    return left;
  };
  return { forgetting: { ...forgetting, fact }, taken };
}

/** What erasures from elsewhere took lies beside the log for a week; where they took nothing there is nothing to undo. */
export async function layAside(tx: Writing, limits: readonly Limit[], taken: readonly Fact[]): Promise<void> {
  const erasures = limits.filter((one) => one.kind === 'erasure');
  if (erasures.length === 0) return;
  const aside = byId(await factsAside(tx), taken);
  // A second one about the same person finds nothing in the log, and everything there.
  const { fact } = createSieve(erasures);
  if (!aside.some((one) => fact(one) !== one)) return;
  const { waiting, declined } = await heldErasures(tx);
  keepHeld(tx, { waiting: byId(waiting, erasures), declined });
  keepAside(tx, aside);
}

/** What somebody here takes out of the log goes at once, from there as well. */
export async function forgetAside(tx: Writing, given: readonly Fact[]): Promise<void> {
  const [limits, aside] = [limitsIn(given), await factsAside(tx)];
  if (limits.length === 0 || aside.length === 0) return;
  const { fact } = createSieve(limits);
  keepAside(
    tx,
    aside.map(fact).filter((one) => one !== null),
  );
}

/** The first of one id stays: it was there before anything was taken out of it. */
const byId = <One extends Fact>(first: readonly One[], then: readonly One[]): readonly One[] => [
  ...new Map([...then.toReversed(), ...first.toReversed()].map((one) => [one.id, one])).values(),
];

import { closedIn, type Reduced, reducedUntil } from '../../domain/facts/entered/reduced';
import type { Fact } from '../../domain/facts/log/fact';
import { withoutClosed } from '../../domain/forget/closed-away';
import { isReducedAway } from '../../domain/forget/reducing';
import type { Reading, Store } from '../store/store';

/** Reductions of other machines and files whose rows are still here, for a week; and those that somebody undid here. */
interface HeldBack {
  readonly waiting: readonly Reduced[];
  readonly declined: readonly Pick<Reduced, 'id' | 'until' | 'closed'>[];
}

/** A setting, so that the tasks can show it, carry it out and undo it. */
const NAME = 'setting:held-reductions';

const heldIn = async (tx: Reading): Promise<HeldBack> => ({
  ...{ waiting: [], declined: [] },
  ...((await tx.get('meta', NAME))?.value as Partial<HeldBack> | undefined),
});

export const heldBack = (store: Store): Promise<HeldBack> => store.read(['meta'], heldIn);

export const holdBack = (store: Store, reductions: readonly Reduced[]): Promise<void> =>
  store.write('strict', async (tx) => {
    const { waiting, declined } = await heldIn(tx);
    const all = new Map([...waiting, ...reductions].map((one) => [one.id, one]));
    tx.put('meta', { name: NAME, value: { waiting: [...all.values()], declined } });
  });

/**
 * What stays here alone, or in part: another machine has reduced it, and would take it out of the folder as often as this one
 * puts it there.
 */
export async function staysHere(tx: Reading): Promise<(fact: Fact) => boolean> {
  const { waiting, declined } = await heldIn(tx);
  const all = [...waiting, ...declined];
  const [until, closed] = [reducedUntil(all), closedIn(all)];
  return (fact) => isReducedAway(fact, until) || withoutClosed(fact, closed) !== fact;
}

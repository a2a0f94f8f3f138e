import { type Reduced, reducedUntil } from '../../domain/facts/entered/reduced';
import type { Reading, Store } from '../store/store';

/** Reductions of other machines and files whose rows are still here, for a week; and those that somebody undid here. */
interface HeldBack {
  readonly waiting: readonly Reduced[];
  readonly declined: readonly { readonly id: string; readonly until: string }[];
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
 * Up to which month rows stay here alone: another machine has reduced them, and would take them out of the folder as
 * often as this one puts them there.
 */
export async function staysHereUntil(tx: Reading): Promise<string> {
  const { waiting, declined } = await heldIn(tx);
  return reducedUntil([...waiting, ...declined]);
}

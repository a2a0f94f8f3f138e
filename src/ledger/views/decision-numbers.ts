import type { Fact } from '../../domain/facts/log/fact';
import type { Reading, Store, Writing } from '../store/store';

/** The number of each decision, by its id. */
export type DecisionNumbers = Readonly<Record<string, number>>;

/** Beside the entries: numbers are of the whole log, and nobody reads all entries to show one meeting. */
const NAME = 'decision-numbers';

const numbersIn = (facts: readonly Fact[]): DecisionNumbers =>
  Object.fromEntries(facts.flatMap((fact) => (fact.kind === 'decision' ? [[fact.id, fact.number]] : [])));

const kept = async (tx: Reading): Promise<DecisionNumbers | undefined> =>
  (await tx.get('meta', NAME))?.value as DecisionNumbers | undefined;

const fromEntries = async (tx: Reading): Promise<DecisionNumbers> =>
  numbersIn((await tx.all('entries')).map(({ fact }) => fact));

const made = async (tx: Writing): Promise<DecisionNumbers> => {
  const value = await fromEntries(tx);
  tx.put('meta', { name: NAME, value });
  return value;
};

/** Made from the entries where an older version kept none; a log that can only be read has them all the same. */
export async function decisionNumbers(store: Store): Promise<DecisionNumbers> {
  const there = await store.read(['meta'], kept);
  return there ?? store.write('relaxed', made).catch(() => store.read(['entries'], fromEntries));
}

/** In the transaction that adds these facts. */
export async function noteNumbers(tx: Writing, fresh: readonly Fact[]): Promise<void> {
  const more = numbersIn(fresh);
  if (Object.keys(more).length === 0) return;
  tx.put('meta', { name: NAME, value: { ...((await kept(tx)) ?? (await made(tx))), ...more } });
}

/** In the transaction that rebuilds. */
export const renewNumbers = async (tx: Writing): Promise<void> => void (await made(tx));

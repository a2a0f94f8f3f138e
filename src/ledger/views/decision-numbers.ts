import type { Fact } from '../../domain/facts/log/fact';
import type { Reading, Writing } from '../store/store';

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

/** From the entries where an older version kept none: they are kept from whatever is added next. */
export const decisionNumbersIn = async (tx: Reading): Promise<DecisionNumbers> =>
  (await kept(tx)) ?? fromEntries(tx);

/** In the transaction that adds these facts. */
export async function noteNumbers(tx: Writing, fresh: readonly Fact[]): Promise<void> {
  const more = numbersIn(fresh);
  const before = await kept(tx);
  if (before !== undefined && Object.keys(more).length === 0) return;
  tx.put('meta', { name: NAME, value: { ...(before ?? (await fromEntries(tx))), ...more } });
}

/** In the transaction that rebuilds. */
export const renewNumbers = async (tx: Writing): Promise<void> =>
  tx.put('meta', { name: NAME, value: await fromEntries(tx) });

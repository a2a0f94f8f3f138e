import { createForgetting, erasuresIn, type Forgetting } from '../../domain/forget/forgetting';
import type { LedgerPort } from '../ledger-port';
import type { GraphPort } from '../ports';

/**
 * What of Graph passes as it is. Everything else is sieved, also what is added to the port one day: whoever wants it to
 * pass has to name it here, and what is neither named nor an answer that can be sieved does not compile.
 */
export const AS_IT_IS = [
  'owner',
  'calendarSignal',
  'postbox',
] as const satisfies readonly (keyof GraphPort)[];
type AsItIs = (typeof AS_IT_IS)[number];

type Reading = (...asked: never[]) => Promise<unknown>;
type Readings = Readonly<Record<Exclude<keyof GraphPort, AsItIs>, Reading>>;

/**
 * Graph, without a word of whoever was erased: else every look at the calendar would find them anew, and take them for
 * a change.
 */
export function forgetfulGraph(graph: GraphPort, ledger: Pick<LedgerPort, 'limits'>): GraphPort {
  let last: { readonly ids: string; readonly forgetting: Forgetting } | null = null;
  const clean = async <Value>(read: Promise<Value>): Promise<Value> => {
    const value = await read;
    const erasures = erasuresIn(await ledger.limits());
    if (erasures.length === 0) return value;
    const ids = erasures.map(({ id }) => id).join();
    if (last?.ids !== ids) last = { ids, forgetting: createForgetting(erasures) };
    return last.forgetting.value(value);
  };
  const { owner, calendarSignal, postbox, ...others } = graph;
  const readings: Readings = others;
  const sieved = Object.entries(readings)
    .filter(([, read]) => typeof read === 'function')
    .map(([name, read]) => [name, (...asked: Parameters<typeof read>) => clean(read(...asked))]);
  return {
    ...(Object.fromEntries(sieved) as Omit<GraphPort, AsItIs>),
    ...{ owner, calendarSignal, postbox },
  };
}

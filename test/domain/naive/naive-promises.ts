import type { Fact } from '../../../src/domain/facts/log/fact';

/**
 * 14.3 in plain steps: how each promise stands and its day, as `open 2026-11-12`. Of undos of entries that were not undone
 * themselves, and of clocks that were right.
 */
export function naivePromises(facts: readonly Fact[]): Readonly<Record<string, string>> {
  const undone = facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.of] : []));
  const stands: Record<string, string> = {};
  for (const one of facts) {
    if (one.kind !== 'promise' || undone.includes(one.id)) continue;
    let [state, day] = ['open', one.by];
    let last = '';
    for (;;) {
      // The earliest word that was not heard yet.
      const next = facts
        .flatMap((fact) =>
          fact.kind === 'promise-step' && fact.promise === one.id && !undone.includes(fact.id) ? [fact] : [],
        )
        .map((fact) => ({ fact, order: `${String(fact.at).padStart(20, '0')} ${fact.id}` }))
        .filter(({ order }) => order > last)
        .sort((a, b) => (a.order < b.order ? -1 : 1))[0];
      if (next === undefined) break;
      last = next.order;
      state = next.fact.step === 'moved' ? 'open' : next.fact.step;
      day = next.fact.by ?? day;
    }
    stands[one.id] = `${state} ${day}`;
  }
  return stands;
}

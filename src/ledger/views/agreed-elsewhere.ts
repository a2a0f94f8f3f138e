import { isAgreementFact } from '../../domain/facts/decided/topic-step';
import type { Fact } from '../../domain/facts/log/fact';
import type { Reading } from '../store/store';

/** Where nothing touches an agreed topic nobody hears by an agreement, and no entry has to be read. */
const touchesAny = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === 'decision' && (fact.touched ?? []).some((topic) => topic !== ''));

/**
 * What was agreed, and taken back of it, in other meetings than the one of these facts: an agreement counts in all of them,
 * and lies with the one in which it was written down.
 */
export async function agreedElsewhere(tx: Reading, told: readonly Fact[]): Promise<readonly Fact[]> {
  if (!touchesAny(told)) return [];
  const here = new Set(told.map(({ id }) => id));
  const all = (await tx.all('entries')).map(({ fact }) => fact);
  const said = new Set(all.filter(isAgreementFact).map(({ id }) => id));
  // An undo can be taken back itself.
  for (let before = -1; before !== said.size; ) {
    before = said.size;
    for (const fact of all) if (fact.kind === 'undo' && said.has(fact.of)) said.add(fact.id);
  }
  return all.filter(({ id }) => said.has(id) && !here.has(id));
}

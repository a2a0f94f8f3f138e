import type { Erasure } from '../facts/entered/erasure';
import { type Reduced, reducedUntil } from '../facts/entered/reduced';
import type { Fact } from '../facts/log/fact';
import { createForgetting, erasuresIn, type Forgetting } from './forgetting';
import { isReducedAway } from './reducing';

/** What of a log must not be kept any more, as facts among its facts. */
export type Limit = Erasure | Reduced;

/** Both reasons to let a fact go: somebody was erased, or its month was reduced. */
export function createSieve(limits: readonly Limit[]): Forgetting {
  const forgetting = createForgetting(erasuresIn(limits));
  const until = reducedUntil(limits.filter((one) => one.kind === 'reduced'));
  return {
    ...forgetting,
    fact: (fact) => (isReducedAway(fact, until) ? null : forgetting.fact(fact)),
  };
}

export const limitsIn = (facts: readonly Fact[]): readonly Limit[] =>
  facts.filter((fact) => fact.kind === 'erasure' || fact.kind === 'reduced');

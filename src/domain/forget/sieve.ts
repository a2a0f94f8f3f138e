import type { Erasure } from '../facts/entered/erasure';
import { closedIn, type Reduced, reducedUntil } from '../facts/entered/reduced';
import type { Fact } from '../facts/log/fact';
import { withoutClosed } from './closed-away';
import { createForgetting, erasuresIn, type Forgetting } from './forgetting';
import { isReducedAway } from './reducing';

/** What of a log must not be kept any more, as facts among its facts. */
export type Limit = Erasure | Reduced;

/** Why a fact is let go: somebody was erased, its month was reduced, or what it is about was closed long ago. */
export function createSieve(limits: readonly Limit[]): Forgetting {
  const forgetting = createForgetting(erasuresIn(limits));
  const reductions = limits.filter((one) => one.kind === 'reduced');
  const until = reducedUntil(reductions);
  const closed = closedIn(reductions);
  return {
    ...forgetting,
    fact: (fact) => {
      const left = isReducedAway(fact, until) ? null : withoutClosed(fact, closed);
      return left === null ? null : forgetting.fact(left);
    },
  };
}

export const limitsIn = (facts: readonly Fact[]): readonly Limit[] =>
  facts.filter((fact) => fact.kind === 'erasure' || fact.kind === 'reduced');

import { decisionBadges } from '../../domain/agree/badges';
import type { DecisionHistory } from '../../domain/agree/decision-history';
import { type Decision, type DecisionCalled, decisionName } from '../../domain/facts/decided/decision';
import type { Instant, Zone } from '../../domain/time/time';
import { badgeWords } from '../words/decide/badges';

interface SearchedBy {
  readonly now: Instant;
  readonly zone: Zone;
  readonly numberOf: (id: string) => string | null;
}

/** The decisions in which these words, in small letters, stand, or of which they are said; the newest first. */
export const decisionsWith = (
  words: string,
  all: readonly DecisionHistory[],
  { now, zone, numberOf }: SearchedBy,
): readonly DecisionHistory[] => {
  const isSaid = (history: DecisionHistory) =>
    decisionBadges(history, now, zone).some((badge) =>
      badgeWords(badge, history, numberOf).toLowerCase().includes(words),
    );
  return all.filter((one) => textOf(one.decision).includes(words) || isSaid(one)).toReversed();
};

const texts = new WeakMap<Decision, string>();

/** What a search looks through, put together once: every letter typed asks all decisions. */
function textOf(decision: Decision & DecisionCalled): string {
  const known = texts.get(decision);
  if (known !== undefined) return known;
  const { text, why, topic, accountable, options = [], informed, responsible = [] } = decision;
  const names = [accountable, ...informed, ...responsible].map(({ name }) => name);
  const others = options.flatMap(({ option, notChosen }) => [option, notChosen]);
  const all = [decisionName(decision), text, why, topic, ...names, ...others].join(' ').toLowerCase();
  texts.set(decision, all);
  return all;
}

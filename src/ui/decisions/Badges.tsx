import { type DecisionBadge, decisionBadges } from '../../domain/agree/badges';
import { badgeWords } from '../words/decide/badges';
import type { DetailProps } from './detail';

/** Whose turn it is, for the eye; the words say it all. */
const LOOKS: Readonly<Record<DecisionBadge, 'asks' | 'waits' | 'settled'>> = {
  problem: 'asks',
  talk: 'asks',
  'look-again': 'asks',
  replied: 'asks',
  'no-reply': 'asks',
  answered: 'asks',
  reopened: 'waits',
  open: 'waits',
  asked: 'waits',
  held: 'settled',
  decided: 'settled',
  superseded: 'settled',
};

interface BadgesProps extends DetailProps {
  /** By which the button of the row is described. */
  readonly id: string;
}

/** First of all in the row of a decision: how it stands. */
export function Badges({ id, state, consult, history }: BadgesProps) {
  const badges = decisionBadges(history, state.now.value, state.zone.value);
  return (
    <p class="badges" id={id}>
      {badges.map((badge) => (
        <span key={badge} class={`badge ${LOOKS[badge]}`}>
          {badgeWords(badge, history, consult.numberOf)}
        </span>
      ))}
    </p>
  );
}

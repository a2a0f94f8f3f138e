import type { DecisionHistory } from '../../domain/agree/decision-history';
import { decisionName } from '../../domain/facts/decided/decision';
import { Button } from '../parts/controls/Button';
import { goToDecision } from '../state/go-to';
import type { PaneState } from '../state/pane';

interface DecisionRowProps {
  readonly state: PaneState;
  readonly history: DecisionHistory;
  /** How it stands with this person; without it one line is enough. */
  readonly words?: string;
}

/** A decision on the page of a person: what it says, and the way to all of it. */
export function DecisionRow({ state, history: { decision }, words }: DecisionRowProps) {
  const name = decisionName(decision);
  return (
    <li>
      <p>
        <Button look="link" label={`${name} ${decision.text}`} onPress={() => goToDecision(state, decision)}>
          {name}
        </Button>{' '}
        {decision.text}
      </p>
      {words !== undefined && <p class="hint">{words}</p>}
    </li>
  );
}

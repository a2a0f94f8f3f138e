import './recap.css';

import { useSignal } from '@preact/signals';

import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { needsRecap } from '../../domain/judge/questions/missed';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';
import { recapIsPossible, standingOf } from '../state/sending';

const parts = () => import('./parts');
const RecapStanding = lazily(() => parts().then((part) => part.RecapStanding));
const RecapEditor = lazily(() => parts().then((part) => part.RecapEditor));

interface RecapProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** The recap of the chosen occurrence: the draft in full while it can be sent, and afterwards what became of it. */
export function Recap({ state, occurrence }: RecapProps) {
  const wanted = useSignal(false);
  const standing = standingOf(occurrence.key, state.scene.value, state.onTheirWay.value);
  const shown = standing.kind !== 'open' || needsRecap(occurrence) || wanted.value;
  if (!shown && !recapIsPossible(occurrence)) return null;
  return (
    <section class={shown ? 'card recap' : 'recap folded'} aria-label="Recap">
      {shown ? (
        standing.kind === 'open' ? (
          <RecapEditor state={state} occurrence={occurrence} />
        ) : (
          <RecapStanding state={state} occurrence={occurrence} standing={standing} />
        )
      ) : (
        <Button
          look="link"
          onPress={() => {
            wanted.value = true;
          }}
        >
          Write a recap
        </Button>
      )}
    </section>
  );
}

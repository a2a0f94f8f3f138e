import './recap.css';

import { useSignal } from '@preact/signals';

import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { recapTime } from '../../domain/judge/questions/recap-time';
import { isWorthARecap } from '../../domain/tell/next-step';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';
import { standingOf } from '../state/sending';

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
  const { view, onTheirWay, now } = state;
  const standing = standingOf(occurrence.key, view.value, onTheirWay.value, now.value);
  const time = recapTime(occurrence, now.value);
  // Of one that has no recap now, what became of an earlier one is still said.
  if (standing.kind === 'open' && time === null) return null;
  const { lineage, decisions, recaps } = view.value;
  const isAsked = lineage !== null && isWorthARecap(occurrence, lineage, decisions, recaps);
  const shown = standing.kind !== 'open' || isAsked || wanted.value;
  return (
    <section class={shown ? 'card recap' : 'recap folded'} aria-label="Recap">
      {shown ? (
        standing.kind === 'open' ? (
          <RecapEditor state={state} occurrence={occurrence} goesAt={time?.notBefore ?? null} />
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

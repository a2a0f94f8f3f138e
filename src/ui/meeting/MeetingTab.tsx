import './meeting.css';

import { Recap } from '../recap/Recap';
import type { PaneState } from '../state/pane';
import { Trend } from '../trend/Trend';
import { AlsoOpen } from './AlsoOpen';
import { Chosen } from './Chosen';
import { LooseEnds } from './LooseEnds';
import { Masthead } from './Masthead';
import { Numbers } from './Numbers';
import { SeriesQuestions } from './SeriesQuestions';
import { Strip } from './Strip';

/** The one thing worth doing now, the history below it, the numbers below that. */
export function MeetingTab({ state }: { readonly state: PaneState }) {
  const lineage = state.lineage.value;
  const occurrence = state.chosen.value;
  if (lineage === null) return null;
  if (occurrence === null) {
    return (
      <>
        <Masthead state={state} lineage={lineage} />
        <p class="calm">No occurrences yet. They show here as soon as the calendar has been read.</p>
      </>
    );
  }
  return (
    <>
      <Masthead state={state} lineage={lineage} />
      <div class="meeting">
        <div class="now">
          <SeriesQuestions state={state} lineage={lineage} />
          <Chosen key={occurrence.key} state={state} occurrence={occurrence} />
          <Recap key={`recap-${occurrence.key}`} state={state} occurrence={occurrence} />
          <AlsoOpen state={state} lineage={lineage} />
        </div>
        <div class="record">
          <Strip state={state} lineage={lineage} />
          <LooseEnds state={state} lineage={lineage} />
          <Numbers state={state} lineage={lineage} />
        </div>
        <Trend state={state} lineage={lineage} />
      </div>
    </>
  );
}

import './meeting.css';

import { useEffect, useRef } from 'preact/hooks';

import type { PaneState } from '../../state/pane';
import { Chosen } from './Chosen';
import { Afterwards, Beforehand, Gaps, NoOccurrences, Sums, Views } from './lazy';
import { Masthead } from './Masthead';
import { Strip } from './Strip';

/** The one thing worth doing now and the history below it; or what it all adds up to. */
export function MeetingTab({ state }: { readonly state: PaneState }) {
  const lineage = state.lineage.value;
  const occurrence = state.chosen.value;
  const { isPart, trend } = state.view.value;
  const now = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Chosen from far below: the card must not change unseen. On opening nothing moves.
    const head = state.isPicked() ? now.current?.querySelector('.chosen-head') : null;
    if (head != null && head.getBoundingClientRect().top < 0) head.scrollIntoView({ block: 'start' });
  }, [state, occurrence?.key]);
  // One occurrence adds up to nothing.
  const isTrend = state.meetingView.value === 'Trend' && lineage?.single !== true;
  if (lineage === null) return null;
  if (occurrence === null) {
    return (
      <>
        <Masthead state={state} lineage={lineage} />
        <NoOccurrences lineage={lineage} />
      </>
    );
  }
  return (
    <>
      <Masthead state={state} lineage={lineage} />
      {/* As high as the views, before they are there. */}
      {lineage.single !== true && (
        <div class="view-choice">
          <Views state={state} />
        </div>
      )}
      {isTrend && (isPart !== true || trend != null) && <Sums state={state} lineage={lineage} />}
      {/* What is being typed stays while somebody looks at the trend. */}
      <div class="meeting" hidden={isTrend}>
        {/* Another meeting may begin while somebody types: what is in hand stays there. */}
        <div class="now" ref={now} onInput={() => state.choose(occurrence.key)}>
          <Beforehand state={state} lineage={lineage} />
          <Chosen key={occurrence.key} state={state} occurrence={occurrence} />
          <Afterwards state={state} occurrence={occurrence} />
        </div>
        <div class={state.settledIn.value ? 'record' : 'record late'}>
          <Strip state={state} lineage={lineage} />
          <Gaps state={state} lineage={lineage} />
        </div>
      </div>
    </>
  );
}

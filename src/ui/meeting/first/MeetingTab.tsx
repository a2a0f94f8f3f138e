import './meeting.css';

import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { PaneState } from '../../state/pane';
import type { AboutMeeting } from '../about';
import { Chosen } from './Chosen';
import { Afterwards, Beforehand, Gaps, NoOccurrences, Sums, Views } from './lazy';
import { Masthead } from './Masthead';
import { Strip } from './Strip';

/** The one thing worth doing now and the history below it; or what it all adds up to. */
export function MeetingTab({ state }: { readonly state: PaneState }) {
  const lineage = state.lineage.value;
  const occurrence = state.chosen.value;
  const now = useRef<HTMLDivElement>(null);
  // Come back to by a tap, it answers with the occurrence in hand; all the rest comes a frame later.
  const whole = useMemo(() => signal(!state.settledIn.peek()), []);
  useEffect(() => {
    whole.value = true;
  }, []);
  useEffect(() => {
    // Chosen from far below: the card must not change unseen. On opening nothing moves.
    const head = state.isPicked() ? now.current?.querySelector('.chosen-head') : null;
    if (head != null && head.getBoundingClientRect().top < 0) head.scrollIntoView({ block: 'start' });
  }, [state, occurrence?.key]);
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
      <Summed state={state} lineage={lineage} />
      {/* What is being typed stays while somebody looks at the trend. */}
      <div class="meeting" hidden={state.isTrend}>
        {/* Another meeting may begin while somebody types: what is in hand stays there. */}
        <div class="now" ref={now} onInput={() => state.choose(occurrence.key)}>
          <Beforehand state={state} lineage={lineage} />
          <Chosen key={occurrence.key} state={state} occurrence={occurrence} />
          {whole.value && <Afterwards state={state} occurrence={occurrence} />}
        </div>
        {whole.value && (
          <div class={state.settledIn.value ? 'record' : 'record late'}>
            <Strip state={state} lineage={lineage} />
            <Gaps state={state} lineage={lineage} />
          </div>
        )}
      </div>
    </>
  );
}

/** By itself: the other view is drawn without drawing this one anew. */
function Summed({ state, lineage }: AboutMeeting) {
  const { isPart, trend } = state.view.value;
  const isKnown = isPart !== true || trend != null;
  return state.isTrend.value && isKnown ? <Sums state={state} lineage={lineage} /> : null;
}

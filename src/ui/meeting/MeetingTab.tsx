import './meeting.css';

import { useEffect, useRef } from 'preact/hooks';

import { lazily } from '../parts/Lazy';
import { Recap } from '../recap/Recap';
import type { PaneState } from '../state/pane';
import { Chosen } from './Chosen';
import { Masthead } from './Masthead';
import { Strip } from './Strip';

// Asked for with the first view, which does not wait for them: most of it lies below the fold.
const record = () => import('./record');
const AlsoOpen = lazily(() => record().then((part) => part.AlsoOpen), 'quiet');
const SeriesQuestions = lazily(() => record().then((part) => part.SeriesQuestions), 'quiet');
const OtherClocks = lazily(() => record().then((part) => part.OtherClocks), 'quiet');
const Waiting = lazily(() => record().then((part) => part.Waiting), 'quiet');
const LooseEnds = lazily(() => record().then((part) => part.LooseEnds), 'quiet');
const Courtesies = lazily(() => record().then((part) => part.Courtesies), 'quiet');
const ChosenByHand = lazily(() => record().then((part) => part.ChosenByHand), 'quiet');
const ReadBack = lazily(() => record().then((part) => part.ReadBack), 'quiet');
const Numbers = lazily(() => record().then((part) => part.Numbers));
const YourSide = lazily(() => record().then((part) => part.YourSide), 'quiet');
const TimeAway = lazily(() => record().then((part) => part.TimeAway), 'quiet');
const Trend = lazily(() => record().then((part) => part.Trend));

/** The one thing worth doing now, the history below it, the numbers below that. */
export function MeetingTab({ state }: { readonly state: PaneState }) {
  const lineage = state.lineage.value;
  const occurrence = state.chosen.value;
  const { isPart, trend } = state.scene.value;
  const now = useRef<HTMLDivElement>(null);
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
        <p class="calm">
          {lineage.stopped
            ? 'Nothing is recorded here.'
            : 'No occurrences yet. They show here as soon as the calendar has been read.'}
        </p>
      </>
    );
  }
  return (
    <>
      <Masthead state={state} lineage={lineage} />
      <div class="meeting">
        {/* Another meeting may begin while somebody types: what is in hand stays there. */}
        <div class="now" ref={now} onInput={() => state.choose(occurrence.key)}>
          <OtherClocks state={state} lineage={lineage} />
          <SeriesQuestions state={state} lineage={lineage} />
          <Chosen key={occurrence.key} state={state} occurrence={occurrence} />
          <Recap key={`recap-${occurrence.key}`} state={state} occurrence={occurrence} />
          <Waiting state={state} />
          <AlsoOpen state={state} lineage={lineage} />
          <ChosenByHand state={state} />
        </div>
        <div class="record">
          <Strip state={state} lineage={lineage} />
          <ReadBack state={state} lineage={lineage} />
          <LooseEnds state={state} lineage={lineage} />
          <Courtesies state={state} lineage={lineage} />
        </div>
        {isPart !== true && (
          <div class="sums">
            <Numbers state={state} lineage={lineage} />
            <YourSide state={state} lineage={lineage} />
            <TimeAway state={state} lineage={lineage} />
          </div>
        )}
        {(isPart !== true || trend != null) && <Trend state={state} lineage={lineage} />}
      </div>
    </>
  );
}

import { useEffect, useRef } from 'preact/hooks';

import { Courtesies } from '../../letters/Courtesies';
import { OwedAbove } from '../../loops/OwedList';
import { Later } from '../../parts/Later';
import { lazily } from '../../parts/Lazy';
import { Recap } from '../../recap/Recap';
import type { PaneState } from '../../state/pane';
import { Trend } from '../../trend/Trend';
import type { AboutCheckIn, AboutMeeting, AboutOccurrence } from '../about';
import { Changing } from '../evidence/Changing';
import { OtherClocks } from '../evidence/OtherClocks';
import { PeopleThere } from '../evidence/PeopleThere';
import { Reasons } from '../evidence/Reasons';
import { TimeAway } from '../evidence/TimeAway';
import { TooEarly } from '../evidence/TooEarly';
import { OpenedByName } from '../KeptLogs';
import { LooseEnds } from './LooseEnds';
import { MessageLine } from './MessageLine';
import { Numbers } from './Numbers';
import { onceCome } from './once-come';
import { ReadBack } from './ReadBack';
import { SeriesQuestions } from './SeriesQuestions';
import { Waiting } from './Waiting';
import { ChosenByHand } from './WhichMeeting';
import { YourSide } from './YourSide';

export { Banners } from '../banners/Banners';
export { Noted } from '../evidence/Noted';
export { WhyAndChange } from '../evidence/WhyAndChange';
export { Views } from './Views';

const Points = lazily(() => import('../../points/Points').then((part) => part.Points), 'quiet');
const MeetingTopic = lazily(() => import('./MeetingTopic').then((part) => part.MeetingTopic), 'quiet');
const DoubtedMail = lazily(() => import('../evidence/DoubtedMail').then((part) => part.DoubtedMail), 'quiet');
const Unmatched = lazily(() => import('../evidence/Unmatched').then((part) => part.Unmatched), 'quiet');

/** Above what a tab is about: what is owed, and what the tab belongs to. */
export function Above({ state }: { readonly state: PaneState }) {
  const { value: tab } = state.tab;
  const { message, lineage, situation } = state.view.value;
  const isAboutItem = tab === 'Meeting' || (tab === 'Today' && lineage === null);
  return (
    <>
      {/* While nothing of the meeting is there, it would push away what stands for it. */}
      {tab !== 'Today' && (lineage !== null || situation.kind !== 'starting') && (
        <OwedAbove key={`${tab} ${lineage?.id}`} state={state} />
      )}
      <OpenedByName state={state} />
      {isAboutItem && message != null && <MessageLine state={state} />}
    </>
  );
}

/** In place of all that, while there is nothing to take in hand. */
export const NoOccurrences = ({ lineage }: Pick<AboutMeeting, 'lineage'>) => (
  <p class="calm">
    {lineage.stopped
      ? 'Nothing is recorded here.'
      : 'No occurrences yet. They show here as soon as the calendar has been read.'}
  </p>
);

/** Above the occurrence in hand: what changes how it is to be read. */
export function Beforehand({ state, lineage }: AboutMeeting) {
  return (
    <>
      <OtherClocks state={state} lineage={lineage} />
      <SeriesQuestions state={state} lineage={lineage} />
    </>
  );
}

/** In its card: what speaks for it. */
export function Evidence({ state, occurrence, checkIn }: AboutCheckIn) {
  const hasUnmatched = state.lineage.value?.unmatched.some((row) => row.occurrence === occurrence.key);
  return (
    <>
      <Changing state={state} occurrence={occurrence} checkIn={checkIn} />
      {checkIn.why.value && <Reasons state={state} occurrence={occurrence} />}
      <TooEarly state={state} occurrence={occurrence} />
      {occurrence.questions.includes('mail-doubted') && <DoubtedMail state={state} occurrence={occurrence} />}
      {hasUnmatched && <Unmatched state={state} occurrence={occurrence} />}
      <PeopleThere state={state} occurrence={occurrence} />
    </>
  );
}

/** Below it: whom to tell, and what was raised. */
export function Afterwards({ state, occurrence }: AboutOccurrence) {
  const lineage = state.lineage.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      onceCome(box.current, () => {
        state.settledIn.value = true;
      }),
    [state],
  );
  return (
    <div class="afterwards" ref={box}>
      <Recap key={occurrence.key} state={state} occurrence={occurrence} />
      {lineage !== null && (
        <Points key={`points ${occurrence.key}`} state={state} lineage={lineage} occurrence={occurrence} />
      )}
      {lineage?.single === true && (
        <MeetingTopic key={`topic ${lineage.id}`} state={state} lineage={lineage} />
      )}
      <ChosenByHand state={state} />
    </div>
  );
}

/** Below the history: what is missing in it, and last what comes by itself. */
export function Gaps({ state, lineage }: AboutMeeting) {
  return (
    <>
      <ReadBack state={state} lineage={lineage} />
      <LooseEnds state={state} lineage={lineage} />
      <Courtesies state={state} lineage={lineage} />
      <Waiting state={state} />
    </>
  );
}

/** What it all adds up to. Of a long history the trend is known before the rest of it was read. */
export function Sums({ state, lineage }: AboutMeeting) {
  return (
    <>
      {state.view.value.isPart !== true && (
        <div class="sums">
          <Numbers state={state} lineage={lineage} />
          <YourSide state={state} lineage={lineage} />
          <TimeAway state={state} lineage={lineage} />
        </div>
      )}
      <Later>
        <Trend state={state} lineage={lineage} />
      </Later>
    </>
  );
}

import type { SeriesId } from '../../../domain/facts/things/occurrence';
import { Button } from '../../parts/controls/Button';
import { refreshIcon } from '../../parts/icons/icons';
import type { Situation } from '../../port/actions';
import type { PaneState } from '../../state/pane';
import { WhatIsKept } from '../around/WhatIsKept';
import { WhichMeeting } from '../around/WhichMeeting';
import { KeptLogs } from '../KeptLogs';
import { Starting } from './Starting';
import { StartLog } from './StartLog';

interface Saying {
  readonly title: string;
  readonly words: string;
}

/** What the pane says when there is no log to show: what is the matter, and what would help. */
function sayingOf(situation: Situation): Saying | null {
  switch (situation.kind) {
    case 'no-outlook':
      return {
        title: 'Outlook does not answer',
        words:
          'This page is the side pane of a meeting. Open a meeting in Outlook and choose Loopkeeper there.',
      };
    case 'nothing-open':
      return { title: 'Open a meeting', words: 'Choose a recurring meeting in the calendar to see its log.' };
    case 'several-selected':
      return {
        title: 'Choose one meeting or message',
        words: `${situation.count} messages are selected. Loopkeeper shows the log of one meeting at a time.`,
      };
    case 'not-a-meeting':
      return { title: 'Not a meeting', words: 'A log is kept for meetings with other people.' };
    case 'not-recurring':
      return {
        title: situation.title,
        words:
          situation.series === null
            ? 'Nobody else is in it. A log is kept for meetings with other people.'
            : 'This meeting takes place once. Keep it, and what happens and what is decided there stands in your log.',
      };
    case 'unsaved':
      return { title: 'Not saved yet', words: 'Save or send this meeting first; then its log can begin.' };
    case 'unknown-meeting':
      return {
        title: situation.title,
        words:
          'Which meeting this is cannot be found out without the calendar. It will show as soon as it can be read.',
      };
    case 'which-meeting':
      return {
        title: 'Which meeting is this?',
        words: `Outlook does not say which meeting of your calendar “${situation.title}” is. Choose it once; it is remembered.`,
      };
    case 'starting':
    case 'new-series':
    case 'kept':
      return null;
  }
}

export function OtherSituation({ state }: { readonly state: PaneState }) {
  const { situation, freshness } = state.view.value;
  const saying = sayingOf(situation);
  if (situation.kind === 'new-series') return <StartLog state={state} />;
  if (saying === null) return <Starting progress={freshness.progress} />;
  return (
    <div class="calm">
      <h1>{saying.title}</h1>
      <p>{saying.words}</p>
      {'candidates' in situation && situation.candidates !== undefined && situation.candidates.length > 0 && (
        <WhichMeeting state={state} candidates={situation.candidates} />
      )}
      {situation.kind === 'no-outlook' && <Button onPress={() => location.reload()}>Reload</Button>}
      {(situation.kind === 'unknown-meeting' || situation.kind === 'which-meeting') && (
        <Button icon={refreshIcon} onPress={state.actions.refresh} busy={freshness.reading}>
          Refresh
        </Button>
      )}
      {situation.kind === 'unknown-meeting' && situation.canBegin === true && <BeginByHand state={state} />}
      {situation.kind === 'not-recurring' && situation.series !== null && (
        <KeepOnce state={state} series={situation.series} />
      )}
      {!('candidates' in situation) && <KeptLogs state={state} />}
    </div>
  );
}

interface KeepOnceProps {
  readonly state: PaneState;
  readonly series: SeriesId;
}

/** One tap keeps a single meeting (10.3). */
const KeepOnce = ({ state, series }: KeepOnceProps) => (
  <>
    <WhatIsKept state={state} />
    <Button
      look="primary"
      busy={state.view.value.freshness.reading}
      onPress={() => state.attempt(() => state.actions.keepLog(series))}
    >
      Keep this meeting
    </Button>
  </>
);

/** Where the calendar cannot be asked at all, or not yet: what can be kept all the same, and what cannot. */
function BeginByHand({ state }: { readonly state: PaneState }) {
  return (
    <>
      <h2>Without the calendar</h2>
      <WhatIsKept state={state} />
      <p>
        A log can begin with what Outlook shows here and what you note: whether you met, who was there, what
        was decided, the attendance files of Teams.
      </p>
      <p class="hint">
        It knows of no notices, of no attendance reports, and of no occurrence that you do not open: those are
        “not recorded”. When the calendar can be read later, the log goes on with it, and nothing is lost.
      </p>
      <Button onPress={() => state.attempt(state.actions.keepOpenItem)}>
        Keep a log without the calendar
      </Button>
    </>
  );
}

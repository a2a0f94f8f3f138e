import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { refreshIcon } from '../../parts/icons/icons';
import type { PaneState } from '../../state/pane';
import { meetingDaysWords, nextOf } from '../../words/meeting-days';
import { agoWords } from '../../words/times';

interface MastheadProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What this meeting is, in three short lines. */
export function Masthead({ state, lineage }: MastheadProps) {
  const time = state.time.value;
  const now = state.now.value;
  const next = nextOf(lineage, now);
  const facts = [
    next === undefined
      ? null
      : `next ${time.relativeDay(next.effective.start, now).replace(/^on /, '')} ${time.time(next.effective.start)}`,
    lineage.paused ? 'log paused' : null,
    lineage.stopped ? 'log stopped' : null,
    lineage.keptSince === null ? null : `kept since ${time.day(lineage.keptSince)}`,
  ].filter((fact) => fact !== null);
  const organizer = lineage.ownerOrganizes
    ? 'You organize'
    : lineage.organizer && `${lineage.organizer.name} organizes`;
  return (
    <header class="masthead">
      <h1>{lineage.title === '' ? 'Meeting without a title' : lineage.title}</h1>
      <p class="quiet">{[organizer, meetingDaysWords(lineage, time)].filter(Boolean).join(' · ')}</p>
      <p class="quiet">{capital(facts.join(' · '))}</p>
      <Freshness state={state} />
    </header>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Freshness({ state }: { readonly state: PaneState }) {
  const { readAt, reading, progress } = state.view.value.freshness;
  const words = reading
    ? `Reading the calendar${progress === null ? '…' : `, ${progress} items`}`
    : readAt === null
      ? 'Not read yet'
      : `Read ${agoWords(readAt, state.now.value)}`;
  return (
    <div class="freshness">
      <span role="status">{words}</span>
      {reading && (
        <Button look="link" small onPress={state.actions.stop}>
          Stop
        </Button>
      )}
      <Button
        look="subtle"
        small
        icon={refreshIcon}
        label="Refresh"
        busy={reading}
        disabled={reading}
        onPress={state.actions.refresh}
      />
    </div>
  );
}

import { useSignal } from '@preact/signals';

import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import { Fold } from '../../parts/controls/Fold';
import { Choice, type Choices, held } from '../../parts/controls/inputs';
import type { PaneState } from '../../state/pane';
import { SampleWeek } from '../around/SampleWeek';
import { WhatIsKept } from '../around/WhatIsKept';
import { KeptLogs } from '../KeptLogs';

/** In years; without one as far as every reading looks. */
type LookBack = '0' | '1';
const LOOK_BACKS: Choices<LookBack> = [
  ['0', '90 days'],
  ['1', 'A year'],
];

/** The first second with a meeting: what it is good for, what it looks like, and one button. */
export function StartLog({ state }: { readonly state: PaneState }) {
  const { situation, freshness } = state.view.value;
  const years = useSignal<LookBack>('0');
  if (situation.kind !== 'new-series') return null;
  return (
    <div class="calm">
      <h1>{situation.title}</h1>
      {situation.organizer !== null && <p class="quiet">{situation.organizer} organizes</p>}
      <p>See what happened each time, and let whoever missed it know what was decided.</p>
      <SampleWeek />
      <Button
        look="primary"
        busy={freshness.reading}
        onPress={() => state.attempt(() => state.actions.keepLog(situation.series, Number(years.value)))}
      >
        Keep a log of this meeting
      </Button>
      {situation.occurrence != null && <OnlyThisOne state={state} occurrence={situation.occurrence} />}
      <WhatIsKept state={state} look="hint" />
      <Fold name="How far back">
        <p class="hint">
          It looks back as far as you choose and the calendar still shows. A short note to the others is ready
          afterwards, if you want to tell them.
        </p>
        <Field label="Look back">
          <Choice of={LOOK_BACKS} {...held(years)} />
        </Field>
      </Fold>
      <KeptLogs state={state} />
      {/* It comes by itself, and goes: below everything, where it pushes nothing. */}
      {freshness.reading && freshness.progress !== null && (
        <p class="quiet">
          <span role="status">Reading the calendar, {freshness.progress} items so far</span>{' '}
          <Button look="link" onPress={state.actions.stop}>
            Stop
          </Button>
        </p>
      )}
    </div>
  );
}

interface OnlyThisOneProps {
  readonly state: PaneState;
  readonly occurrence: OccurrenceKey;
}

/** 10.3: for what is decided in it, where nobody wants a log of all the others. */
const OnlyThisOne = ({ state, occurrence }: OnlyThisOneProps) => (
  <>
    <p class="hint">Or keep this one alone: what happens and is decided there, and nothing of the others.</p>
    <Button
      busy={state.view.value.freshness.reading}
      onPress={() => state.attempt(() => state.actions.keepOne(occurrence))}
    >
      Keep this meeting
    </Button>
  </>
);

import './letters.css';

import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useId } from 'preact/hooks';
import { standingAmong } from '../../domain/agree/decision-history';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { organizes } from '../../domain/tell/occasions';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { Doors } from '../parts/controls/Doors';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import { useWholeRecord } from '../state/lookups/whole-record';
import type { PaneState } from '../state/pane';
import { meetingName } from '../words/person-view';
import { Brief } from './Brief';
import { Chronicle } from './Chronicle';
import { InviteAgain } from './InviteAgain';
import { RecordNote } from './RecordNote';
import { Sheet } from './Sheet';
import { SubjectCopy } from './SubjectCopy';
import type { TalkProps } from './talk';

interface NextConversationProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
}

/** To this one person. */
const NoteToThem = ({ state, lineage, person, onDone }: TalkProps) => (
  <RecordNote state={state} lineage={lineage} people={[person]} onDone={onDone} />
);

const COPY = 'Their copy';

/** From the gentlest to the last resort. */
const partsFor = (isTheirs: boolean): readonly (readonly [string, ComponentType<TalkProps>])[] => [
  ['Prepare one-to-one', Sheet],
  ['Who was told what', Chronicle],
  // Nobody is invited to their own meeting (10.5).
  [isTheirs ? 'Offer a time' : 'Invite again', InviteAgain],
  ['Note about this log', NoteToThem],
  [COPY, SubjectCopy],
  ['For a third person', Brief],
];

/** The meeting that is first thought of: the one on screen, else where two talk, else any. */
const firstOf = (state: PaneState, lineages: readonly JudgedLineage[]): JudgedLineage | undefined =>
  lineages.find(({ id }) => id === state.lineage.peek()?.id) ??
  lineages.find(({ oneToOne }) => oneToOne) ??
  lineages[0];

/** Quiet doors to what helps in the next talk; one is open at a time, and nothing is sent. */
export function NextConversation({ state, record }: NextConversationProps) {
  const title = useId();
  const chosen = useSignal<string | null>(null);
  const { lineages } = record;
  const lineage = lineages.find(({ id }) => id === chosen.value) ?? firstOf(state, lineages);
  return (
    <section class="talk" aria-labelledby={title}>
      <h2 id={title}>For the next conversation</h2>
      {lineages.length > 1 && (
        <Field label="About">
          <Choice
            of={lineages.map((one) => [one.id, meetingName(one)])}
            value={lineage?.id ?? ''}
            onSet={(id) => {
              chosen.value = id;
            }}
          />
        </Field>
      )}
      {lineage === undefined ? (
        <p class="quiet">No meeting with them is kept, so there is nothing to prepare from.</p>
      ) : (
        <Parts key={lineage.id} state={state} record={record} lineage={lineage} />
      )}
    </section>
  );
}

interface PartsProps extends NextConversationProps {
  readonly lineage: JudgedLineage;
}

function Parts({ state, record, lineage }: PartsProps) {
  const { person, histories } = record;
  const open = useSignal<string | null>(null);
  // In their copy everybody else of the log is hidden, so it takes all of it.
  const whole = useWholeRecord(state, open.value === COPY ? 'all' : null);
  const shown = open.value;
  const parts = partsFor(organizes(lineage, person));
  const Part = parts.find(([name]) => name === shown)?.[1];
  const known = shown === COPY ? whole : record;
  return (
    <>
      <Doors names={parts.map(([name]) => name)} open={open} />
      {Part !== undefined &&
        (known === null ? (
          <div class="skeleton" role="progressbar" aria-label="Loading" />
        ) : (
          <div class="talk-part">
            <Part
              {...{ state, lineage, person }}
              record={known}
              decisions={standingAmong(histories).filter(({ series }) =>
                lineage.series.some((one) => one === series),
              )}
              onDone={() => {
                // It may take a moment, and another door may be open by then.
                if (open.peek() === shown) open.value = null;
              }}
            />
          </div>
        ))}
    </>
  );
}

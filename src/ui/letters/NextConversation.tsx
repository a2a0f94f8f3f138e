import './letters.css';

import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useId } from 'preact/hooks';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { organizes } from '../../domain/tell/occasions';
import { Doors } from '../parts/controls/Doors';
import { useWholeRecord } from '../state/lookups/whole-record';
import type { PaneState } from '../state/pane';
import { Brief } from './Brief';
import { Chronicle } from './Chronicle';
import { InviteAgain } from './InviteAgain';
import { RecordNote } from './RecordNote';
import { Sheet } from './Sheet';
import { SubjectCopy } from './SubjectCopy';
import type { TalkProps } from './talk';

interface NextConversationProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly person: Person;
}

/** To this one person. */
const NoteToThem = ({ state, lineage, person, onDone }: TalkProps) => (
  <RecordNote state={state} lineage={lineage} people={[person]} onDone={onDone} />
);

const COPY = 'Their copy';

/** From the gentlest to the last resort. */
const partsFor = (isTheirs: boolean): readonly (readonly [string, ComponentType<TalkProps>])[] => [
  ['Who was told what', Chronicle],
  ['One-to-one sheet', Sheet],
  // Nobody is invited to their own meeting (10.5).
  [isTheirs ? 'Offer a time' : 'Invite again', InviteAgain],
  ['Note about this log', NoteToThem],
  [COPY, SubjectCopy],
  ['For a third person', Brief],
];

/** Quiet doors to what helps in the next talk; one is open at a time, and nothing is sent. */
export function NextConversation({ state, lineage, person }: NextConversationProps) {
  const title = useId();
  const open = useSignal<string | null>(null);
  // Their copy is of all meetings they are in; it is judged anew for that.
  const reach = open.value === null ? null : open.value === COPY ? 'all' : 'here';
  const record = useWholeRecord(state, reach);
  const shown = open.value;
  const parts = partsFor(organizes(lineage, person));
  const Part = parts.find(([name]) => name === shown)?.[1];
  return (
    <div class="talk" role="group" aria-labelledby={title}>
      <h4 id={title}>For the next conversation</h4>
      <Doors names={parts.map(([name]) => name)} open={open} />
      {Part !== undefined &&
        (record === null ? (
          <div class="skeleton" role="progressbar" aria-label="Loading" />
        ) : (
          <div class="talk-part">
            <Part
              state={state}
              lineage={lineage}
              person={person}
              record={record}
              onDone={() => {
                // It may take a moment, and another door may be open by then.
                if (open.peek() === shown) open.value = null;
              }}
            />
          </div>
        ))}
    </div>
  );
}

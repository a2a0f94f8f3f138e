import type { JudgedLineage } from '../../domain/judged';
import { isSamePerson } from '../../domain/person';
import { recordNote } from '../../formats/record-note';
import type { PaneState } from '../state/pane';
import { listWords } from '../words/times';
import { LetterView } from './LetterView';

interface RecordNoteProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly onDone: () => void;
}

/** "I keep this record": a ready note to the people it is about. */
export function RecordNote({ state, lineage, onDone }: RecordNoteProps) {
  const { owner } = state.scene.value;
  if (owner === null) return null;
  const people = lineage.people.filter((one) => !isSamePerson(one, owner));
  const noted = async (done: boolean) => {
    await state.attempt(async () =>
      (await state.desk.letters()).note(lineage.id, 'told-of-record', people, done),
    );
    onDone();
  };
  return (
    <LetterView
      state={state}
      letter={recordNote({ title: lineage.title, people, owner, keptDays: null, list: listWords })}
      onSent={() => noted(true)}
      onNotNow={() => noted(false)}
    />
  );
}

import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { recordNote } from '../../formats/mail/letters/record-note';
import { languageOf, writeIn } from '../state/language';
import { useKeptDays } from '../state/lookups/kept-days';
import { useRoams } from '../state/lookups/roams';
import type { PaneState } from '../state/pane';
import { LetterView } from './LetterView';

interface RecordNoteProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  /** To whom; without it to everybody it is about. */
  readonly people?: readonly Person[];
  readonly onDone: () => void;
}

/** "I keep this record": a ready note to the people it is about. */
export function RecordNote({ state, lineage, onDone, ...given }: RecordNoteProps) {
  const { owner } = state.view.value;
  const inOneDrive = useRoams(state);
  const keptDays = useKeptDays(state);
  if (owner === null || keptDays === null) return null;
  const people = given.people ?? lineage.people.filter((one) => !isSamePerson(one, owner));
  const [first] = people;
  const only = people.length === 1 && first !== undefined ? first : null;
  const noted = async (done: boolean) => {
    await state.attempt(async () =>
      (await state.actions.letters()).note(lineage.id, 'told-of-record', people, done),
    );
    onDone();
  };
  return (
    <LetterView
      state={state}
      letter={recordNote({
        title: lineage.title,
        people,
        owner,
        keptDays,
        inOneDrive,
        language: languageOf(state, only),
      })}
      onWrite={(language) => writeIn(state, only, language)}
      onSent={() => noted(true)}
      onNotNow={() => noted(false)}
    />
  );
}

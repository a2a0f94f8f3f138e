import { promisesWith } from '../../domain/promises/promise-history';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { NotePromise } from '../promises/NotePromise';
import { Promises } from '../promises/Promises';
import type { PaneState } from '../state/pane';
import { firstNameOf } from '../words/names';

interface PromisesBetweenProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
}

/** What they said they would do, and what the owner said they would do for them; alike, and nothing is counted (14.3). */
export function PromisesBetween({ state, record: { person, promises } }: PromisesBetweenProps) {
  const name = firstNameOf(person);
  return (
    <section aria-labelledby="promises-between">
      <h2 id="promises-between">Promises</h2>
      <Promises state={state} label={`Promises with ${name}`} histories={promisesWith(promises, person)} />
      <NotePromise state={state} place={{ name: person.key, people: [person] }} />
    </section>
  );
}

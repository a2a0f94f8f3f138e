import { agreementViews } from '../../domain/agree/agreed';
import type { Person } from '../../domain/facts/things/person';
import { mailedQuestions } from '../../domain/points/once-more';
import { openWith } from '../../domain/tell/catch-up/open-with';
import type { PersonRecord } from '../../domain/tell/whole-record';
import type { PaneState } from '../state/pane';
import { openWords } from '../words/decide/person-page';
import { firstNameOf } from '../words/names';
import { AskedByMail } from './AskedByMail';
import { DecisionRow } from './DecisionRow';

interface OpenBetweenProps {
  readonly state: PaneState;
  readonly owner: Person;
  readonly record: PersonRecord;
}

/** Answers that object, questions to them, and decisions and points that wait for them, over all meetings. */
export function OpenBetween({ state, owner, record }: OpenBetweenProps) {
  const { person, histories, agreements, points } = record;
  const open = openWith(
    { owner, histories, agreements: agreementViews(agreements, state.now.value) },
    person,
  );
  const questions = mailedQuestions(points, person);
  const name = firstNameOf(person);
  return (
    <section aria-labelledby="open-between">
      <h2 id="open-between">Open with {name}</h2>
      {open.length + questions.length === 0 && (
        <p class="hint">No answer and no question is open between you and {name}.</p>
      )}
      {open.length > 0 && (
        <ul class="plain matters" aria-label={`Open with ${name}`}>
          {open.map((one) => (
            <DecisionRow
              key={one.history.decision.id}
              {...{ state, history: one.history }}
              words={openWords(one, person, state.time.value)}
            />
          ))}
        </ul>
      )}
      {questions.length > 0 && <AskedByMail {...{ state, record, questions }} />}
    </section>
  );
}

import { agreementViews } from '../../domain/agree/agreed';
import type { Person } from '../../domain/facts/things/person';
import { catchUpOf } from '../../domain/tell/catch-up/catch-up';
import type { PersonRecord } from '../../domain/tell/whole-record';
import type { PaneState } from '../state/pane';
import { caughtUpWords, notHeardWords } from '../words/decide/person-page';
import { DecisionRow } from './DecisionRow';

interface CatchUpProps {
  readonly state: PaneState;
  readonly owner: Person;
  readonly record: PersonRecord;
}

/** What they have not heard, over all meetings (13.3). */
export function CatchUp({ state, owner, record }: CatchUpProps) {
  const { person, lineages, histories, recaps, consulting, agreements } = record;
  const requests = consulting.filter((fact) => fact.kind === 'input-request');
  const known = { owner, lineages, histories, recaps, requests, agreements: agreementViews(agreements) };
  const { whole, lines, later } = catchUpOf(known, person, state.now.value);
  const time = state.time.value;
  return (
    <section aria-labelledby="catch-up">
      <h2 id="catch-up">Catch-up</h2>
      <p class="hint">{notHeardWords(whole.length + lines.length + later, person)}</p>
      {whole.length > 0 && (
        <ul class="plain matters" aria-label="Not heard yet">
          {whole.map((one) => (
            <DecisionRow
              key={one.history.decision.id}
              {...{ state, history: one.history }}
              words={caughtUpWords(one, time)}
            />
          ))}
          {lines.map((one) => (
            <DecisionRow key={one.history.decision.id} state={state} history={one.history} />
          ))}
        </ul>
      )}
      {later > 0 && <p class="hint">{later} more come after these.</p>}
    </section>
  );
}

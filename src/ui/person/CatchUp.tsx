import type { Owner } from '../../domain/facts/things/person';
import { catchUpOf } from '../../domain/tell/catch-up/catch-up';
import { type CaughtUp, caughtUpKnown } from '../../domain/tell/catch-up/caught-up';
import type { PersonRecord } from '../../domain/tell/whole-record';
import type { PaneState } from '../state/pane';
import { caughtUpWords, notHeardWords } from '../words/decide/person-page';
import { CatchUpMail } from './CatchUpMail';
import { DecisionRow } from './DecisionRow';
import { RhythmChoice } from './RhythmChoice';

interface CatchUpProps {
  readonly state: PaneState;
  readonly owner: Owner;
  readonly record: PersonRecord;
}

/** What they have not heard, over all meetings (13.3), and the mail that tells it. */
export function CatchUp({ state, owner, record }: CatchUpProps) {
  const { person } = record;
  const { whole, lines, later } = catchUpOf(
    caughtUpKnown(record, owner, state.now.value),
    person,
    state.now.value,
  );
  const time = state.time.value;
  const isAny = whole.length > 0;
  return (
    <section aria-labelledby="catch-up">
      <h2 id="catch-up">Catch-up</h2>
      <p class="hint">{notHeardWords(whole.length + lines.length + later, person)}</p>
      {isAny && (
        <ul class="plain matters" aria-label="Not heard yet">
          {whole.map((one) => (
            <Row key={keyOf(one)} state={state} one={one} words={caughtUpWords(one, time)} />
          ))}
          {lines.map((one) => (
            <Row key={keyOf(one)} state={state} one={one} />
          ))}
        </ul>
      )}
      {later > 0 && <p class="hint">{later} more come after these.</p>}
      <CatchUpMail state={state} owner={owner} record={record} />
      <RhythmChoice state={state} record={record} />
    </section>
  );
}

const keyOf = (one: CaughtUp): string =>
  one.kind === 'point' ? one.history.point.id : one.history.decision.id;

interface RowProps {
  readonly state: PaneState;
  readonly one: CaughtUp;
  readonly words?: string;
}

function Row({ state, one, words }: RowProps) {
  if (one.kind !== 'point')
    return <DecisionRow state={state} history={one.history} {...(words === undefined ? {} : { words })} />;
  return (
    <li>
      <p>
        <span class="number">{one.history.name}</span> {one.history.point.text}
      </p>
      {words !== undefined && <p class="hint">{words}</p>}
    </li>
  );
}

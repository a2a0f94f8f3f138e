import './decisions.css';

import { useSignal } from '@preact/signals';

import { type Decision, decisionNumber } from '../../domain/decision';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { addIcon } from '../parts/icons';
import { tellingOf } from '../state/decisions';
import type { PaneState } from '../state/pane';
import { listWords } from '../words/times';
import { DecisionForm } from './DecisionForm';

const SEARCH_FROM = 5;

/** What was decided, newest first, and who has been told. */
export function DecisionsTab({ state }: { readonly state: PaneState }) {
  const search = useSignal('');
  const { decisions } = state.scene.value;
  const found = decisions
    .filter((decision) => matches(decision, search.value))
    .toSorted((a, b) => b.number - a.number);
  return (
    <div class="decisions">
      <div class="head-row">
        <h1>Decisions</h1>
        <Button
          look={decisions.length === 0 ? 'primary' : 'outline'}
          icon={addIcon}
          expanded={state.deciding.value}
          onPress={() => {
            state.deciding.value = !state.deciding.value;
          }}
        >
          Log decision
        </Button>
      </div>
      {state.deciding.value && (
        <div class="card">
          <DecisionForm state={state} occurrence={state.chosen.value?.key ?? null} />
        </div>
      )}
      {decisions.length >= SEARCH_FROM && (
        <Field label="Search">
          <input
            class="input"
            type="search"
            value={search.value}
            onInput={(typed) => {
              search.value = typed.currentTarget.value;
            }}
          />
        </Field>
      )}
      {decisions.length === 0 && (
        <p class="quiet">
          Nothing has been decided here yet. What you write down goes into the next recap, for those who were
          not there.
        </p>
      )}
      {decisions.length > 0 && found.length === 0 && <p class="quiet">No decision matches.</p>}
      <ul class="decision-list" aria-label="Decisions">
        {found.map((decision) => (
          <Item key={decision.id} state={state} decision={decision} />
        ))}
      </ul>
    </div>
  );
}

function matches({ text, why, topic, accountable, number }: Decision, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return `${decisionNumber(number)} ${text} ${why} ${topic} ${accountable.name}`
    .toLowerCase()
    .includes(wanted);
}

interface ItemProps {
  readonly state: PaneState;
  readonly decision: Decision;
}

function Item({ state, decision }: ItemProps) {
  const time = state.time.value;
  const told = tellingOf(decision, state.scene.value.recaps);
  const { occurrence } = decision;
  const isHere = state.occurrences.value.some(({ key }) => key === occurrence);
  return (
    <li class="decision">
      <p class="decision-meta">
        <span class="number">{decisionNumber(decision.number)}</span> {time.day(decision.decidedAt)}
        {decision.topic !== '' && ` · ${decision.topic}`} · {decision.accountable.name}
      </p>
      <p class="decision-text">{decision.text}</p>
      {decision.why !== '' && <p class="quiet">{decision.why}</p>}
      <p class="decision-told">
        {told === null ? (
          <>
            {decision.informed.length === 0
              ? 'Nobody needs to hear of it.'
              : `${listWords(decision.informed.map(({ name }) => name))} not told yet.`}{' '}
            {decision.informed.length > 0 && occurrence !== null && isHere && (
              <Button look="link" onPress={() => state.choose(occurrence)}>
                Go to the recap
              </Button>
            )}
          </>
        ) : (
          `Told ${listWords(told.to.map(({ name }) => name))} on ${time.day(told.sentAt ?? told.recordedAt)} at ${time.time(told.sentAt ?? told.recordedAt)}`
        )}
      </p>
    </li>
  );
}

import './decisions.css';

import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { addIcon } from '../parts/icons/icons';
import { lazily } from '../parts/Lazy';
import { LongRows } from '../parts/long/LongRows';
import { useLongList } from '../parts/long/long-list';
import { createConsultState } from '../state/decide/consult';
import type { PaneState } from '../state/pane';
import { DecisionForm } from './DecisionForm';
import { DecisionItem } from './DecisionItem';
import { decisionsWith } from './found';
import { Replies } from './Replies';

const Agreements = lazily(() => import('../agreements/Agreements').then((part) => part.Agreements), 'quiet');

const Topics = lazily(() => import('../topics/Topics').then((part) => part.Topics), 'quiet');

const SEARCH_FROM = 5;
/** Height of a decision, in px, before one was drawn. */
const ROW = 90;

/** What was decided or is about to be, newest first, who was heard, and who has been told. */
export function DecisionsTab({ state }: { readonly state: PaneState }) {
  const search = useSignal('');
  const consult = useMemo(() => createConsultState(state), [state]);
  const { view, now, zone } = state;
  const { decisions, recaps, lineage, loops } = view.value;
  useEffect(() => {
    void consult.load();
  }, [consult, decisions, recaps, lineage, loops]);
  const everywhere = useSignal(false);
  const elsewhere = consult.histories.value.length > consult.own.value.length;
  const all = everywhere.value ? consult.histories.value : consult.own.value;
  const wanted = search.value.trim().toLowerCase();
  const found = useMemo(
    () => decisionsWith(wanted, all, { now: now.peek(), zone: zone.peek(), numberOf: consult.numberOf }),
    [all, wanted],
  );
  const box = useRef<HTMLUListElement>(null);
  const list = useLongList(box, found.length, ROW);
  const { wanted: one } = state;
  useEffect(() => {
    const at = found.findIndex(({ decision }) => decision.id === one.value);
    if (at >= 0) list.reveal(at);
  }, [found, one.value]);
  const none = consult.ready.value && all.length === 0;
  return (
    <div class="decisions">
      <div class="head-row">
        <h1>Decisions</h1>
        <Button
          look={none ? 'primary' : 'outline'}
          icon={addIcon}
          expanded={state.deciding.value !== false}
          onPress={state.toggleDeciding}
        >
          Log decision
        </Button>
      </div>
      {state.deciding.value && (
        <div class="card">
          <DecisionForm state={state} occurrence={state.chosen.value?.key ?? null} />
        </div>
      )}
      <Replies state={state} histories={consult.histories.value} points={consult.points.value} />
      {all.length >= SEARCH_FROM && (
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
      {elsewhere && (
        <label class="check">
          <input
            type="checkbox"
            checked={everywhere.value}
            onChange={(changed) => {
              everywhere.value = changed.currentTarget.checked;
            }}
          />
          <span>All meetings</span>
        </label>
      )}
      {consult.topics.value.length > 0 && (
        <Topics state={state} topics={consult.topics.value} wanted={wanted} />
      )}
      {none && (
        <p class="quiet">
          No decision is written down here yet. What you write down goes into the next recap, for those who
          were not there.
        </p>
      )}
      {all.length > 0 && found.length === 0 && <p class="quiet">No decision matches.</p>}
      <ul
        class="decision-list"
        aria-label="Decisions"
        ref={box}
        onKeyDown={list.onKeyDown}
        onFocusIn={list.onFocusIn}
      >
        <LongRows
          list={list}
          of={found}
          room="li"
          row={(history, at) => (
            <DecisionItem
              key={history.decision.id}
              {...{ state, consult, history, at, of: found.length }}
              tabIndex={list.tabIndex(at)}
            />
          )}
        />
      </ul>
      {consult.ready.value && lineage !== null && <Agreements state={state} consult={consult} />}
    </div>
  );
}

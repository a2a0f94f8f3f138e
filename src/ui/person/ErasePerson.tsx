import '../parts/sure.css';

import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import { ROLE_WORDS, type RoleWord } from '../../domain/facts/entered/erasure';
import type { Person } from '../../domain/facts/things/person';
import { AlsoNamed } from '../parts/controls/AlsoNamed';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice, held } from '../parts/controls/inputs';
import { useLostFocus } from '../parts/controls/keep-focus';
import { LongWork } from '../parts/long/LongWork';
import type { ErasePlan } from '../port/keeper-actions';
import { createLongWork } from '../state/long-work';
import { leavePage } from '../state/page-over';
import type { PaneState } from '../state/pane';
import { alikeIn, BROWSER_KEEPS, eraseWords } from '../words/keep/erasing';

interface ErasePersonProps {
  readonly state: PaneState;
  readonly person: Person;
}

/** Taking somebody out of the log for good (9): first what it would do, in words, then the question. */
export function ErasePerson({ state, person }: ErasePersonProps) {
  const plan = useSignal<ErasePlan | null>(null);
  const ask = () =>
    state.attempt(async () => {
      plan.value = await (await state.actions.keeper()).planErasing(person);
    });
  if (plan.value === null) {
    return (
      <div class="actions">
        <Button look="link" small onPress={ask}>
          Erase {person.name} from this log…
        </Button>
      </div>
    );
  }
  return (
    <Asked
      state={state}
      person={person}
      plan={plan.value}
      onCancel={() => {
        plan.value = null;
      }}
    />
  );
}

interface AskedProps extends ErasePersonProps {
  readonly plan: ErasePlan;
  readonly onCancel: () => void;
}

function Asked({ state, person, plan, onCancel }: AskedProps) {
  const role = useSignal<RoleWord>('colleague');
  const alike = useMemo(() => alikeIn(plan.passages), [plan]);
  const changed = useSignal<ReadonlySet<string>>(
    new Set(alike.flatMap(({ form, shared }) => (shared ? [] : [form]))),
  );
  const busy = useSignal(false);
  const said = useSignal<string | null>(null);
  const work = useMemo(() => createLongWork(), []);
  const box = useRef<HTMLDivElement>(null);
  useLostFocus(box);
  const erase = async () => {
    busy.value = true;
    said.value = null;
    const done = await state.attempt(() =>
      work.follow({ doing: 'Erasing' }, async (watch) =>
        (await state.actions.keeper()).erase(person, role.value, [...changed.value], watch),
      ),
    );
    busy.value = false;
    if (done === false) said.value = 'Stopped: nothing was erased.';
    if (done === true) leavePage(state);
  };
  return (
    <div class="sure" role="group" aria-label={`Erase ${person.name}`} ref={box}>
      {eraseWords(person.name, plan).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <AlsoNamed whom={person.name} alike={alike} changed={changed} instead={role.value} />
      <p class="hint">{BROWSER_KEEPS}</p>
      {(plan.decisions > 0 || alike.length > 0) && (
        <Field label="In decisions, say instead" inline>
          <Choice of={ROLE_WORDS.map((word) => [word, word])} {...held(role)} />
        </Field>
      )}
      <div class="actions">
        <Button look="primary" busy={busy.value} onPress={erase}>
          Yes, erase {person.name}
        </Button>
        <Button disabled={busy.value} onPress={onCancel}>
          Cancel
        </Button>
      </div>
      <LongWork work={work} said={said.value} />
    </div>
  );
}

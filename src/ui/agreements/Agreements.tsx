import './agreements.css';

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { Agreement } from '../../domain/facts/decided/agreement';
import { isSamePerson } from '../../domain/facts/things/person';
import { Button } from '../parts/controls/Button';
import { useFirstFocus } from '../parts/controls/keep-focus';
import { addIcon } from '../parts/icons/icons';
import type { ConsultState } from '../state/decide/consult';
import type { PaneState } from '../state/pane';
import { AgreementCard } from './AgreementCard';
import { AgreementForm } from './AgreementForm';

/** The form that is open: a change, or a first proposal. */
interface Writing {
  readonly before: Agreement | null;
}

interface AgreementsProps {
  readonly state: PaneState;
  readonly consult: ConsultState;
}

/** What was agreed with each person about being asked, and what is only proposed. */
export function Agreements({ state, consult }: AgreementsProps) {
  const fresh = useSignal<string | null>(null);
  const views = consult.views.value;
  const people = views
    .map(({ agreement }) => agreement.person)
    .filter((person, at, all) => all.findIndex((other) => isSamePerson(other, person)) === at);
  const writing = useSignal<Writing | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useFirstFocus(form);
  return (
    <section class="agreements" aria-labelledby="agreements">
      <div class="head-row">
        <h2 id="agreements">Who wants to be asked</h2>
        {writing.value === null && (
          <Button
            small
            icon={addIcon}
            onPress={() => {
              writing.value = { before: null };
            }}
          >
            Propose an agreement
          </Button>
        )}
      </div>
      {people.length === 0 && writing.value === null && (
        <p class="quiet">
          Agree with somebody what they want to be asked about, and you are reminded before you save such a
          decision.
        </p>
      )}
      {writing.value !== null && (
        <div class="card" ref={form}>
          <AgreementForm
            state={state}
            before={writing.value.before}
            onSaved={(made) => {
              writing.value = null;
              fresh.value = made.id;
            }}
            onClose={() => {
              writing.value = null;
            }}
          />
        </div>
      )}
      <ul class="plain agreement-list" aria-label="Agreements">
        {people.map((person) => (
          <AgreementCard
            key={person.key}
            state={state}
            views={views.filter(({ agreement }) => isSamePerson(agreement.person, person))}
            fresh={fresh.value}
            onChange={(before) => {
              writing.value = { before };
            }}
          />
        ))}
      </ul>
    </section>
  );
}

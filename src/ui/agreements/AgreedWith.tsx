import './agreements.css';

import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { agreementViews } from '../../domain/agree/agreed';
import type { Agreement } from '../../domain/facts/decided/agreement';
import { isSamePerson } from '../../domain/facts/things/person';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { Button } from '../parts/controls/Button';
import { useFirstFocus } from '../parts/controls/keep-focus';
import { addIcon } from '../parts/icons/icons';
import type { PaneState } from '../state/pane';
import { firstNameOf } from '../words/names';
import { AgreementCard } from './AgreementCard';
import { AgreementForm } from './AgreementForm';

interface AgreedWithProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
}

/** What was agreed with one person about being asked; it counts in all meetings, and is kept with one of them. */
export function AgreedWith({ state, record: { person, agreements, lineages } }: AgreedWithProps) {
  const title = useId();
  const writing = useSignal<{ readonly before: Agreement | null } | null>(null);
  const fresh = useSignal<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useFirstFocus(form);
  const views = agreementViews(agreements, state.now.value).filter(({ agreement }) =>
    isSamePerson(agreement.person, person),
  );
  const series = views[0]?.agreement.series ?? lineages[0]?.series.at(-1);
  const close = () => {
    writing.value = null;
  };
  return (
    <section class="agreed-with" aria-labelledby={title}>
      <h2 id={title}>What was agreed about being asked</h2>
      {views.length === 0 && writing.value === null && (
        <p class="quiet">
          Nothing so far. Agree with {firstNameOf(person)} what they want to be asked about, and you are
          reminded before you save such a decision.
        </p>
      )}
      {views.length > 0 && (
        <ul class="plain agreement-list">
          <AgreementCard
            state={state}
            views={views}
            fresh={fresh.value}
            isOnTheirPage
            onChange={(before) => {
              writing.value = { before };
            }}
          />
        </ul>
      )}
      {writing.value !== null && (
        <div class="card" ref={form}>
          <AgreementForm
            {...{ state, person }}
            before={writing.value.before}
            {...(series === undefined ? {} : { series })}
            onSaved={(made) => {
              close();
              fresh.value = made.id;
            }}
            onClose={close}
          />
        </div>
      )}
      {views.length === 0 && writing.value === null && series !== undefined && (
        <div class="actions">
          <Button
            small
            icon={addIcon}
            onPress={() => {
              writing.value = { before: null };
            }}
          >
            Propose an agreement
          </Button>
        </div>
      )}
    </section>
  );
}

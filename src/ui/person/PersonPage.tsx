import './person-page.css';

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { AgreedWith } from '../agreements/AgreedWith';
import { NextConversation } from '../letters/NextConversation';
import { Button } from '../parts/controls/Button';
import { usePersonRecord } from '../state/lookups/person-record';
import { leavePage } from '../state/page-over';
import type { PaneState } from '../state/pane';
import { ERASED_WORDS } from '../words/decide/person-page';
import { nameOf } from '../words/names';
import { CatchUp } from './CatchUp';
import { ErasePerson } from './ErasePerson';
import { OpenBetween } from './OpenBetween';
import { PromisesBetween } from './PromisesBetween';
import { SharedMeetings } from './SharedMeetings';

interface PersonPageProps {
  readonly state: PaneState;
  readonly person: Person;
}

/** One person over all meetings: what they have not heard, what is open, what was agreed, what to write, the record. */
export function PersonPage({ state, person }: PersonPageProps) {
  const erased = useSignal(false);
  const record = usePersonRecord(state, person, () => {
    erased.value = true;
  });
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Not before this page is there: what is hidden lets go of the focus.
    const below = box.current?.nextElementSibling;
    below?.toggleAttribute('hidden', true);
    scrollTo({ top: 0 });
    box.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => below?.toggleAttribute('hidden', false);
  }, []);
  return (
    <section class="person-page" aria-label={erased.value ? 'Page closed' : nameOf(person)} ref={box}>
      <div class="actions">
        <Button look="subtle" small onPress={() => leavePage(state)}>
          Back
        </Button>
      </div>
      {erased.value ? (
        <p role="status">{ERASED_WORDS}</p>
      ) : (
        <>
          <h1>{nameOf(person)}</h1>
          {record === null ? (
            <div class="skeleton" role="progressbar" aria-label="Loading" />
          ) : (
            <Parts state={state} record={record} />
          )}
        </>
      )}
    </section>
  );
}

function Parts({ state, record }: { readonly state: PaneState; readonly record: PersonRecord }) {
  const { owner } = state.view.value;
  if (owner === null || isSamePerson(record.person, owner)) {
    return <SharedMeetings state={state} record={record} isOwner />;
  }
  return (
    <>
      <CatchUp state={state} owner={owner} record={record} />
      <OpenBetween state={state} owner={owner} record={record} />
      <PromisesBetween state={state} record={record} />
      <AgreedWith state={state} record={record} />
      <NextConversation state={state} record={record} />
      <SharedMeetings state={state} record={record} isOwner={false} />
      <ErasePerson state={state} person={record.person} />
    </>
  );
}

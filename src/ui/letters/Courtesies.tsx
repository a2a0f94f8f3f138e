import './letters.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

import { peopleToTell } from '../../domain/facts/entered/gesture';
import { isSamePerson } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { organizes } from '../../domain/tell/occasions';
import { reinvitationsOf } from '../../domain/tell/reinvitation';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';
import { nameOf, namesOf } from '../words/names';

const InviteAgain = lazily(() => import('./InviteAgain').then((part) => part.InviteAgain));
const RecordNote = lazily(() => import('./RecordNote').then((part) => part.RecordNote));

interface CourtesiesProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** Of more than these two are named, and the others counted. */
const NAMED = 3;

/** What would be kind to do now: offered once, in a line, and gone with "Not now". At most one at a time. */
export function Courtesies({ state, lineage }: CourtesiesProps) {
  const { owner, gestures = [], storage } = state.view.value;
  if (owner === null || lineage.stopped || storage === 'memory') return null;
  const others = lineage.people.filter((one) => !isSamePerson(one, owner));
  const [again] = reinvitationsOf(lineage, gestures, owner.zone, state.now.value);
  if (again !== undefined) {
    const { person } = again;
    const isTheirs = organizes(lineage, person);
    return (
      <Offer
        state={state}
        key={`again-${person.key}`}
        words={
          isTheirs
            ? `A kind word to ${nameOf(person)}? Another time, or something shorter, may suit better.`
            : `A kind word to ${nameOf(person)}? The invitation still stands, and something shorter may suit better.`
        }
        label={isTheirs ? 'Offer a time' : 'Invite again'}
        onNotNow={async () =>
          (await state.actions.letters()).note(lineage.id, 'invited-again', [person], false)
        }
      >
        {(onDone) => <InviteAgain state={state} lineage={lineage} person={person} onDone={onDone} />}
      </Offer>
    );
  }
  const untold = peopleToTell(others, gestures, state.now.value);
  if (untold.length === 0) return null;
  return (
    <Offer
      state={state}
      key="told"
      words={`${namesOf(untold, NAMED)} may want to know that you keep this log. A short note is ready.`}
      label="See the note"
      onNotNow={async () => (await state.actions.letters()).note(lineage.id, 'told-of-record', untold, false)}
    >
      {(onDone) => <RecordNote state={state} lineage={lineage} people={untold} onDone={onDone} />}
    </Offer>
  );
}

interface OfferProps {
  readonly state: PaneState;
  readonly words: string;
  readonly label: string;
  readonly onNotNow: () => Promise<unknown>;
  readonly children: (onDone: () => void) => ComponentChildren;
}

function Offer({ state, words, label, onNotNow, children }: OfferProps) {
  const open = useSignal(false);
  return (
    <section class="courtesy" aria-label={label}>
      <p class="hint">{words}</p>
      {open.value ? (
        children(() => {
          open.value = false;
        })
      ) : (
        <div class="actions">
          <Button
            small
            onPress={() => {
              open.value = true;
            }}
          >
            {label}
          </Button>
          <Button look="subtle" small onPress={() => state.attempt(onNotNow)}>
            Not now
          </Button>
        </div>
      )}
    </section>
  );
}

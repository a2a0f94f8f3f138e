import './decision-form.css';

import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { decisionName } from '../../domain/facts/decided/decision';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import { sourceWords } from '../../formats/text/quoted-words';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { Choice, TextBox, TextLine } from '../parts/controls/inputs';
import { useFirstFocus } from '../parts/controls/keep-focus';
import { Icon } from '../parts/icons/Icon';
import { checkCircleIcon } from '../parts/icons/more-icons';
import { lazily } from '../parts/Lazy';
import { createDecisionState, type DecisionState } from '../state/decide/decisions';
import type { PaneState } from '../state/pane';
import { DECISION_FAULT_WORDS, faultWords } from '../words/decide/decision-faults';
import { LEVEL_WORDS } from '../words/decide/decisions';
import { byName, nameOf } from '../words/names';
import { AskedFirst } from './ask/AskedFirst';
import { HeardFirst } from './ask/HeardFirst';
import { MoreFields } from './MoreFields';
import { People } from './People';
import { Touches } from './Touches';

const FromNotes = lazily(() => import('./notes/FromNotes').then((part) => part.FromNotes));
const AskForm = lazily(() => import('./ask/AskForm').then((part) => part.AskForm));

interface DecisionFormProps {
  readonly state: PaneState;
  readonly occurrence: OccurrenceKey | null;
}

/** A decision as it is written down, by hand or from what notes say. */
export function DecisionForm({ state, occurrence }: DecisionFormProps) {
  const form = useMemo(() => createDecisionState(state, occurrence), [occurrence]);
  const notes = useSignal(state.deciding.peek() === 'from-notes');
  const taken = useSignal(0);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    state.deciding.value = false;
  };
  // What was taken over stands in the form, which may have come just now: there one goes on.
  // Opened, the sentence is what one goes on with, and all of the form is in sight where it fits.
  useLayoutEffect(() => {
    // Begun from notes, they are what one gives first.
    if (notes.peek() && taken.peek() === 0) return;
    box.current?.querySelector<HTMLElement>('form textarea')?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [taken.value]);
  return (
    <div class="decision-writing" ref={box}>
      <Button
        look="link"
        expanded={notes.value}
        onPress={() => {
          notes.value = !notes.value;
        }}
      >
        From notes or transcript
      </Button>
      {notes.value && (
        <FromNotes
          state={state}
          form={form}
          onTaken={() => {
            taken.value += 1;
          }}
        />
      )}
      {form.saved.value === null ? (
        <Writing state={state} form={form} onClose={close} />
      ) : (
        <Saved state={state} form={form} onClose={close} />
      )}
    </div>
  );
}

/** What, why, who and about what, in under a minute; the rest behind "More". */
function Writing({ state, form, onClose }: FormPartProps) {
  const draft = form.draft.value;
  const fault = faultWords(form.faults.value, DECISION_FAULT_WORDS);
  return (
    <Form onSave={() => form.save()}>
      <Field label="Decision" fault={fault('text-missing', 'text-too-long')}>
        <TextBox value={draft.text} onSet={(text) => form.change({ text })} />
      </Field>
      <FoundIn form={form} />
      <Touches form={form} />
      <Field label="Why" optional fault={fault('why-too-long')}>
        <TextBox value={draft.why} onSet={(why) => form.change({ why })} />
      </Field>
      <div class="two">
        <Field label="Owner" fault={fault('accountable-missing')}>
          <Choice
            of={[['', 'Choose…'], ...byName(withOwner(form.people.value, draft.accountable))]}
            value={draft.accountable?.key ?? ''}
            onSet={(key) =>
              form.change({ accountable: form.people.peek().find((one) => one.key === key) ?? null })
            }
          />
        </Field>
        <Topic form={form} fault={fault('topic-too-long', 'topic-empty')} />
      </div>
      {form.agreed.value.length > 0 && (
        <p class="hint">
          {form.agreed.value.map(({ person, level }) => `${nameOf(person)}: ${LEVEL_WORDS[level]}. `)}
        </p>
      )}
      <Field label="Made in">
        <Choice of={form.occasions.value} value={draft.occurrence ?? ''} onSet={form.place} />
      </Field>
      <People
        legend="Who should hear"
        people={form.others}
        elsewhere={form.elsewhere.value}
        chosen={draft.informed}
        onChoose={(informed) => form.change({ informed })}
      />
      <MoreFields form={form} fault={fault} />
      {form.asksWho.value && <HeardFirst form={form} />}
      {form.concerns.value.length > 0 ? (
        <AskedFirst state={state} form={form} />
      ) : (
        <FormActions save="Save decision" busy={form.busy.value} leave="Close" onLeave={onClose} />
      )}
    </Form>
  );
}

/** Of which words of notes or a transcript it is made, and the way to say that it is not. */
function FoundIn({ form }: PartProps) {
  const { quoted, text } = form.draft.value;
  if (quoted === undefined) return null;
  return (
    <p class="hint">
      Found in {sourceWords(quoted, text)}.{' '}
      <Button look="link" onPress={form.takeSourceOff}>
        Take the source off
      </Button>
    </p>
  );
}

/** Somebody who left the meeting since it was typed stays as typed. */
const withOwner = (people: readonly Person[], owner: Person | null): readonly Person[] =>
  owner === null || people.some(({ key }) => key === owner.key) ? people : [...people, owner];

interface PartProps {
  readonly form: DecisionState;
}

interface FormPartProps extends PartProps {
  readonly state: PaneState;
  readonly onClose: () => void;
}

function Saved({ state, form, onClose }: FormPartProps) {
  const decision = form.saved.value;
  const asking = form.asking.value;
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  if (decision === null) return null;
  return (
    <div class="form" ref={box}>
      <p class="saved" role="status">
        <Icon of={checkCircleIcon} /> {decisionName(decision)} is in the log
        {decision.proposed === true ? ', not decided yet.' : '.'}
      </p>
      {decision.proposed === true && asking !== null ? (
        <AskForm
          state={state}
          decision={decision}
          person={asking}
          onDone={() => form.askNext() || onClose()}
        />
      ) : (
        <div class="actions">
          <Button small onPress={form.again}>
            Log another
          </Button>
          <Button look="subtle" small onPress={onClose}>
            Close
          </Button>
        </div>
      )}
    </div>
  );
}

/** Topics used before and topics somebody agreed on are offered; a new one is simply typed. */
function Topic({ form, fault }: PartProps & { readonly fault: string | undefined }) {
  const list = useId();
  return (
    <div class="topic">
      <Field label="Topic" optional fault={fault}>
        <TextLine list={list} value={form.draft.value.topic} onSet={(topic) => form.change({ topic })} />
      </Field>
      <datalist id={list}>
        {form.topics.value.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
    </div>
  );
}

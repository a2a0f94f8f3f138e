import './ask-form.css';

import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { Decision } from '../../../domain/facts/decided/decision';
import type { Person } from '../../../domain/facts/things/person';
import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import { Fault } from '../../parts/controls/Form';
import { TextLine } from '../../parts/controls/inputs';
import { useFirstFocus } from '../../parts/controls/keep-focus';
import { type AskingState, createAskingState } from '../../state/decide/asking';
import type { PaneState } from '../../state/pane';
import { offWords } from '../../words/decide/days-off';
import { ASK_FAULT_WORDS, faultWords } from '../../words/decide/decision-faults';
import { assumedWords, bothTimes } from '../../words/decide/decisions';
import { firstNameOf } from '../../words/names';
import { AskMail } from './AskMail';

interface AskFormProps {
  readonly state: PaneState;
  readonly decision: Decision;
  readonly person: Person;
  readonly onDone: () => void;
}

/** Asking before deciding: until when, by their calendar, and the mail in full, free to be changed. */
export function AskForm({ state, decision, person, onDone }: AskFormProps) {
  const asking = useMemo(() => createAskingState(state, decision, person), [decision.id, person.key]);
  useEffect(() => {
    void asking.load();
  }, [asking]);
  const { lineage, decisions } = state.view.value;
  useEffect(() => {
    void asking.again();
  }, [asking, lineage, decisions]);
  const name = firstNameOf(person);
  const end = asking.end.value;
  const box = useRef<HTMLElement>(null);
  // What is pressed goes away with what it does: the keyboard goes on where the next thing is.
  useFirstFocus(box, `${end} ${asking.undoable.value}`);
  if (end !== null && end !== 'taken-back') {
    return (
      <section class="ask-form" ref={box} aria-label={`Ask ${name}`}>
        <p role="status">{endWords(end, name)}</p>
        <div class="actions">
          <Button small onPress={onDone}>
            Close
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section class="ask-form" ref={box} aria-label={`Ask ${name}`}>
      <h2>Ask {name}</h2>
      <Until state={state} asking={asking} name={name} />
      {asking.request.value !== null && (
        <AskMail state={state} asking={asking} name={name} onClose={onDone} />
      )}
    </section>
  );
}

function endWords(end: Exclude<AskingState['end']['value'], null | 'taken-back'>, name: string): string {
  switch (end) {
    case 'sent':
      return `${name} was asked. The answer can be recorded with the decision.`;
    case 'unverified':
      return `Handed to Outlook for ${name}; whether it went could not be looked up.`;
    case 'noted':
      return `Noted: ${name} was asked.`;
    case 'already-sent':
      return `${name} is already asked, and the time is not over.`;
    case 'unknown':
      return `The mail to ${name} was on its way when the connection broke. It may have gone; nothing is sent again unless you say so.`;
  }
}

interface PartProps {
  readonly asking: AskingState;
  readonly name: string;
}

function Until({ state, asking, name }: PartProps & { readonly state: PaneState }) {
  const { workingDays, zone, answerBy } = asking.typed.value;
  const request = asking.request.value;
  const fault = faultWords(asking.faults.value, ASK_FAULT_WORDS);
  const own = answerBy !== null;
  return (
    <>
      <div class="two roomy">
        {own ? (
          <Field label="Answer by" fault={fault('deadline-past', 'deadline-unknown')}>
            <TextLine
              type="datetime-local"
              value={answerBy}
              onSet={(by) => asking.change({ answerBy: by })}
            />
          </Field>
        ) : (
          <Field
            label="Working days to answer"
            fault={fault('days-out-of-range', 'deadline-unknown', 'deadline-past')}
          >
            <TextLine
              type="number"
              min={1}
              max={30}
              value={workingDays}
              onSet={(days) => asking.change({ workingDays: days })}
            />
          </Field>
        )}
        <Field label={`${name}’s time zone`} optional fault={fault('zone-unknown')}>
          <TextLine
            placeholder={request?.zone ?? ''}
            value={zone}
            onSet={(theirs) => asking.change({ zone: theirs })}
          />
        </Field>
      </div>
      <Fault>{fault('no-address', 'asked-twice')}</Fault>
      {request !== null && asking.faults.value.length === 0 && (
        <p class="until" role="status">
          Answer by {bothTimes(request.deadline, request.zone, state.zone.value)}.{' '}
          <span class="quiet">
            {offWords(request.off, name)} {assumedWords(request.assumed)}
          </span>
        </p>
      )}
      <p class="hint">
        <Button look="link" onPress={() => asking.change({ answerBy: own ? null : '' })}>
          {own ? 'Count working days' : 'Choose a day and time'}
        </Button>
      </p>
    </>
  );
}

import { type Signal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import {
  OUTCOMES,
  type Outcome,
  PERSON_OUTCOMES,
  type PersonOutcome,
} from '../../../domain/facts/things/outcomes';
import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { Field } from '../../parts/controls/Field';
import { Form, FormActions } from '../../parts/controls/Form';
import { Choice, type Choices, held, TextBox } from '../../parts/controls/inputs';
import type { SayingAgainst } from '../../state/check-in/changes';
import type { PaneState } from '../../state/pane';
import { byName } from '../../words/names';
import { OUTCOME_NAMES, PERSON_OUTCOME_NAMES } from '../../words/outcome-names';

interface ReasonFormProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly kind: SayingAgainst;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
}

const HINTS: Readonly<Record<SayingAgainst, string>> = {
  Correct: 'What the evidence says stays visible beside it.',
  Dispute: 'The row stays, marked as disputed, and is not counted.',
  'Add a note': 'A note stands beside the record and does not change it.',
};

/** Saying otherwise, always with a reason: a new entry, and the earlier state stays visible. */
export function ReasonForm({ state, occurrence, kind, onSaved, onLeave }: ReasonFormProps) {
  const form = useMemo(
    () => ({
      reason: signal(''),
      who: signal(''),
      outcome: signal(''),
      missing: signal(false),
      busy: signal(false),
      asked: signal(false),
    }),
    [],
  );
  const save = async () => {
    const reason = form.reason.value.trim();
    form.missing.value = reason === '';
    if (reason === '' || form.busy.value) return;
    form.busy.value = true;
    const saved = await state.attempt(async () => {
      state.choose(occurrence.key);
      await record(state, occurrence, kind, {
        reason,
        who: form.who.value,
        outcome: form.outcome.value,
        asked: form.asked.value,
      });
      return true;
    });
    form.busy.value = false;
    if (saved) onSaved();
  };
  const others = occurrence.people.filter(({ role }) => role !== 'resource');
  return (
    <Form onSave={save}>
      {kind !== 'Dispute' && (
        <Field label={kind === 'Correct' ? 'About' : 'Whose words'}>
          <Choice
            of={[
              ['', kind === 'Correct' ? 'The whole meeting' : 'Mine'],
              ...byName(
                others.filter(({ isOwner }) => kind === 'Correct' || !isOwner).map(({ person }) => person),
              ),
            ]}
            value={form.who.value}
            onSet={(who) => {
              form.who.value = who;
              form.outcome.value = '';
            }}
          />
        </Field>
      )}
      {kind === 'Correct' && <OutcomeField chosen={form.outcome} ofPerson={form.who.value !== ''} />}
      {kind === 'Correct' && form.who.value === '' && occurrence.changedBy !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={form.asked.value}
            onChange={(changed) => {
              form.asked.value = changed.currentTarget.checked;
            }}
          />
          <span>I asked for this change</span>
        </label>
      )}
      <Field
        label="Reason"
        hint={HINTS[kind]}
        fault={form.missing.value ? 'Please give a reason.' : undefined}
      >
        <TextBox {...held(form.reason)} />
      </Field>
      <FormActions save="Save" busy={form.busy.value} onLeave={onLeave} />
    </Form>
  );
}

/** Outcomes nobody can say by hand: they follow from the calendar. */
const NOT_BY_HAND: readonly Outcome[] = ['upcoming', 'superseded', 'excluded-paused'];

interface OutcomeFieldProps {
  readonly chosen: Signal<string>;
  readonly ofPerson: boolean;
}

function OutcomeField({ chosen, ofPerson }: OutcomeFieldProps) {
  const named: Choices<string> = ofPerson
    ? PERSON_OUTCOMES.map((outcome) => [outcome, PERSON_OUTCOME_NAMES[outcome]])
    : OUTCOMES.filter((outcome) => !NOT_BY_HAND.includes(outcome)).map((outcome) => [
        outcome,
        OUTCOME_NAMES[outcome],
      ]);
  return (
    <Field label="Outcome">
      <Choice of={[['', 'As it stands'], ...named]} {...held(chosen)} />
    </Field>
  );
}

interface Said {
  readonly reason: string;
  readonly who: string;
  readonly outcome: string;
  /** 5.5: it was the owner who asked for the change. */
  readonly asked: boolean;
}

function record(
  { actions }: PaneState,
  { key }: JudgedOccurrence,
  kind: SayingAgainst,
  { reason, who, outcome, asked }: Said,
): Promise<void> {
  if (kind === 'Dispute') return actions.dispute(key, reason);
  if (kind === 'Add a note') return actions.annotate(key, reason, who === '' ? null : who);
  if (who === '') {
    const corrected = outcome === '' ? {} : { outcome: outcome as Outcome };
    return actions.correct(key, { reason, ...corrected, ...(asked && { changedByOwner: true }) });
  }
  return outcome === ''
    ? actions.correct(key, { reason })
    : actions.correct(key, { reason, person: who, personOutcome: outcome as PersonOutcome });
}

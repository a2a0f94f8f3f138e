import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { TopicFault } from '../../domain/facts/decided/topic-step';
import type { ThreadRecord } from '../../domain/tell/thread/thread-record';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { Choice, TextLine } from '../parts/controls/inputs';
import { useFirstFocus } from '../parts/controls/keep-focus';
import { undoIcon } from '../parts/icons/icons';
import type { PaneState } from '../state/pane';
import { createSaving } from '../state/saving';
import { faultWords } from '../words/decide/decision-faults';
import { TOPIC_FAULT_WORDS, topicStepWords } from '../words/decide/topics';

interface TopicChangesProps {
  readonly state: PaneState;
  readonly record: ThreadRecord;
}

/** What a topic is called, with which it is one, and whether it is still suggested; each step can be taken back. */
export function TopicChanges({ state, record }: TopicChangesProps) {
  const { topic, steps } = record;
  const opened = useSignal<'rename' | 'join' | null>(null);
  const close = () => {
    opened.value = null;
  };
  const closeTopic = () => state.attempt(async () => (await state.actions.consult()).closeTopic(topic.name));
  return (
    <div class="topic-changes">
      {opened.value === null && (
        <div class="actions">
          <Button
            small
            onPress={() => {
              opened.value = 'rename';
            }}
          >
            Rename
          </Button>
          {record.others.length > 0 && (
            <Button
              small
              onPress={() => {
                opened.value = 'join';
              }}
            >
              Join with…
            </Button>
          )}
          {topic.closed === null && (
            <Button small onPress={closeTopic}>
              Close
            </Button>
          )}
        </div>
      )}
      {opened.value === 'rename' && <Rename state={state} record={record} onDone={close} />}
      {opened.value === 'join' && <Join state={state} record={record} onDone={close} />}
      {steps.length > 0 && (
        <ul class="plain topic-steps" aria-label="What became of the topic" role="log">
          {steps.map((step) => (
            <li key={step.id}>
              {topicStepWords(step, state.time.value)}{' '}
              <Button
                look="link"
                icon={undoIcon}
                label={`Undo: ${topicStepWords(step, state.time.value)}`}
                onPress={() => state.attempt(() => state.actions.undo(step.id))}
              >
                Undo
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChangeProps extends TopicChangesProps {
  readonly onDone: () => void;
}

function Rename({ state, record: { topic }, onDone }: ChangeProps) {
  const name = useSignal(topic.name);
  const saving = useSaving(state);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const fault = faultWords(saving.faults.value, TOPIC_FAULT_WORDS);
  return (
    <div ref={box}>
      <Form
        name="Rename"
        onSave={() =>
          saving.save(
            async () => (await state.actions.consult()).renameTopic(topic.name, name.peek()),
            onDone,
          )
        }
      >
        <Field label="New name" fault={fault('topic-missing', 'topic-too-long', 'topic-same', 'topic-taken')}>
          <TextLine
            value={name.value}
            onSet={(typed) => {
              name.value = typed;
            }}
          />
        </Field>
        <FormActions save="Rename" busy={saving.busy.value} onLeave={onDone} />
      </Form>
    </div>
  );
}

const useSaving = (state: PaneState) => useSignal(createSaving<TopicFault>(state)).peek();

function Join({ state, record: { topic, others }, onDone }: ChangeProps) {
  const other = useSignal(others[0]?.name ?? '');
  const busy = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const join = async () => {
    if (busy.peek()) return;
    busy.value = true;
    const done = await state.attempt(async () =>
      (await state.actions.consult()).joinTopics(topic.name, other.peek()),
    );
    busy.value = false;
    if (done !== null) onDone();
  };
  return (
    <div ref={box}>
      <Form name="Join" onSave={join}>
        <Field label="Join with">
          <Choice
            of={others.map(({ name }) => [name, name] as const)}
            value={other.value}
            onSet={(name) => {
              other.value = name;
            }}
          />
        </Field>
        <p class="hint">
          Both become one topic, called “{other.value}”. Where both have an agreed level, the stricter one
          counts.
        </p>
        <FormActions save="Join" busy={busy.value} onLeave={onDone} />
      </Form>
    </div>
  );
}

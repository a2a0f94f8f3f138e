import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';

import type { Topic } from '../../../domain/agree/topics';
import { topicKey } from '../../../domain/facts/decided/agreement';
import { TOPIC_MAX } from '../../../domain/facts/decided/decision';
import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import { Form, FormActions } from '../../parts/controls/Form';
import { TextLine } from '../../parts/controls/inputs';
import { useFirstFocus, useFocusWithin } from '../../parts/controls/keep-focus';
import { TopicName } from '../../parts/TopicName';
import { useKnownTopics } from '../../state/lookups/known-topics';
import { TOPIC_FAULT_WORDS } from '../../words/decide/topics';
import type { AboutMeeting } from '../about';

/** What a single meeting is about (10.1): it stands in the thread of that topic, and what is made in it begins with it. */
export function MeetingTopic({ state, lineage }: AboutMeeting) {
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  useFocusWithin(box, open.value);
  const topics = useKnownTopics(state);
  const { topic: given = '' } = lineage.rules;
  const key = topicKey(given);
  // Renamed since, it is called as it is called now.
  const topic = topics.find(({ names }) => names.some((name) => topicKey(name) === key))?.name ?? given;
  const close = () => {
    open.value = false;
  };
  return (
    <div ref={box} class="meeting-topic">
      {open.value ? (
        <TopicForm {...{ state, lineage, topic, topics }} onDone={close} />
      ) : (
        <p class="actions">
          {topic !== '' && (
            <span>
              Topic: <TopicName state={state} topic={topic} />
            </span>
          )}
          <Button
            look="subtle"
            small
            onPress={() => {
              open.value = true;
            }}
          >
            {topic === '' ? 'Give it a topic' : 'Change the topic'}
          </Button>
        </p>
      )}
    </div>
  );
}

interface TopicFormProps extends AboutMeeting {
  readonly topic: string;
  readonly topics: readonly Topic[];
  readonly onDone: () => void;
}

function TopicForm({ state, lineage, topic: given, topics, onDone }: TopicFormProps) {
  const typed = useSignal(given);
  const fault = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const save = async () => {
    const topic = typed.peek().trim();
    fault.value = faultOf(topic);
    if (fault.value !== undefined || busy.peek()) return;
    busy.value = true;
    const saved = await state.attempt(() => state.actions.setRules(lineage.id, { topic }).then(() => true));
    busy.value = false;
    if (saved !== null) onDone();
  };
  return (
    <div ref={box}>
      <Form name="Topic of this meeting" onSave={save}>
        <Field label="Topic" optional fault={fault.value}>
          <TextLine
            list={list}
            value={typed.value}
            onSet={(topic) => {
              typed.value = topic;
            }}
          />
        </Field>
        <datalist id={list}>
          {topics
            .filter(({ closed }) => closed === null)
            .map(({ key, name }) => (
              <option key={key} value={name} />
            ))}
        </datalist>
        <FormActions save="Save topic" busy={busy.value} leave="Close" onLeave={onDone} />
      </Form>
    </div>
  );
}

/** Nothing typed takes the topic off. */
function faultOf(topic: string): string | undefined {
  if (topic.length > TOPIC_MAX) return TOPIC_FAULT_WORDS['topic-too-long'];
  return topic !== '' && topicKey(topic) === '' ? TOPIC_FAULT_WORDS['topic-missing'] : undefined;
}

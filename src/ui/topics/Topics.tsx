import './topics.css';

import { useSignal } from '@preact/signals';

import type { Topic } from '../../domain/agree/topics';
import { Button } from '../parts/controls/Button';
import { Fold } from '../parts/controls/Fold';
import { TopicName } from '../parts/TopicName';
import type { PaneState } from '../state/pane';
import { carriedWords } from '../words/decide/topics';

interface TopicsProps {
  readonly state: PaneState;
  readonly topics: readonly Topic[];
  /** What is searched for, in small letters: a topic is found by any of its names. */
  readonly wanted: string;
}

const SHOWN = 6;

/** What it is all about: open topics, and below them those that were closed. */
export function Topics({ state, topics, wanted }: TopicsProps) {
  const all = useSignal(false);
  const found = topics.filter(({ name, names }) =>
    [name, ...names].some((one) => one.toLowerCase().includes(wanted)),
  );
  const open = found.filter(({ closed }) => closed === null);
  const closed = found.filter((one) => one.closed !== null);
  if (found.length === 0) return null;
  const shown = all.value || wanted !== '' ? open : open.slice(0, SHOWN);
  return (
    <section class="topics-of-log" aria-labelledby="topics-of-log">
      <h2 id="topics-of-log">Topics</h2>
      {open.length > 0 && <Rows state={state} topics={shown} label="Topics" />}
      {open.length > shown.length && (
        <Button
          look="link"
          onPress={() => {
            all.value = true;
          }}
        >
          All {open.length} topics
        </Button>
      )}
      {closed.length > 0 && (
        <Fold name={`Closed (${closed.length})`}>
          <Rows state={state} topics={closed} label="Closed topics" />
        </Fold>
      )}
    </section>
  );
}

const Rows = ({
  state,
  topics,
  label,
}: Pick<TopicsProps, 'state' | 'topics'> & { readonly label: string }) => (
  <ul class="plain" aria-label={label}>
    {topics.map((topic) => (
      <li key={topic.key}>
        <TopicName state={state} topic={topic.name} /> <span class="quiet">{carriedWords(topic)}</span>
      </li>
    ))}
  </ul>
);

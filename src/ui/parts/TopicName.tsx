import { openTopic } from '../state/page-over';
import type { PaneState } from '../state/pane';

interface TopicNameProps {
  readonly state: PaneState;
  readonly topic: string;
  /** -1 where Tab has one stop for a whole list of them. */
  readonly tabIndex?: 0 | -1 | undefined;
}

/** A topic's name, wherever it stands among decisions, opens its thread. */
export const TopicName = ({ state, topic, tabIndex }: TopicNameProps) => (
  <button
    type="button"
    class="btn link"
    data-page={`topic ${topic}`}
    tabIndex={tabIndex}
    onClick={({ currentTarget }) => openTopic(state, topic, currentTarget)}
  >
    {topic}
  </button>
);

import { PersonPage } from '../person/PersonPage';
import type { PaneState, Regarded } from '../state/pane';
import { TopicPage } from './TopicPage';

/** The page that stands over the screen: a person's, or a topic's. */
export const RegardedPage = ({
  state,
  regarded,
}: {
  readonly state: PaneState;
  readonly regarded: Regarded;
}) =>
  'topic' in regarded ? (
    <TopicPage state={state} topic={regarded.topic} />
  ) : (
    <PersonPage state={state} person={regarded} />
  );

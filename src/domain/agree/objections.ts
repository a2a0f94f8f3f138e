import type { Answer } from '../facts/decided/consulting';
import { isSamePerson } from '../facts/things/person';
import type { DecisionHistory } from './decision-history';

/**
 * Who sees a problem or wants to talk, until they say ok, or it is decided again, superseded or on hold (14.1 (2)); of each
 * person the latest word.
 */
export function openObjections({ events }: Pick<DecisionHistory, 'events'>): readonly Answer[] {
  let open: readonly Answer[] = [];
  for (const event of events) {
    if (event.kind === 'input-request') continue;
    if (event.kind === 'decision-step') {
      if (event.step !== 'reopened') open = [];
      continue;
    }
    const others = open.filter(({ person }) => !isSamePerson(person, event.person));
    open = event.said === 'ok' ? others : [...others, event];
  }
  return open;
}

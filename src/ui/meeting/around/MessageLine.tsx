import './message-line.css';

import type { PaneState } from '../../state/pane';
import { messageWords } from '../../words/keep/message';

/** Above the meeting: what the message did that is open in Outlook. */
export function MessageLine({ state }: { readonly state: PaneState }) {
  const { message, situation } = state.view.value;
  const { kind } = situation;
  const known = kind === 'kept' || kind === 'new-series' || kind === 'not-recurring';
  if (message === undefined || message === null || !known) return null;
  return (
    <p class="message-line" role="note" aria-label="This message">
      {messageWords(message, state.time.value)}
    </p>
  );
}

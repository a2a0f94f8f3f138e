import './message-line.css';

import type { PaneState } from '../../state/pane';
import { doubtedMessageWords, messageWords } from '../../words/keep/message';

/** Above the meeting: what the message did that is open in Outlook. */
export function MessageLine({ state }: { readonly state: PaneState }) {
  const { message, situation } = state.view.value;
  const { kind } = situation;
  const known = kind === 'kept' || kind === 'new-series' || kind === 'not-recurring';
  if (message === undefined || message === null || !known) return null;
  // What does not count yet did nothing so far, whatever it says of itself.
  const doubted = state.occurrences.value
    .flatMap(({ reasons }) => reasons)
    .find(({ what, fact }) => what === 'mail-doubted' && fact === `mail:${message.id}`);
  return (
    <p class="message-line" role="note" aria-label="This message">
      {doubted === undefined ? messageWords(message, state.time.value) : doubtedMessageWords(doubted)}
    </p>
  );
}

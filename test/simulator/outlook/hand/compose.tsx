import { compose } from '../host-model';
import { sendComposed } from './acts';
import { Body } from './body';

/** The window in which a message is written that the pane prepared. */
export function Compose() {
  const message = compose.value;
  if (message === null) return null;
  return (
    <section class="compose" role="dialog" aria-label="New message">
      <header>
        <strong>New message</strong>
      </header>
      <dl>
        <dt>To</dt>
        <dd>{message.to.join('; ')}</dd>
        {message.cc.length > 0 ? (
          <>
            <dt>Cc</dt>
            <dd>{message.cc.join('; ')}</dd>
          </>
        ) : null}
        <dt>Subject</dt>
        <dd>{message.subject}</dd>
      </dl>
      {message.words === undefined ? (
        <Body html={message.html} />
      ) : (
        <textarea
          aria-label="Message text"
          rows={6}
          value={message.words}
          onInput={({ currentTarget }) => {
            compose.value = { ...message, words: currentTarget.value };
          }}
        />
      )}
      <footer>
        <button type="button" class="primary" onClick={() => void sendComposed()}>
          Send
        </button>
        <button
          type="button"
          onClick={() => {
            compose.value = null;
          }}
        >
          Close
        </button>
      </footer>
    </section>
  );
}

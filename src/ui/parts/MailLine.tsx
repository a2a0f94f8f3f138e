import type { PressedMail } from '../../domain/facts/decided/pressed';
import type { PaneState } from '../state/pane';
import { canUndo } from '../state/undoable';
import { askedWords, goingWords, mailWords, ONLY_TOLD } from '../words/keep/sending';
import { Button } from './controls/Button';

interface MailLineProps {
  readonly state: PaneState;
  readonly mail: PressedMail;
}

/** A mail for which Send was pressed, until it went: what it waits for, and what can be done about it. */
export function MailLine({ state, mail }: MailLineProps) {
  const settle = (does: 'look' | 'send' | 'discard') => () =>
    state.attempt(() => state.actions.settleMail(mail.id, does));
  const { asks, trouble } = mail;
  const about = mailWords(mail);
  const only = asks !== undefined && ONLY_TOLD.includes(asks);
  return (
    <div class="line">
      <p role="status">
        {asks === undefined
          ? `${about}: ${goingWords([mail], state.time.value.time)}`
          : askedWords(about, asks, trouble)}
      </p>
      <div class="actions">
        {asks === undefined && canUndo(mail, state.now.value) && (
          <Button small label={`Undo: ${about}`} onPress={settle('discard')}>
            Undo
          </Button>
        )}
        {only && (
          <Button small label={`Understood: ${about}`} onPress={settle('discard')}>
            Understood
          </Button>
        )}
        {asks !== undefined && !only && (
          <>
            <Button small label={`Send it now: ${about}`} onPress={settle('send')}>
              Send it now
            </Button>
            <Button look="subtle" small label={`Discard: ${about}`} onPress={settle('discard')}>
              Discard
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

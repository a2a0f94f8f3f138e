import './still-to-go.css';

import type { PressedMail } from '../../../domain/facts/decided/pressed';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';
import { canUndo } from '../../state/undoable';
import { askedWords, erasedMailWords, goingWords, mailWords, ONLY_TOLD } from '../../words/keep/sending';

interface StillToGoProps {
  readonly state: PaneState;
}

/**
 * What Send was pressed for and has not gone yet, whatever is open in Outlook: until it went, every pane says that it is
 * still to go. What is told in full on screen is not repeated here.
 */
export function StillToGo({ state }: StillToGoProps) {
  const { outgoing = [], erasedMails = [] } = state.view.value;
  const elsewhere = outgoing.filter((mail) => !isOnScreen(state, mail));
  if (elsewhere.length + erasedMails.length === 0) return null;
  return (
    <section class="still-to-go" aria-label="Still to go">
      {elsewhere.map((mail) => (
        <MailLine key={mail.id} state={state} mail={mail} />
      ))}
      {erasedMails.map((mail) => (
        <div key={mail.id} class="line">
          <p role="status">{erasedMailWords(mail)}</p>
          {mail.went === true && (
            <div class="actions">
              <Button small onPress={() => state.attempt(() => state.actions.settleMail(mail.id, 'discard'))}>
                Understood
              </Button>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

function isOnScreen(state: PaneState, { entry, asks }: PressedMail): boolean {
  if (state.tab.value === 'Today' && !state.settingsOpen.value) return true;
  // That it did not go is said wherever the person is.
  if (asks !== undefined && ONLY_TOLD.includes(asks)) return false;
  const isMeeting = state.tab.value === 'Meeting' && !state.settingsOpen.value;
  return entry.kind === 'recap' && isMeeting && state.chosen.value?.key === entry.occurrence;
}

export function MailLine({ state, mail }: StillToGoProps & { readonly mail: PressedMail }) {
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

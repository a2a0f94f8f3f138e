import './still-to-go.css';

import { type PressedMail, readersOf } from '../../../domain/facts/decided/pressed';
import { isSamePerson } from '../../../domain/facts/things/person';
import { Button } from '../../parts/controls/Button';
import { MailLine } from '../../parts/MailLine';
import type { PaneState } from '../../state/pane';
import { isSentInLine } from '../../state/sending';
import { erasedMailWords, ONLY_TOLD } from '../../words/keep/sending';

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

function isOnScreen(state: PaneState, mail: PressedMail): boolean {
  const { entry, asks } = mail;
  // A page hides what was on screen below it; that of a person has what is on its way to them.
  const page = state.settingsOpen.value ? null : state.regarded.value;
  if (page !== null) {
    const isTheirs = 'topic' in page ? false : readersOf(entry).some((one) => isSamePerson(one, page));
    return entry.kind === 'catch-up' && asks === undefined && isTheirs;
  }
  if (state.tab.value === 'Today' && !state.settingsOpen.value) return true;
  if (isSentInLine(state, mail)) return true;
  // That it did not go is said wherever the person is.
  if (asks !== undefined && ONLY_TOLD.includes(asks)) return false;
  const isMeeting = state.tab.value === 'Meeting' && !state.settingsOpen.value;
  return entry.kind === 'recap' && isMeeting && state.chosen.value?.key === entry.occurrence;
}

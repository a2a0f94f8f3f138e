import { localDate } from '../../domain/time/zone';
import { exportName } from '../../formats/text/file-name';
import type { Letter } from '../port/letter';
import type { PaneState } from '../state/pane';
import { Button } from './controls/Button';
import { downloadIcon } from './icons/more-icons';
import { saveFile } from './save-file';

interface SaveMailProps {
  readonly state: PaneState;
  /** As it is now; null while there is nothing to save. */
  readonly letter: () => Letter | null;
  readonly disabled?: boolean;
}

/** The mail as a file for any mail program, as text and as HTML: where Outlook opens no draft, and to keep it. */
export const SaveMail = ({ state, letter, disabled = false }: SaveMailProps) => (
  <Button
    look="subtle"
    small
    icon={downloadIcon}
    disabled={disabled}
    onPress={() =>
      state.attempt(async () => {
        const mail = letter();
        if (mail === null) return;
        const text = await (await state.actions.letters()).asFile(mail);
        saveFile(
          exportName(mail.subject, localDate(state.now.value, state.zone.value), 'eml'),
          new Blob([text], { type: 'message/rfc822' }),
        );
      })
    }
  >
    Save the mail
  </Button>
);

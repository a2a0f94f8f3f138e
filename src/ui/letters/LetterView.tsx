import './letters.css';

import { useRef } from 'preact/hooks';

import type { Language } from '../../domain/language';
import { unkindWords } from '../../domain/words';
import type { LetterDraft } from '../../formats/mail/plain-letter';
import { Button } from '../parts/controls/Button';
import { LanguageChoice } from '../parts/controls/LanguageChoice';
import { MailActions, MailFields, MailPointers } from '../parts/Mail';
import { SaveMail } from '../parts/SaveMail';
import type { PaneState } from '../state/pane';
import { unkindHint } from '../words/decide/pointers';
import { namesOf } from '../words/names';

interface LetterViewProps {
  readonly state: PaneState;
  readonly letter: LetterDraft;
  readonly onWrite: (language: Language) => unknown;
  /** Noted by hand: whether a mail went from Outlook nobody here can see. */
  readonly onSent: () => unknown;
  readonly onNotNow: () => unknown;
}

/** A ready draft. It opens in Outlook, where it is changed and sent; from here nothing goes. */
export function LetterView({ state, letter, onWrite, onSent, onNotNow }: LetterViewProps) {
  const body = useRef<HTMLTextAreaElement>(null);
  const { to, subject, text, language } = letter;
  return (
    <div class="letter-view">
      <p class="hint">
        {to.length === 0 ? 'No address is known; choose one in Outlook.' : `To ${namesOf(to)}`}
      </p>
      <LanguageChoice language={language} onChoose={onWrite} />
      <MailFields
        body={body}
        subject={subject}
        text={text}
        language={language}
        hint="It opens in Outlook, where you can change it. Nothing is sent from here."
      />
      <MailPointers>{[unkindHint(unkindWords(`${subject} ${text}`, language))]}</MailPointers>
      <MailActions
        body={body}
        look="outline"
        onOpen={() => state.attempt(async () => (await state.actions.letters()).openInOutlook(letter))}
      >
        <SaveMail state={state} letter={() => letter} />
      </MailActions>
      <div class="actions">
        <Button look="subtle" small onPress={onSent}>
          I have sent it
        </Button>
        <Button look="subtle" small onPress={onNotNow}>
          Not now
        </Button>
      </div>
    </div>
  );
}

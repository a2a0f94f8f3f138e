import './letters.css';

import { useRef } from 'preact/hooks';

import { unkindWords } from '../../domain/words';
import type { LetterDraft } from '../../formats/record-note';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { openIcon } from '../parts/more-icons';
import type { PaneState } from '../state/pane';
import { listWords } from '../words/times';
import { CopyButton } from './CopyLine';

interface LetterViewProps {
  readonly state: PaneState;
  readonly letter: LetterDraft;
  /** Noted by hand: whether a mail went from Outlook nobody here can see. */
  readonly onSent: () => unknown;
  readonly onNotNow: () => unknown;
}

/** A ready draft. It opens in Outlook, where it is changed and sent; from here nothing goes. */
export function LetterView({ state, letter, onSent, onNotNow }: LetterViewProps) {
  const body = useRef<HTMLTextAreaElement>(null);
  const { to, subject, text } = letter;
  const unkind = unkindWords(`${subject} ${text}`);
  return (
    <div class="letter-view">
      <p class="hint">
        {to.length === 0
          ? 'No address is known; choose one in Outlook.'
          : `To ${listWords(to.map(({ name, address }) => (name === '' ? address : name)))}`}
      </p>
      <Field label="Subject">
        <input class="input" type="text" readOnly value={subject} />
      </Field>
      <Field label="Message" hint="It opens in Outlook, where you can change it. Nothing is sent from here.">
        <textarea class="input letter" ref={body} rows={9} readOnly value={text} />
      </Field>
      {unkind.length > 0 && (
        <p class="hint pointer">
          You may want to look at {listWords(unkind.map((word) => `“${word}”`))}: it can read as blame.
        </p>
      )}
      <div class="actions">
        <Button
          small
          icon={openIcon}
          onPress={() =>
            state.attempt(async () => (await state.desk.letters()).openInOutlook({ to, subject, text }))
          }
        >
          Open in Outlook
        </Button>
        <CopyButton field={body} />
      </div>
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

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/Button';
import { copyText } from '../parts/copy-text';
import { Field } from '../parts/Field';
import { undoIcon } from '../parts/icons';
import { copyIcon, openIcon, sendIcon } from '../parts/more-icons';
import { SendingAllowed } from '../recap/SendingAllowed';
import type { AskingState } from '../state/asking';
import type { PaneState } from '../state/pane';
import { listWords } from '../words/times';

/** Time to take a click back. */
const UNDO_TIME = 10_000;

interface AskMailProps {
  readonly state: PaneState;
  readonly asking: AskingState;
  readonly name: string;
  readonly onClose: () => void;
}

/** The mail in full, free to be changed, with every way to send it. */
export function AskMail({ state, asking, name, onClose }: AskMailProps) {
  const body = useRef<HTMLTextAreaElement>(null);
  const copied = useSignal('');
  if (asking.undoable.value) {
    return (
      <div class="actions">
        <span role="status">Sending to {name}…</span>
        <Button icon={undoIcon} onPress={asking.takeBack}>
          Undo
        </Button>
      </div>
    );
  }
  const off = !asking.sendable.value || asking.busy.value;
  return (
    <>
      <Field label="Subject">
        <input
          class="input"
          type="text"
          maxLength={255}
          value={asking.subject.value}
          onInput={(typed) => asking.change({ subject: typed.currentTarget.value })}
        />
      </Field>
      <Field label="Message" hint={<Counted asking={asking} />}>
        <textarea
          class="input letter"
          ref={body}
          rows={9}
          value={asking.text.value}
          onInput={(typed) => asking.change({ text: typed.currentTarget.value })}
        />
      </Field>
      <p class="hint pointer" role="status">
        {!asking.namesDay.value && 'The text does not name the day of the deadline above. '}
        {asking.unkind.value.length > 0 &&
          `You may want to look at ${listWords(asking.unkind.value.map((word) => `“${word}”`))}: it can read as blame.`}
      </p>
      <SendingAllowed state={state}>
        <div class="actions">
          <Button look="primary" icon={sendIcon} disabled={off} onPress={() => asking.send(UNDO_TIME)}>
            Send to {name}
          </Button>
          <Button look="subtle" onPress={onClose}>
            Not now
          </Button>
        </div>
      </SendingAllowed>
      <div class="actions">
        <Button look="subtle" small icon={openIcon} disabled={off} onPress={asking.openInOutlook}>
          Open in Outlook
        </Button>
        <Button
          look="subtle"
          small
          icon={copyIcon}
          onPress={() => {
            if (body.current === null) return;
            copied.value = copyText(body.current) ? 'Copied' : 'Press Ctrl+C: the text is selected';
          }}
        >
          Copy
        </Button>
        <Button look="subtle" small disabled={off} onPress={asking.note}>
          I sent it
        </Button>
        <span class="hint" role="status">
          {copied.value}
        </span>
      </div>
    </>
  );
}

function Counted({ asking }: { readonly asking: AskingState }) {
  const words = asking.words.value;
  return (
    <>
      {words} {words === 1 ? 'word' : 'words'}
      {asking.edited.value && (
        <>
          {' · '}
          <Button look="link" onPress={asking.startOver}>
            Start over
          </Button>
        </>
      )}
    </>
  );
}

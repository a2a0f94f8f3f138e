import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import type { Agreement } from '../../domain/facts/agreement';
import { letterText } from '../../formats/plain-letter';
import { composeProposal } from '../../formats/proposal-text';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy-text';
import { Field } from '../parts/Field';
import { copyIcon, openIcon } from '../parts/more-icons';
import type { PaneState } from '../state/pane';

interface ProposalLetterProps {
  readonly state: PaneState;
  readonly agreement: Agreement;
  readonly onDone: () => void;
}

/** The mail that proposes it. It opens in Outlook and is sent there. */
export function ProposalLetter({ state, agreement, onDone }: ProposalLetterProps) {
  const { owner } = state.scene.value;
  const made = useMemo(() => (owner === null ? null : composeProposal(agreement, owner)), [agreement, owner]);
  const typed = useSignal<string | null>(null);
  const copied = useSignal('');
  const body = useRef<HTMLTextAreaElement>(null);
  if (made === null) return null;
  const text = typed.value ?? letterText(made);
  const open = () =>
    state.attempt(async () =>
      (await state.desk.letters()).openInOutlook({ to: [agreement.person], subject: made.subject, text }),
    );
  return (
    <div class="proposal">
      <Field label="Message" hint={made.subject}>
        <textarea
          class="input letter"
          ref={body}
          rows={10}
          value={text}
          onInput={(given) => {
            typed.value = given.currentTarget.value;
          }}
        />
      </Field>
      <div class="actions">
        <Button look="primary" small icon={openIcon} onPress={open}>
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
        <Button look="subtle" small onPress={onDone}>
          Close
        </Button>
        <span class="hint" role="status">
          {copied.value}
        </span>
      </div>
    </div>
  );
}

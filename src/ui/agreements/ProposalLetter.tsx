import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import type { Agreement } from '../../domain/facts/agreement';
import { letterText } from '../../formats/plain-letter';
import { composeProposal } from '../../formats/proposal-text';
import { Button } from '../parts/Button';
import { MailActions, MailFields } from '../parts/Mail';
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
  const body = useRef<HTMLTextAreaElement>(null);
  if (made === null) return null;
  const text = typed.value ?? letterText(made);
  const open = () =>
    state.attempt(async () =>
      (await state.desk.letters()).openInOutlook({ to: [agreement.person], subject: made.subject, text }),
    );
  return (
    <div class="proposal">
      <MailFields
        body={body}
        text={text}
        rows={10}
        hint={made.subject}
        onType={(change) => {
          typed.value = change.text ?? text;
        }}
      />
      <MailActions body={body} look="primary" onOpen={open}>
        <Button look="subtle" small onPress={onDone}>
          Close
        </Button>
      </MailActions>
    </div>
  );
}

import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { Agreement } from '../../domain/facts/decided/agreement';
import { Button } from '../parts/controls/Button';
import { LanguageChoice } from '../parts/controls/LanguageChoice';
import { MailActions, MailFields, MailLength, MailPointers } from '../parts/Mail';
import { SaveMail } from '../parts/SaveMail';
import { createProposalState, type ProposalState } from '../state/decide/proposal';
import type { PaneState } from '../state/pane';
import { unkindHint } from '../words/decide/pointers';

interface ProposalLetterProps {
  readonly state: PaneState;
  readonly agreement: Agreement;
  readonly onDone: () => void;
}

export function ProposalLetter({ state, agreement, onDone }: ProposalLetterProps) {
  const { owner } = state.view.value;
  const proposal = useMemo(
    () => (owner === null ? null : createProposalState(state, agreement, owner)),
    [state, agreement.id, owner?.key],
  );
  useEffect(() => {
    void proposal?.load();
  }, [proposal]);
  return proposal === null ? null : <Proposal state={state} proposal={proposal} onDone={onDone} />;
}

interface ProposalProps {
  readonly state: PaneState;
  readonly proposal: ProposalState;
  readonly onDone: () => void;
}

/** The mail that proposes it. It opens in Outlook and is sent there. */
function Proposal({ state, proposal, onDone }: ProposalProps) {
  const body = useRef<HTMLTextAreaElement>(null);
  const { subject, text, language } = proposal.mail.value;
  const edited = proposal.edited.value;
  return (
    <div class="proposal">
      <LanguageChoice language={language} edited={edited} onChoose={proposal.write} />
      <MailFields
        body={body}
        subject={subject}
        text={text}
        language={language}
        rows={10}
        hint={
          <MailLength words={proposal.words.value} edited={edited} onStartOver={proposal.startOver}>
            . It opens in Outlook and is sent there
          </MailLength>
        }
        onType={proposal.type}
      />
      <MailPointers>{[unkindHint(proposal.unkind.value)]}</MailPointers>
      <MailActions body={body} look="primary" onOpen={proposal.openInOutlook}>
        <SaveMail state={state} letter={proposal.toOpen} />
        <Button look="subtle" small onPress={onDone}>
          Close
        </Button>
      </MailActions>
    </div>
  );
}

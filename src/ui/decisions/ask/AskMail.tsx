import { useRef } from 'preact/hooks';
import { Button } from '../../parts/controls/Button';
import { LanguageChoice } from '../../parts/controls/LanguageChoice';
import { undoIcon } from '../../parts/icons/icons';
import { sendIcon } from '../../parts/icons/more-icons';
import { MailActions, MailFields, MailLength, MailPointers } from '../../parts/Mail';
import { ReadFirst } from '../../parts/ReadFirst';
import { SaveMail } from '../../parts/SaveMail';
import { SendingAllowed } from '../../parts/SendingAllowed';
import type { AskingState } from '../../state/decide/asking';
import type { PaneState } from '../../state/pane';
import { lostAnswersHint, unkindHint } from '../../words/decide/pointers';

interface AskMailProps {
  readonly state: PaneState;
  readonly asking: AskingState;
  readonly name: string;
  readonly onClose: () => void;
}

/** The mail in full, free to be changed, with every way to send it. */
export function AskMail({ state, asking, name, onClose }: AskMailProps) {
  const body = useRef<HTMLTextAreaElement>(null);
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
  const [subject, text, language] = [asking.subject.value, asking.text.value, asking.language.value];
  const off = !asking.sendable.value || asking.busy.value;
  return (
    <>
      <LanguageChoice language={language} edited={asking.edited.value} onChoose={asking.write} />
      <ReadFirst
        body={body}
        from={state.view.value.owner?.name ?? ''}
        to={name}
        hasAnswers
        {...{ subject, text, language }}
      >
        <MailFields
          body={body}
          {...{ subject, text, language }}
          hint={
            <MailLength
              words={asking.words.value.whole}
              edited={asking.edited.value}
              onStartOver={asking.startOver}
            />
          }
          onType={asking.change}
        />
      </ReadFirst>
      <MailPointers>
        {[
          !asking.namesDay.value && 'The text does not name the day of the deadline above.',
          unkindHint(asking.unkind.value),
          lostAnswersHint(asking.lostAnswers.value),
        ]}
      </MailPointers>
      <SendingAllowed state={state}>
        <div class="actions">
          <Button look="primary" icon={sendIcon} disabled={off} onPress={asking.send}>
            Send to {name}
          </Button>
          <Button look="subtle" onPress={onClose}>
            Not now
          </Button>
        </div>
      </SendingAllowed>
      <MailActions body={body} disabled={off} onOpen={asking.openInOutlook}>
        <SaveMail state={state} letter={asking.toOpen} disabled={off} />
        <Button look="subtle" small disabled={off} onPress={asking.note}>
          I sent it
        </Button>
      </MailActions>
    </>
  );
}

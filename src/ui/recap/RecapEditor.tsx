import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { ONE_MAIL_MAX, OWN_MAILS_MAX } from '../../domain/tell/recipients';
import type { Instant } from '../../domain/time/time';
import { Button } from '../parts/controls/Button';
import { sendIcon } from '../parts/icons/more-icons';
import { MailActions, type MailBody } from '../parts/Mail';
import { SaveMail } from '../parts/SaveMail';
import { SendingAllowed } from '../parts/SendingAllowed';
import type { PaneState } from '../state/pane';
import { createRecapState, type RecapState } from '../state/recap';
import { RecapMail } from './RecapMail';
import { Recipients } from './Recipients';
import { WhichMail } from './WhichMail';

interface RecapEditorProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  /** Somebody got theirs already: these are the others, who should get one, too. */
  readonly others?: readonly Person[];
  /** The meeting is still going on: when it ends, and the recap goes. */
  readonly goesAt?: Instant | null;
}

/** The recap in full, ready to go with one click, and free to be changed before. */
export function RecapEditor({ state, occurrence, others, goesAt = null }: RecapEditorProps) {
  const recap = useMemo(() => {
    const wanted = (others ?? []).map(({ key }) => key);
    return createRecapState(state, occurrence.key, { wanted });
  }, [occurrence.key]);
  const body = useRef<HTMLTextAreaElement>(null);
  const { decisions, recaps } = state.view.value;
  useEffect(() => {
    void state.lookUp(recap.load);
  }, [recap, occurrence, decisions, recaps]);
  const heading = others === undefined ? <h2>Recap</h2> : null;
  if (recap.draft.value === null) {
    return (
      <>
        {heading}
        <div class="skeleton tall" />
      </>
    );
  }
  return (
    <>
      {heading}
      <Recipients recap={recap} />
      <WhichMail recap={recap} />
      <RecapMail state={state} recap={recap} body={body} />
      <Actions state={state} recap={recap} body={body} goesAt={goesAt} />
    </>
  );
}

interface PartProps {
  readonly recap: RecapState;
}

interface ActionsProps extends PartProps {
  readonly state: PaneState;
  readonly body: MailBody;
  readonly goesAt: Instant | null;
}

const TOO_MANY = {
  mails: `Exchange does not take more than ${OWN_MAILS_MAX} mails at once. Choose one mail to all, or fewer people.`,
  people: `One mail can go to ${ONE_MAIL_MAX} people. Please choose fewer.`,
} as const;

function Actions({ state, recap, body, goesAt }: ActionsProps) {
  const tooMany = recap.tooMany.value;
  return (
    <>
      {recap.ticked.value === 0 && recap.recipients.value.length > 0 && (
        <p class="hint">Tick who should get it, then it can be sent.</p>
      )}
      {tooMany !== null && (
        <p class="fault" role="alert">
          {TOO_MANY[tooMany]}
        </p>
      )}
      {goesAt !== null && (
        <p class="hint">
          The meeting is still going on: it goes at {state.time.value.time(goesAt)}, when that ends, and can
          be taken back until then.
        </p>
      )}
      <SendingAllowed state={state}>
        <div class="actions">
          <Button look="primary" icon={sendIcon} disabled={!recap.sendable.value} onPress={recap.send}>
            Send recap to absentees
          </Button>
        </div>
      </SendingAllowed>
      <MailActions body={body} onOpen={recap.openInOutlook}>
        <SaveMail state={state} letter={() => recap.shown.peek()} />
      </MailActions>
    </>
  );
}

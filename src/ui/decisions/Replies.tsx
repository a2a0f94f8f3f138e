import './ask/inset.css';
import './replies.css';

import { useMemo } from 'preact/hooks';
import type { DecisionHistory } from '../../domain/agree/decision-history';
import { repliesAmong } from '../../domain/agree/waiting';
import { ANSWERS, type MailReply } from '../../domain/facts/decided/consulting';
import { decisionName } from '../../domain/facts/decided/decision';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice, type Choices } from '../parts/controls/inputs';
import { NotePromise } from '../promises/NotePromise';
import { ABOUT_ALL, createMailReplyState } from '../state/decide/mail-reply';
import type { PaneState } from '../state/pane';
import { ANSWER_WORDS } from '../words/decide/decisions';
import { replyQuestion, replyWords } from '../words/decide/replies';
import { firstNameOf } from '../words/names';

interface RepliesProps {
  readonly state: PaneState;
  readonly histories: readonly DecisionHistory[];
}

/** Who wrote back in words of their own. Only the owner has read them, so only the owner can say what they answered. */
export function Replies({ state, histories }: RepliesProps) {
  return (
    <>
      {repliesAmong(histories).map((reply) => (
        <Reply
          key={reply.mail}
          state={state}
          reply={reply}
          histories={histories.filter(({ decision }) => reply.decisions.includes(decision.id))}
        />
      ))}
    </>
  );
}

interface ReplyProps extends RepliesProps {
  readonly reply: MailReply;
}

export function Reply({ state, reply, histories }: ReplyProps) {
  const ids = histories.map(({ decision }) => decision.id);
  const form = useMemo(() => createMailReplyState(state, reply, ids), [reply.mail, ids.join()]);
  const names = histories.map(({ decision }) => decisionName(decision));
  const choices: Choices<string> = [
    ['', 'Choose…'],
    ...histories.map(({ decision }) => [decision.id, `${decisionName(decision)} ${decision.text}`] as const),
    [ABOUT_ALL, 'All of them'],
  ];
  const [decision] = ids;
  if (decision === undefined) return null;
  const source = { mail: reply.mail, ...(ids.length === 1 ? { decision } : {}) };
  return (
    <section class="inset reply-note" aria-label={`Reply from ${firstNameOf(reply.person)}`}>
      <p>
        {replyWords(reply, names, state.time.value)} <span class="asks">{replyQuestion(reply)}</span>
      </p>
      {ids.length > 1 && (
        <Field
          label="About"
          {...(form.missing.value ? { fault: 'Please choose which decision it is about.' } : {})}
        >
          <Choice of={choices} value={form.about.value} onSet={form.choose} />
        </Field>
      )}
      <div class="actions">
        {(reply.said === null ? ANSWERS : [reply.said]).map((said) => (
          <Button key={said} small disabled={form.busy.value} onPress={() => form.note(said)}>
            {ANSWER_WORDS[said]}
          </Button>
        ))}
      </div>
      <div class="actions">
        <Button look="link" onPress={form.open}>
          Open in Outlook
        </Button>
        <Button look="link" onPress={form.takeBack}>
          It is about something else
        </Button>
      </div>
      <NotePromise
        state={state}
        place={{ name: reply.mail, people: [reply.person], ...source }}
        about={firstNameOf(reply.person)}
      />
    </section>
  );
}

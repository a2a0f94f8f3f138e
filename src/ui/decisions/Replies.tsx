import './ask/inset.css';
import './replies.css';

import { useMemo } from 'preact/hooks';
import type { DecisionHistory } from '../../domain/agree/decision-history';
import { repliesAmong } from '../../domain/agree/waiting';
import { ANSWERS, type MailReply } from '../../domain/facts/decided/consulting';
import { decisionName } from '../../domain/facts/decided/decision';
import type { PointHistory } from '../../domain/points/point-history';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice, type Choices } from '../parts/controls/inputs';
import { NotePromise } from '../promises/NotePromise';
import { ABOUT_ALL, createMailReplyState } from '../state/decide/mail-reply';
import type { PaneState } from '../state/pane';
import { ANSWER_WORDS } from '../words/decide/decisions';
import { missingAbout, replyQuestion, replyWords } from '../words/decide/replies';
import { firstNameOf } from '../words/names';

interface RepliesProps {
  readonly state: PaneState;
  readonly histories: readonly DecisionHistory[];
  /** Of the whole log; absent: replies about them are not shown here. */
  readonly points?: readonly PointHistory[];
}

/** What a reply can be about: which decisions, and which questions. */
const meantBy = (
  { decisions, points = [] }: MailReply,
  known: Pick<RepliesProps, 'histories' | 'points'>,
) => ({
  histories: known.histories.filter(({ decision }) => decisions.includes(decision.id)),
  points: (known.points ?? []).filter(({ point }) => points.includes(point.id)),
});

/** Who wrote back in words of their own. Only the owner has read them, so only the owner can say what they answered. */
export function Replies({ state, ...known }: RepliesProps) {
  const { histories, points } = known;
  return (
    <>
      {repliesAmong(histories)
        .filter((reply) => points !== undefined || reply.points === undefined)
        .map((reply) => (
          <Reply key={reply.mail} state={state} reply={reply} {...known} />
        ))}
    </>
  );
}

const QUESTION_ANSWERS = ['ok', 'talk'] as const;

const sourceOf = (id: string, points: readonly PointHistory[]) =>
  points.some(({ point }) => point.id === id) ? { point: id } : { decision: id };

interface ReplyProps extends RepliesProps {
  readonly reply: MailReply;
}

export function Reply({ state, reply, ...known }: ReplyProps) {
  const { histories, points } = meantBy(reply, known);
  const ids = [...histories.map(({ decision }) => decision.id), ...points.map(({ point }) => point.id)];
  const form = useMemo(() => createMailReplyState(state, reply, ids), [reply.mail, ids.join()]);
  const names = [
    ...histories.map(({ decision }) => decisionName(decision)),
    ...points.map(({ name }) => name),
  ];
  const choices: Choices<string> = [
    ['', 'Choose…'],
    ...histories.map(({ decision }) => [decision.id, `${decisionName(decision)} ${decision.text}`] as const),
    ...points.map(({ point, name }) => [point.id, `${name} ${point.text}`] as const),
    [ABOUT_ALL, 'All of them'],
  ];
  const [first] = ids;
  if (first === undefined) return null;
  const source = { mail: reply.mail, ...(ids.length > 1 ? {} : sourceOf(first, points)) };
  const about = form.about.value;
  // A question is answered, or talked about; a problem is seen with what is decided.
  const isQuestion =
    about === ABOUT_ALL ? histories.length === 0 : points.some(({ point }) => point.id === about);
  const answers = isQuestion ? QUESTION_ANSWERS : reply.said === null ? ANSWERS : [reply.said];
  return (
    <section class="inset reply-note" aria-label={`Reply from ${firstNameOf(reply.person)}`}>
      <p>
        {replyWords(reply, names, state.time.value)} <span class="asks">{replyQuestion(reply)}</span>
      </p>
      {ids.length === 1 &&
        points.map(({ point }) => (
          <p key={point.id} class="hint">
            {point.text}
          </p>
        ))}
      {ids.length > 1 && (
        <Field label="About" {...(form.missing.value ? { fault: missingAbout(points.length > 0) } : {})}>
          <Choice of={choices} value={form.about.value} onSet={form.choose} />
        </Field>
      )}
      <div class="actions">
        {answers.map((said) => (
          <Button key={said} small disabled={form.busy.value} onPress={() => form.note(said)}>
            {isQuestion && said === 'ok' ? 'Answered' : ANSWER_WORDS[said]}
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

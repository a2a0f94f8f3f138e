import { answersIn, toldOrAsked } from '../../domain/agree/answer-mail';
import { conversationsOf, type ReplyMail, repliesIn } from '../../domain/agree/mail-replies';
import type { Answer, MailReply } from '../../domain/facts/decided/consulting';
import type { Fact } from '../../domain/facts/log/fact';
import { openPoints, pointHistories } from '../../domain/points/point-history';
import { isTrouble } from '../../domain/trouble';
import { readAnswer } from '../../formats/mail/reply-tokens';
import type { Ports } from '../ports';
import { WAITING } from './looked-for';

export { takeReturned } from './take-returned';

/** Mails whose conversations are looked at; what was sent before them is answered, or noted by hand. */
const CONVERSATIONS = 24;

/**
 * Finds what came by mail and notes each once: answers by the number in their subject, replies in people's own words by
 * the conversation. Nobody who was told of a decision, or asked a question, lately: nothing is asked. Where mail may not
 * be read, answers are noted by hand. Gives how many were new.
 */
export async function takeAnswers(ports: Ports, signal?: AbortSignal): Promise<number> {
  const now = ports.clock();
  const facts = await ports.ledger.ownEntries();
  const waiting = toldOrAsked(facts).filter(({ at }) => at > now - WAITING);
  const sent = conversationsOf(facts, openQuestions(facts)).filter(({ at }) => at > now - WAITING);
  if (waiting.length + sent.length === 0) return 0;
  try {
    const [mails, replies] = await Promise.all([
      waiting.length === 0 ? [] : ports.graph.readAnswers(Math.min(...waiting.map(({ at }) => at)), signal),
      readReplies(ports, sent, signal),
    ]);
    const added = await ports.seal.alone('loopkeeper-answers', true, async () => {
      const known = await ports.ledger.ownEntries();
      const stamped = () => ({ id: ports.seal.stamp(), recordedAt: ports.clock() });
      const entries = [
        ...answersIn(mails, readAnswer, known).map((one): Answer => ({ ...one, ...stamped() })),
        ...repliesIn(replies, mails, readAnswer, known, openQuestions(known)).map(
          (one): MailReply => ({ ...one, ...stamped() }),
        ),
      ];
      if (entries.length > 0) await ports.ledger.append(entries);
      return entries.length;
    });
    return added ?? 0;
  } catch (thrown) {
    // Not permitted, or not now: the next look finds them, and what is wrong is said of the calendar already.
    if (isTrouble(thrown)) return 0;
    throw thrown;
  }
}

/** A reply was said to be enough for them (12.2). */
const openQuestions = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(
    openPoints(pointHistories(facts))
      .filter(({ point }) => point.sort === 'question')
      .map(({ point }) => point.id),
  );

/** Answers by number are found also where this mailbox cannot be asked by conversation. */
async function readReplies(
  ports: Ports,
  sent: ReturnType<typeof conversationsOf>,
  signal: AbortSignal | undefined,
): Promise<readonly ReplyMail[]> {
  const latest = sent.slice(0, CONVERSATIONS);
  const conversations = [...new Set(latest.map(({ conversation }) => conversation))];
  if (conversations.length === 0) return [];
  try {
    return await ports.graph.readReplies(Math.min(...latest.map(({ at }) => at)), conversations, signal);
  } catch (thrown) {
    if (isTrouble(thrown) && (thrown.kind === 'refused-by-server' || thrown.kind === 'unreadable-answer'))
      return [];
    throw thrown;
  }
}

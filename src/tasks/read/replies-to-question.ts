import type { OnceMoreLetter } from '../../domain/points/once-more';
import { pointHistories } from '../../domain/points/point-history';
import { askedByMail, type PointReply, repliedSince } from '../../domain/points/replied-since';
import { isTrouble } from '../../domain/trouble';
import type { Ports } from '../ports';

/** What was found of replies to a question before it is asked once more. */
export interface PointReplies {
  readonly found: readonly PointReply[];
  /** Of some of the mails that asked nobody can tell whether they were replied to. */
  readonly unsure: boolean;
}

/**
 * Looks for what those who would be asked once more wrote back by mail: a line in reply was said to be enough (12.2). Asked
 * at that moment, and nothing of it is kept.
 */
export async function repliesToQuestion(
  ports: Ports,
  letters: readonly Pick<OnceMoreLetter, 'point' | 'to'>[],
): Promise<PointReplies> {
  const histories = pointHistories(await ports.ledger.ownEntries());
  const readers = letters.map(({ point, to }) => {
    const history = histories.find((one) => one.point.id === point);
    return { to, asked: history === undefined ? [] : askedByMail(history, to) };
  });
  const mails = readers.flatMap(({ asked }) => asked);
  const conversations = [...new Set(mails.flatMap(({ conversation }) => conversation ?? []))];
  const unsure = mails.some(({ conversation }) => conversation === null);
  if (conversations.length === 0) return { found: [], unsure };
  try {
    const replies = await ports.graph.readReplies(Math.min(...mails.map(({ at }) => at)), conversations);
    return { found: readers.flatMap(({ to, asked }) => repliedSince(asked, to, replies) ?? []), unsure };
  } catch (thrown) {
    // Not permitted, or not now: whoever asks looks for it.
    if (isTrouble(thrown)) return { found: [], unsure: true };
    throw thrown;
  }
}

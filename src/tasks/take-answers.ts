import { answersIn, toldOrAsked } from '../domain/agree/answer-mail';
import type { Answer } from '../domain/facts/consulting';
import { DAY } from '../domain/time/time';
import { isTrouble } from '../domain/trouble';
import { readAnswer } from '../formats/reply-tokens';
import type { Ports } from './ports';

/** An answer that comes later is noted by hand. */
const WAITING = 60 * DAY;

/**
 * Finds the answers that came by mail and notes each once. Nobody who was told of a decision lately: nothing is asked.
 * Where mail may not be read, answers are noted by hand. Gives how many were new.
 */
export async function takeAnswers(ports: Ports, signal?: AbortSignal): Promise<number> {
  const now = ports.clock();
  const facts = await ports.ledger.ownEntries();
  const waiting = toldOrAsked(facts).filter(({ at }) => at > now - WAITING);
  if (waiting.length === 0) return 0;
  const since = Math.min(...waiting.map(({ at }) => at));
  try {
    const mails = await ports.graph.readAnswers(since, signal);
    const added = await ports.seal.alone('loopkeeper-answers', true, async () => {
      const entries = answersIn(mails, readAnswer, await ports.ledger.ownEntries()).map(
        (answer): Answer => ({ ...answer, id: ports.seal.stamp(), recordedAt: ports.clock() }),
      );
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

import { isJournalled } from '../../domain/facts/decided/pressed';
import type { Owner } from '../../domain/facts/things/person';
import { returnedAmong } from '../../domain/tell/catch-up/returned-mail';
import { DAY } from '../../domain/time/time';
import { isTrouble } from '../../domain/trouble';
import type { Ports } from '../ports';
import { WAITING } from './looked-for';

/**
 * Finds the mails of the last weeks that came back, and notes each once (13.8): Exchange gives up after two days at most, but
 * the next pane may be opened much later. Where none can have, nothing is asked; where mail may not be read, nothing changes.
 * Gives how many were new.
 */
export async function takeReturned(ports: Ports, owner: Owner, signal?: AbortSignal): Promise<number> {
  const now = ports.clock();
  const sent = (await ports.ledger.ownEntries()).filter(
    (fact) => isJournalled(fact) && fact.internetMessageId !== undefined && fact.recordedAt > now - WAITING,
  );
  if (sent.length === 0) return 0;
  try {
    const since = Math.min(...sent.map(({ recordedAt }) => recordedAt)) - DAY;
    const reports = await ports.graph.readReturned(since, signal);
    if (reports.length === 0) return 0;
    const added = await ports.seal.alone('loopkeeper-answers', true, async () => {
      const entries = returnedAmong(reports, await ports.ledger.ownEntries(), owner).map((entry) => ({
        ...entry,
        ...{ id: ports.seal.stamp(), recordedAt: ports.clock(), step: 'came-back' as const },
      }));
      if (entries.length > 0) await ports.ledger.append(entries);
      return entries.length;
    });
    return added ?? 0;
  } catch (thrown) {
    // Not permitted, or not now: the next look finds them.
    if (isTrouble(thrown)) return 0;
    throw thrown;
  }
}

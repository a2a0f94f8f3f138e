import { saidAhead } from '../domain/forget/agreed-time';
import { recallTime } from '../tasks/log/note-opening';
import { goesAt, recallWaiting } from '../tasks/log/waiting-deletion';
import { recallErasing } from '../tasks/log/waiting-erasure';
import type { Session } from './session';

/** Says what goes in a week unless somebody says Undo, and whether the clock is ahead of everything known. */
export async function showGoing({ ports, viewStore }: Session): Promise<void> {
  const waiting = await recallWaiting(ports.ledger);
  const now = ports.clock();
  const ahead = saidAhead(await recallTime(ports), now);
  const erasing = await recallErasing(ports.ledger);
  viewStore.show({
    erasing: erasing === null ? null : { at: goesAt(erasing), wouldGo: erasing.wouldGo },
    going: waiting === null ? null : { ...waiting, at: goesAt(waiting) },
    clockAhead: ahead === null ? null : { clock: now, known: now - ahead },
  });
}

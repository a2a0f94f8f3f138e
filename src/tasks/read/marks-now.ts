import type { SweepMark } from '../../domain/facts/log/history';
import { marksThatHold } from '../../domain/observe/wanted';
import type { Ports } from '../ports';

/** How far the kept series have been looked at, as far as more of them is not kept since. */
export const marksNow = async ({ ledger }: Ports): Promise<readonly SweepMark[]> =>
  marksThatHold(await ledger.marks(), await ledger.ownEntries());

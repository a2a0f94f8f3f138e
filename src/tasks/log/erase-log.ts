import type { Ports } from '../ports';
import { ROAM_LOCK } from '../roam/roam-ports';

/**
 * Everything on this machine goes. Waits for a sweep and for an exchange that are under way, in whichever pane: what
 * they bring afterwards would stand in a log that was erased.
 */
export async function eraseLog(ports: Ports): Promise<void> {
  const { alone } = ports.seal;
  await alone(ROAM_LOCK, true, () => alone('loopkeeper-sweep', true, ports.ledger.eraseAll));
}

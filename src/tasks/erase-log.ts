import type { Ports } from './ports';

/**
 * Everything on this machine goes. Waits for a sweep that is under way, in whichever pane: what it brings afterwards
 * would stand in a log that was erased.
 */
export async function eraseLog(ports: Ports): Promise<void> {
  await ports.seal.alone('loopkeeper-sweep', true, ports.ledger.eraseAll);
}

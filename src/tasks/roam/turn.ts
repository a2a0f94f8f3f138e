import { ROAM_LOCK, type RoamPorts } from './roam-ports';
import { type RoamingState, recallRoaming, rememberRoaming } from './state';

/** Whatever changes what is remembered waits for an exchange that is under way, in whichever pane. */
export const inTurn = async <Value>(ports: RoamPorts, work: () => Promise<Value>): Promise<Value> =>
  (await ports.alone(ROAM_LOCK, true, work)) as Value;

export const change = (ports: RoamPorts, how: (state: RoamingState) => RoamingState): Promise<void> =>
  inTurn(ports, async () => rememberRoaming(ports.ledger, how(await recallRoaming(ports.ledger))));

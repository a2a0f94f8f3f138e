import {
  type AgreedTime,
  aheadBy,
  NOTHING_AGREED,
  opened,
  serverTimeIn,
} from '../../domain/forget/agreed-time';
import type { Ports } from '../ports';

/** Small setting of this machine: what is known of the time beside its clock. */
const SETTING = 'agreed-time';

export const recallTime = async ({ ledger }: Pick<Ports, 'ledger'>): Promise<AgreedTime> => ({
  ...NOTHING_AGREED,
  ...((await ledger.setting(SETTING)) as Partial<AgreedTime> | null),
});

/**
 * The pane was opened, or the calendar read, at this time of the clock. What the servers stamped is looked through where
 * something may go, or the clock is ahead of all else.
 */
export async function noteOpening(ports: Ports, mayGo: boolean): Promise<AgreedTime> {
  const [known, clock] = [await recallTime(ports), ports.clock()];
  const alone = opened(known, clock, null);
  const asks = mayGo || aheadBy(alone, clock) !== null;
  const next = asks ? opened(known, clock, serverTimeIn(await ports.ledger.allFacts())) : alone;
  await ports.ledger.keepSetting(SETTING, next);
  return next;
}

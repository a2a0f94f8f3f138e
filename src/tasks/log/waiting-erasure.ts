import type { Erasure } from '../../domain/facts/entered/erasure';
import type { Owner } from '../../domain/facts/things/person';
import { type AgreedTime, aheadBy } from '../../domain/forget/agreed-time';
import { countingGone, type WouldGo } from '../../domain/forget/what-would-go';
import { createPace, inTurns } from '../../domain/pace';
import type { Instant } from '../../domain/time/time';
import type { LedgerPort } from '../ledger-port';
import type { Ports } from '../ports';
import { isDue } from './waiting-deletion';

/** What the ledger laid aside: see ledger/facts/aside.ts. */
const HELD = 'held-erasures';
const ERASING = 'waiting-erasure';

/** Erasures from elsewhere that took something out of this log, until the week is over. Kept on this machine. */
export interface WaitingErasure {
  readonly ids: readonly string[];
  /** When the week began: not before the clock and what else is known of the time agree. */
  readonly since: Instant | null;
  readonly wouldGo: WouldGo;
}

const heldIn = async (ledger: Pick<LedgerPort, 'setting'>): Promise<readonly Erasure[]> =>
  ((await ledger.setting(HELD)) as { readonly waiting?: readonly Erasure[] } | null)?.waiting ?? [];

export const hasHeldErasures = async (ledger: Pick<LedgerPort, 'setting'>): Promise<boolean> =>
  (await heldIn(ledger)).length > 0;

export const recallErasing = async (ledger: Pick<LedgerPort, 'setting'>): Promise<WaitingErasure | null> =>
  ((await ledger.setting(ERASING)) as WaitingErasure | undefined) ?? null;

/**
 * Begins the week of what was erased elsewhere, and lets it go when that is over by more than one clock's word. One more
 * erasure begins it again for all.
 */
export async function settleErasures(ports: Ports, owner: Owner, time: AgreedTime): Promise<void> {
  const { ledger } = ports;
  const [held, waiting] = [await heldIn(ledger), await recallErasing(ledger)];
  const now = ports.clock();
  const since = aheadBy(time, now) === null ? now : null;
  const isSame = waiting !== null && held.every(({ id }) => waiting.ids.includes(id));
  if (held.length > 0 && isSame) {
    if (waiting.since === null) await ledger.keepSetting(ERASING, { ...waiting, since });
    else if (isDue(waiting, time, now)) await letGo(ledger);
    return;
  }
  const ownKeys = [owner.key, ...(owner.otherAddresses ?? [])];
  const facts = held.length === 0 ? [] : await ledger.erasedElsewhere.facts();
  const wouldGo = await inTurns(countingGone(facts, held, ownKeys), createPace(ports.turns));
  if (wouldGo !== null) await ledger.keepSetting(ERASING, { ids: held.map(({ id }) => id), since, wouldGo });
  else if (held.length > 0 || waiting !== null) await letGo(ledger);
}

async function letGo(ledger: LedgerPort): Promise<void> {
  await ledger.erasedElsewhere.letGo();
  await ledger.keepSetting(ERASING, null);
  ledger.tellPanes();
}

/** Whoever was erased elsewhere stays in this log, and those erasures are not heeded here. */
export async function undoErasing({ ledger }: Pick<Ports, 'ledger'>): Promise<void> {
  await ledger.keepSetting(ERASING, null);
  await ledger.erasedElsewhere.restore();
}

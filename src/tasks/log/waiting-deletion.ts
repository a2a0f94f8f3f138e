import { type Reduced, reducedUntil } from '../../domain/facts/entered/reduced';
import { monthOfDate } from '../../domain/facts/things/month';
import type { Owner } from '../../domain/facts/things/person';
import { type AgreedTime, aheadBy, provenTime } from '../../domain/forget/agreed-time';
import { asClosedHere, closedUntil, monthsOfClosed } from '../../domain/forget/closed-away';
import { isReducedAway } from '../../domain/forget/reducing';
import { countingGone, type WouldGo } from '../../domain/forget/what-would-go';
import { createPace, inTurns } from '../../domain/pace';
import { DAY, type Instant } from '../../domain/time/time';
import type { LedgerPort } from '../ledger-port';
import type { Ports } from '../ports';

/** Up to which month was looked, so that nothing is read when there is nothing to do, and nothing asked for twice. */
export const LOOKED = 'reduced-until';
const WAITING = 'waiting-deletion';
/** What the ledger held back: see ledger/facts/admitting.ts. */
const HELD = 'held-reductions';

const WEEK = 7 * DAY;

/** Rows that become counts in a week, unless somebody says Undo. Kept on this machine. */
export interface WaitingDeletion {
  /** Up to and with this month. */
  readonly until: string;
  /** When the week began: not before the clock and what else is known of the time agree. */
  readonly since: Instant | null;
  /** Another machine, or a file, reduced them. */
  readonly elsewhere: boolean;
  readonly wouldGo: WouldGo;
}

interface Held {
  readonly waiting: readonly Reduced[];
  /** What somebody undid here: it is not heeded when it is heard again. */
  readonly declined: readonly Pick<Reduced, 'id' | 'until' | 'closed'>[];
}

const heldIn = async (ledger: Pick<LedgerPort, 'setting'>): Promise<Held> => ({
  ...{ waiting: [], declined: [] },
  ...((await ledger.setting(HELD)) as Partial<Held> | null),
});

export const recallHeld = async (ledger: Pick<LedgerPort, 'setting'>): Promise<readonly Reduced[]> =>
  (await heldIn(ledger)).waiting;

export const recallWaiting = async (ledger: Pick<LedgerPort, 'setting'>): Promise<WaitingDeletion | null> =>
  ((await ledger.setting(WAITING)) as WaitingDeletion | undefined) ?? null;

/** They are in the log now. */
export async function releaseHeld(ledger: LedgerPort): Promise<void> {
  const { declined } = await heldIn(ledger);
  await ledger.keepSetting(HELD, { waiting: [], declined });
  await ledger.keepSetting(WAITING, null);
}

export const goesAt = ({ since }: Pick<WaitingDeletion, 'since'>): Instant | null =>
  since === null ? null : since + WEEK;

/** The week is over, by more than one clock's word. */
export function isDue(waiting: Pick<WaitingDeletion, 'since'>, time: AgreedTime, now: Instant): boolean {
  const at = goesAt(waiting);
  const proven = provenTime(time, now);
  return at !== null && proven !== null && proven >= at;
}

interface Asked {
  readonly until: string;
  readonly held: readonly Reduced[];
  readonly time: AgreedTime;
  readonly now: Instant;
}

/** Whether this has to wait: it takes more than a month of rows at once, or was reduced elsewhere. Then the week begins. */
export async function waitAWeek(
  ports: Ports,
  owner: Owner,
  { until, held, time, now }: Asked,
): Promise<boolean> {
  const { ledger } = ports;
  const facts = await ledger.allFacts();
  const months = new Set<string>();
  for (const fact of facts) {
    if ('occurrence' in fact && typeof fact.occurrence === 'string' && isReducedAway(fact, until)) {
      months.add(monthOfDate(fact.occurrence.slice(-10)));
    }
  }
  const closed = closedUntil(facts, until);
  for (const month of monthsOfClosed(facts, closed)) months.add(month);
  const elsewhere = reducedUntil(held) === until;
  if (months.size <= 1 && !elsewhere) return false;
  const own: Reduced = { kind: 'reduced', id: '', recordedAt: now, series: '', until, months: [], ...closed };
  const limits = [own, ...held.map((one) => asClosedHere(one, facts))];
  const ownKeys = [owner.key, ...(owner.otherAddresses ?? [])];
  const wouldGo = await inTurns(countingGone(facts, limits, ownKeys), createPace(ports.turns));
  if (wouldGo === null) return false;
  const since = aheadBy(time, now) === null ? now : null;
  const waiting: WaitingDeletion = { until, since, elsewhere, wouldGo };
  await ledger.keepSetting(WAITING, waiting);
  return true;
}

/** Another time was chosen, or the clock was set back: what was due by then is not due any more. */
export async function dropWaiting(ledger: LedgerPort, due: string): Promise<void> {
  const waiting = await recallWaiting(ledger);
  if (waiting !== null && !waiting.elsewhere && waiting.until > due) await ledger.keepSetting(WAITING, null);
}

/** The clock was set right, or was right all along: the week begins. */
export async function beginWeek({ ledger, clock }: Ports, time: AgreedTime): Promise<WaitingDeletion | null> {
  const waiting = await recallWaiting(ledger);
  if (waiting === null || waiting.since !== null || aheadBy(time, clock()) !== null) return waiting;
  const begun = { ...waiting, since: clock() };
  await ledger.keepSetting(WAITING, begun);
  return begun;
}

/** The rows stay. Retention asks again when the next month is due, or another time is chosen. */
export async function undoWaiting({ ledger }: Pick<Ports, 'ledger'>): Promise<void> {
  const [waiting, { waiting: held, declined }] = [await recallWaiting(ledger), await heldIn(ledger)];
  const gone = held.map(({ id, until, closed = [] }) => ({ id, until, closed }));
  await ledger.keepSetting(HELD, { waiting: [], declined: [...declined, ...gone] });
  await ledger.keepSetting(WAITING, null);
  if (waiting !== null) await ledger.keepSetting(LOOKED, waiting.until);
  ledger.tellPanes();
}

import { type Reduced, type RetentionDays, reducedUntil } from '../../domain/facts/entered/reduced';
import type { Entry } from '../../domain/facts/log/fact';
import type { Owner } from '../../domain/facts/things/person';
import { provenTime } from '../../domain/forget/agreed-time';
import { closedUntil } from '../../domain/forget/closed-away';
import { monthToReduce, reductionsOf, retentionOf } from '../../domain/forget/reducing';
import { Stopped, stretchOf, type Watched } from '../../domain/pace';
import { enter } from '../enter/own-entries';
import type { Ports } from '../ports';
import { noteOpening } from './note-opening';
import {
  beginWeek,
  dropWaiting,
  isDue,
  LOOKED,
  recallHeld,
  releaseHeld,
  waitAWeek,
} from './waiting-deletion';
import { hasHeldErasures, settleErasures } from './waiting-erasure';

/** How many days facts about persons are kept. */
export const retention = async ({ ledger }: Ports): Promise<RetentionDays> =>
  retentionOf(await ledger.ownEntries());

/**
 * Another choice; what is older than it becomes counts when nothing speaks against it. `Stopped`: the choice stands, and
 * what is older goes when the pane has nothing else to do.
 */
export async function keepFor(
  ports: Ports,
  owner: Owner,
  days: RetentionDays,
  watched?: Watched,
): Promise<void> {
  await enter(ports, { kind: 'retention', days });
  // Chosen anew: what was put off by an Undo is due again.
  await ports.ledger.keepSetting(LOOKED, null);
  await reduceOld(ports, owner, watched);
}

/** Counting is soon done; taking the rows away goes through the whole log. */
const SHARE_OF_JUDGING = 0.2;

/**
 * Reduces what is older than it is to be kept to counts by the month (9), in every series, stopped ones too; what was
 * raised or promised and is closed for so long goes as well. Gives
 * whether anything was reduced. Nothing goes on the word of one clock; more than a month at once, or what another
 * machine or a file reduced, waits for a week. Whoever comes second finds nothing left to do.
 */
export async function reduceOld(ports: Ports, owner: Owner, watched: Watched = {}): Promise<boolean> {
  const done = await ports.seal.alone('loopkeeper-reduce', false, async () => {
    const until = await monthThatMayGo(ports, owner);
    return until !== null && reduce(ports, until, watched);
  });
  return done === true;
}

/** Up to which month rows may go now; null where none may. */
async function monthThatMayGo(ports: Ports, owner: Owner): Promise<string | null> {
  const { ledger } = ports;
  const now = ports.clock();
  const days = await retention(ports);
  const limits = (await ledger.limits()).filter((one) => one.kind === 'reduced');
  const looked = await ledger.setting(LOOKED);
  const isNew = (until: string) =>
    until > reducedUntil(limits) && !(typeof looked === 'string' && looked >= until);
  const held = await recallHeld(ledger);
  const byClock = monthToReduce(now, days, owner.zone);
  await dropWaiting(ledger, byClock);
  const mayGo = isNew(byClock) || held.length > 0;
  const time = await noteOpening(ports, mayGo || (await hasHeldErasures(ledger)));
  await settleErasures(ports, owner, time);
  if (!mayGo) return null;
  const proven = provenTime(time, now);
  const own = proven === null ? '' : monthToReduce(proven, days, owner.zone);
  const until = [isNew(own) ? own : '', reducedUntil(held)].sort().at(-1) ?? '';
  const waiting = await beginWeek(ports, time);
  if (waiting !== null) return isDue(waiting, time, now) ? waiting.until : null;
  if (until === '') return null;
  return (await waitAWeek(ports, owner, { until, held, time, now })) ? null : until;
}

async function reduce(ports: Ports, until: string, watched: Watched): Promise<boolean> {
  const { ledger } = ports;
  const own = await ledger.ownEntries();
  const series = new Set(own.flatMap((entry) => (entry.kind === 'keeping' ? [entry.series] : [])));
  const seen = new Set<string>();
  const entries: Reduced[] = [];
  const judging = stretchOf(watched, 0, SHARE_OF_JUDGING);
  let judged = 0;
  for (const one of series) {
    if (watched.signal?.aborted) throw new Stopped();
    const { lineage } = seen.has(one) ? { lineage: null } : await ledger.around(one);
    for (const reduced of lineage === null ? [] : reductionsOf(lineage, until)) {
      seen.add(reduced.series);
      entries.push({ kind: 'reduced', id: ports.seal.stamp(), recordedAt: ports.clock(), ...reduced });
    }
    judged += 1;
    judging.onProgress?.(judged, series.size);
  }
  const away = closedUntil(own, until);
  const isAny = away.closed.length > 0;
  const some = isAny || entries.some(({ months }) => months.length > 0);
  // They are of the whole log: one of these says so.
  const due = entries.map((entry, at) => (isAny && at === 0 ? { ...entry, ...away } : entry));
  const held = await recallHeld(ledger);
  const all: readonly Entry[] = [...(some ? due : []), ...held];
  if (all.length > 0) await ledger.append(all, [], stretchOf(watched, SHARE_OF_JUDGING, 1));
  await releaseHeld(ledger);
  await ledger.keepSetting(LOOKED, until);
  return all.length > 0;
}

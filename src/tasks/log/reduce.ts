import { type RetentionDays, reducedUntil } from '../../domain/facts/entered/reduced';
import type { Entry } from '../../domain/facts/log/fact';
import type { Owner } from '../../domain/facts/things/person';
import { monthToReduce, reductionsOf, retentionOf } from '../../domain/forget/reducing';
import { Stopped, stretchOf, type Watched } from '../../domain/pace';
import { enter } from '../enter/own-entries';
import type { Ports } from '../ports';

/** How many days facts about persons are kept. */
export const retention = async ({ ledger }: Ports): Promise<RetentionDays> =>
  retentionOf(await ledger.ownEntries());

/**
 * Another choice; what is older than it becomes counts at once. `Stopped`: the choice stands, and what is older goes
 * when the pane has nothing else to do.
 */
export async function keepFor(
  ports: Ports,
  owner: Owner,
  days: RetentionDays,
  watched?: Watched,
): Promise<void> {
  await enter(ports, { kind: 'retention', days });
  await reduceOld(ports, owner, watched);
}

/** Counting is soon done; taking the rows away goes through the whole log. */
const SHARE_OF_JUDGING = 0.2;

/** Small setting of this machine: up to which month was looked, so that nothing is read when there is nothing to do. */
const LOOKED = 'reduced-until';

/**
 * Reduces what is older than it is to be kept to counts by the month (9), in every series, stopped ones too. Gives
 * whether anything was reduced. Whoever comes second finds nothing left to do.
 */
export async function reduceOld(ports: Ports, owner: Owner, watched: Watched = {}): Promise<boolean> {
  const { ledger } = ports;
  const until = monthToReduce(ports.clock(), await retention(ports), owner.zone);
  const limits = (await ledger.limits()).filter((one) => one.kind === 'reduced');
  const looked = await ledger.setting(LOOKED);
  if (reducedUntil(limits) >= until || (typeof looked === 'string' && looked >= until)) return false;
  const done = await ports.seal.alone('loopkeeper-reduce', false, async () => {
    const own = await ledger.ownEntries();
    const series = new Set(own.flatMap((entry) => (entry.kind === 'keeping' ? [entry.series] : [])));
    const seen = new Set<string>();
    const entries: Entry[] = [];
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
    const some = entries.some((entry) => entry.kind === 'reduced' && entry.months.length > 0);
    if (some) await ledger.append(entries, [], stretchOf(watched, SHARE_OF_JUDGING, 1));
    await ledger.keepSetting(LOOKED, until);
    return some;
  });
  return done === true;
}

import type { Fact } from '../domain/facts/log/fact';
import type { Owner } from '../domain/facts/things/person';
import type { Forgetting } from '../domain/forget/forgetting';
import { createSieve } from '../domain/forget/sieve';
import type { LogAccess } from './append';
import { addFacts } from './facts/adding';
import { factsAside, heldErasures, keepAside, keepHeld } from './facts/aside';
import { limitsOf, renewLimits } from './facts/erasure-limits';
import { beginUnit, cachedFrom, putUnit } from './facts/unit-of-work';
import { forgetKept } from './forget-facts';
import { renewEdition } from './store/edition';
import { createMeter } from './store/meter';
import type { Counts } from './store/records';
import { noteNumbers } from './views/decision-numbers';
import { judgeAll } from './views/judging';

/** What erasures of other machines and files took out of the log, for a week. */
export interface ErasedElsewhere {
  readonly facts: () => Promise<readonly Fact[]>;
  /** Back into the log; those erasures are not heeded here from then on. */
  readonly restore: () => Promise<void>;
  /** For good. */
  readonly letGo: () => Promise<void>;
}

export function createErasedElsewhere(
  keeping: LogAccess,
  restored: (counts: Counts) => void,
): ErasedElsewhere {
  const { store } = keeping;
  return {
    facts: () => store.read(['meta'], factsAside),
    restore: async () => {
      const counts = await restoreErased(keeping);
      if (counts !== null) restored(counts);
    },
    letGo: () =>
      store.write('strict', async (tx) => {
        keepAside(tx, []);
        keepHeld(tx, { ...(await heldErasures(tx)), waiting: [] });
      }),
  };
}

/**
 * Undoes the erasures that wait: out of the log with them, and with what they left of facts; the facts as they were take
 * its place. From then on these erasures are not heeded here. Null where none wait.
 */
async function restoreErased({ store, keeper, cache }: LogAccess): Promise<Counts | null> {
  const { counts, recalled } = await store.write('strict', async (tx) => {
    const unit = await beginUnit(tx, cache);
    const { waiting, declined } = await heldErasures(tx);
    if (waiting.length === 0) return { counts: null, recalled: null };
    const ended = new Set(waiting.map(({ id }) => id));
    const { fact: left } = createSieve((await limitsOf(tx)).filter(({ id }) => !ended.has(id)));
    const before = await factsAside(tx);
    const aside = before.map(left).filter((fact) => fact !== null);
    const meter = createMeter();
    await forgetKept(tx, unit, without([...waiting, ...before]), null, meter);
    const added = await addFacts(unit, aside);
    keepAside(tx, []);
    keepHeld(tx, { waiting: [], declined: [...declined, ...waiting] });
    const owner = keeper.owner() ?? ((await tx.get('meta', 'owner'))?.value as Owner | undefined) ?? null;
    const roots = new Set([...unit.series.values()].map(({ root }) => root));
    if (owner !== null) {
      await judgeAll(tx, unit, roots, owner, keeper, keeper.clock(), { meter, anew: true });
    }
    await noteNumbers(tx, added.fresh);
    await putUnit(unit, tx, meter);
    await renewLimits(tx);
    return { counts: unit.counts, recalled: cachedFrom(unit, await renewEdition(tx)) };
  });
  if (recalled !== null) cache.keep(recalled);
  return counts;
}

/** Takes out these facts, and nothing of any other. */
function without(facts: readonly Fact[]): Forgetting {
  const ids = new Set(facts.map(({ id }) => id));
  return {
    fact: (fact) => (ids.has(fact.id) ? null : fact),
    value: (value) => value,
    mentions: () => false,
  };
}

import { backupDue } from '../domain/forget/backup';
import { createSieve } from '../domain/forget/sieve';
import { Stopped, stretchOf } from '../domain/pace';
import { erasePerson, planErasing } from '../tasks/forget';
import { keepFor, retention } from '../tasks/reduce';
import { recallRoaming, rememberRoaming } from '../tasks/roam-ports';
import type { KeeperDesk } from '../ui/state/keeper-desk';
import { type House, ownerOf, showAgain } from './house';
import { forgetScene } from './keep-scene';

/** Forgetting and looking after the log. */
export function createKeeperDesk(house: House): KeeperDesk {
  const { ports, stage } = house;
  return {
    planErasing: (person) => planErasing(ports, ownerOf(house), person),
    erase: async (person, role, watch) => {
      const erased = await unlessStopped(() => erasePerson(ports, ownerOf(house), person, role, watch));
      if (!erased) return false;
      const { mentions } = createSieve(await ports.ledger.limits());
      house.drafts.forget(mentions);
      forgetScene();
      const { message, kept } = stage.scene();
      stage.show({
        message: mentions(message) ? null : (message ?? null),
        kept: kept.filter((one) => !mentions(one.title)),
        done: `${person.name} was erased from this log.`,
      });
      await showAgain(house);
      return true;
    },
    check: async (watch) => {
      const checked = { whole: false, asKept: false };
      const done = await unlessStopped(async () => {
        checked.whole = await ports.ledger.check(stretchOf(watch, 0, SHARE_OF_LOOKING));
        checked.asKept = await ports.ledger.rebuild(stretchOf(watch, SHARE_OF_LOOKING, 1));
      });
      await showAgain(house);
      if (!done) return null;
      if (!checked.whole) void readAgain(house);
      return checked;
    },
    backupDue: async () => {
      const { ledger } = ports;
      const at = async (name: string) => {
        const kept = await ledger.setting(name);
        return typeof kept === 'number' ? kept : null;
      };
      const roaming = (await ledger.setting('roaming')) as { readonly on?: unknown } | null;
      // What lies in a memory or in OneDrive as well is a matter of its own.
      if (ledger.kept === 'memory' || roaming?.on === true) return null;
      return backupDue(
        await ledger.ownEntries(),
        await at('exported-at'),
        await at('not-now-at'),
        ports.clock(),
      );
    },
    remindLater: () => ports.ledger.keepSetting('not-now-at', ports.clock()),
    retention: () => retention(ports),
    keepFor: async (days, watch) => {
      const done = await unlessStopped(() => keepFor(ports, ownerOf(house), days, watch));
      forgetScene();
      await showAgain(house);
      return done;
    },
  };
}

/** Counting what is there takes less than making all views anew. */
const SHARE_OF_LOOKING = 0.4;

/** False: somebody ended it. */
async function unlessStopped(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    if (thrown instanceof Stopped) return false;
    throw thrown;
  }
}

/** What was lost here may still be in the calendar, and in the files of OneDrive: all of both is read once more. */
async function readAgain(house: House): Promise<void> {
  const { ledger } = house.ports;
  const roaming = await recallRoaming(ledger);
  if (roaming.on) {
    await rememberRoaming(ledger, { ...roaming, tags: null });
    void (await house.roaming()).exchange();
  }
  const { refresh } = await import('./reading');
  await refresh(house, true);
}

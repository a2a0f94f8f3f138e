import type { PressedMail } from '../../domain/facts/decided/pressed';
import { backupDue } from '../../domain/forget/backup';
import { createSieve } from '../../domain/forget/sieve';
import { orStopped, stretchOf } from '../../domain/pace';
import { checkFile } from '../../tasks/log/check-file';
import { erasePerson, planErasing } from '../../tasks/log/forget';
import { keepFor, retention } from '../../tasks/log/reduce';
import { undoWaiting } from '../../tasks/log/waiting-deletion';
import { undoErasing } from '../../tasks/log/waiting-erasure';
import { recallRoaming, rememberRoaming } from '../../tasks/roam/state';
import { takeBackFrom } from '../../tasks/send/settle';
import type { KeeperActions } from '../../ui/port/keeper-actions';
import { heldBackWords } from '../../ui/words/keep/sending';
import { forgetView } from '../keep-view';
import { ownerOf, type Session, showAgain } from '../session';
import { showGoing } from '../show-going';

/** Forgetting and looking after the log. */
export function createKeeperActions(session: Session): KeeperActions {
  const { ports, viewStore } = session;
  return {
    planErasing: (person) => planErasing(ports, ownerOf(session), person),
    erase: async (person, role, forms, watched) => {
      let others: readonly PressedMail[] = [];
      const before = async (mentions: (mail: PressedMail) => boolean) => {
        others = await takeBackFrom(ports, person, mentions);
      };
      const erasing = erasePerson(ports, ownerOf(session), person, role, { forms, watched, before });
      if ((await orStopped(erasing.then(() => true))) === null) return false;
      const { mentions } = createSieve(await ports.ledger.limits());
      session.drafts.forget(mentions);
      forgetView(session.shelf);
      const { message, kept, loops = [], syncs = [], peopleOwed = [] } = viewStore.view();
      viewStore.show({
        message: mentions(message) ? null : (message ?? null),
        kept: kept.filter((one) => !mentions(one.title)),
        loops: loops.filter((one) => !mentions(one)),
        syncs: syncs.filter((one) => !mentions(one)),
        peopleOwed: peopleOwed.filter((one) => !mentions(one)),
        done: `${person.name} was erased from this log.${heldBackWords(others)}`,
      });
      await session.courier().show();
      void session.courier().goOn();
      await showAgain(session);
      return true;
    },
    check: async (watch) => {
      const whole = await orStopped(ports.ledger.check(stretchOf(watch, 0, SHARE_OF_LOOKING)));
      if (whole === null) return null;
      const asKept = await orStopped(ports.ledger.rebuild(stretchOf(watch, SHARE_OF_LOOKING, 1)));
      await showAgain(session);
      if (!whole) void readAgain(session);
      return asKept === null ? null : { whole, asKept };
    },
    checkFile: async (text, beside, watch) => {
      const checked = await orStopped(checkFile(ports, text, beside, watch).then((check) => ({ check })));
      return checked === null ? 'stopped' : checked.check;
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
    keepRows: async () => {
      await undoWaiting(ports);
      await showGoing(session);
    },
    keepErased: async () => {
      await undoErasing(ports);
      await showGoing(session);
      await showAgain(session);
      // What came about them meanwhile is in the calendar, and in the files of OneDrive.
      void readAgain(session);
    },
    retention: () => retention(ports),
    keepFor: async (days, watch) => {
      const done = await orStopped(keepFor(ports, ownerOf(session), days, watch).then(() => true));
      forgetView(session.shelf);
      await showGoing(session);
      await showAgain(session);
      return done === true;
    },
  };
}

/** Counting what is there takes less than making all views anew. */
const SHARE_OF_LOOKING = 0.4;

/** What was lost here may still be in the calendar, and in the files of OneDrive: all of both is read once more. */
async function readAgain(session: Session): Promise<void> {
  const { ledger } = session.ports;
  const roaming = await recallRoaming(ledger);
  if (roaming.on) {
    await rememberRoaming(ledger, { ...roaming, tags: null });
    void (await session.roaming()).exchange();
  }
  const { refresh } = await import('../read-calendar');
  await refresh(session, true);
}

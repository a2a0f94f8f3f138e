import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { orStopped } from '../../domain/pace';
import { fail, ok } from '../../domain/result';
import { Trouble } from '../../domain/trouble';
import { eraseLog } from '../../tasks/log/erase-log';
import { type ImportPlan, importLog, planImport } from '../../tasks/log/import-log';
import { recallRoaming } from '../../tasks/roam/state';
import type { Actions, Situation } from '../../ui/port/actions';
import { forgetView } from '../keep-view';
import { type Session, showAgain } from '../session';

type RecordActions = Pick<Actions, 'readImport' | 'doImport' | 'eraseAll' | 'importAttendance'>;

/** The meeting that is open, of which nothing is kept any more. */
const newAgain = ({ id, title }: JudgedLineage): Situation => ({
  kind: 'new-series',
  series: id,
  title,
  organizer: null,
});

/** What comes into the log from files, and forgetting everything. */
export function createRecordActions(session: Session): RecordActions {
  const { ports, viewStore } = session;
  return {
    readImport: async (text, watched) => {
      const plan = await orStopped(planImport(ports, text, watched));
      if (plan === null) return null;
      return plan.ok ? ok({ ...plan.value, facts: plan.value }) : fail(plan.fault);
    },

    doImport: async (plan, wishes) => {
      const chosen = plan.facts as ImportPlan;
      // Without Graph the file is all that says whose log this is.
      if (viewStore.view().owner === null && chosen.owner !== null) {
        await ports.ledger.keepSetting('owner', chosen.owner);
        viewStore.show({ owner: chosen.owner });
      }
      const added = await importLog(ports, chosen, wishes);
      // What the browser had emptied is back, as far as a file can bring it.
      if (viewStore.view().storage === 'lost') {
        session.acceptLoss();
        viewStore.show({ storage: 'disk' });
      }
      await showAgain(session);
      void import('../reduce-when-idle').then(({ reduceWhenIdle }) => reduceWhenIdle(session));
      return { added };
    },

    importAttendance: async (occurrence, file, shift) => {
      const { importAttendance } = await import('../../tasks/log/import-attendance');
      const { lineage, owner } = viewStore.view();
      const chosen = lineage?.occurrences.find((one) => one.key === occurrence);
      if (chosen === undefined || owner === null) throw new Trouble('not-found', 'occurrence of the report');
      const done = await importAttendance(ports, chosen, owner, file, shift);
      await showAgain(session);
      return done;
    },

    eraseAll: async () => {
      const roaming = (await recallRoaming(ports.ledger)).on ? await session.roaming() : null;
      await roaming?.stop();
      await eraseLog(ports);
      roaming?.forgetKeys();
      session.drafts.forgetAll();
      forgetView(session.shelf);
      delete session.byName;
      session.forgetSignIn();
      const { lineage } = viewStore.view();
      viewStore.show({
        ...{ lineage: null, decisions: [], recaps: [], untold: null, gestures: [], lookBacks: [], kept: [] },
        ...{ marks: [], waiting: [], message: null, trend: null, outgoing: [], erasedMails: [], loops: [] },
        ...{ syncs: [], peopleOwed: [] },
        // Read again it would be signed in again, and its owner be known again: that waits for whoever comes back.
        ...(lineage === null ? {} : { situation: newAgain(lineage) }),
        done: 'Everything was erased here.',
      });
    },
  };
}

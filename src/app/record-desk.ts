import { judgeLineage } from '../domain/judge';
import type { JudgedLineage } from '../domain/judged';
import { fail, ok } from '../domain/result';
import { Trouble } from '../domain/trouble';
import { type ImportPlan, importLog, planImport } from '../tasks/import-log';
import type { Desk, ExportKind, ExportResult } from '../ui/state/desk';
import { type House, showAgain } from './house';

const VERSION = '1.0.0';

type RecordDesk = Pick<Desk, 'exportLog' | 'readImport' | 'doImport' | 'eraseAll' | 'rebuild'>;

/** The whole log in and out: files to keep, files from elsewhere, and forgetting everything. */
export function createRecordDesk(house: House): RecordDesk {
  const { ports } = house;
  return {
    exportLog: (as) => exportLog(house, as),

    readImport: async (text) => {
      const plan = await planImport(ports, text);
      return plan.ok ? ok({ ...plan.value, facts: plan.value }) : fail(plan.fault);
    },

    doImport: async (plan) => {
      const added = await importLog(ports, plan.facts as ImportPlan);
      await adoptOwner(house, plan.facts as ImportPlan);
      await showAgain(house);
      return { added };
    },

    eraseAll: async () => {
      await ports.ledger.eraseAll();
      house.stage.show({
        lineage: null,
        decisions: [],
        recaps: [],
        kept: [],
        situation: { kind: 'starting' },
      });
    },

    rebuild: () => ports.ledger.rebuild(),
  };
}

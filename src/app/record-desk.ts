import { standingDecisions } from '../domain/agree/decision-course';
import { asRecognized } from '../domain/facts/as-recognized';
import type { Attachment } from '../domain/facts/message';
import { standingFacts } from '../domain/facts/standing';
import { judgeLineage } from '../domain/judge/judge';
import type { JudgedLineage } from '../domain/judge/judged';
import { fail, ok, type Result } from '../domain/result';
import { Trouble } from '../domain/trouble';
import type { TeamsCsvFault } from '../formats/teams-csv';
import { eraseLog } from '../tasks/erase-log';
import { type ImportPlan, importLog, planImport } from '../tasks/import-log';
import { recallRoaming } from '../tasks/roam-ports';
import type { Desk, ExportKind, ExportResult } from '../ui/state/desk';
import { type House, ownerOf, showAgain } from './house';
import { forgetScene } from './keep-scene';

const VERSION = '1.0.0';
const MIME = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

type RecordDesk = Pick<Desk, 'exportLog' | 'readImport' | 'doImport' | 'eraseAll' | 'importTeamsCsv'>;

/** The whole log in and out: files to keep, files from elsewhere, and forgetting everything. */
export function createRecordDesk(house: House): RecordDesk {
  const { ports, stage } = house;
  return {
    exportLog: (as) => exportLog(house, as),

    readImport: async (text) => {
      const plan = await planImport(ports, text);
      return plan.ok ? ok({ ...plan.value, facts: plan.value }) : fail(plan.fault);
    },

    doImport: async (plan, wishes) => {
      const chosen = plan.facts as ImportPlan;
      // Without Graph the file is all that says whose log this is.
      if (stage.scene().owner === null && chosen.owner !== null) {
        await ports.ledger.keepSetting('owner', chosen.owner);
        stage.show({ owner: chosen.owner });
      }
      const added = await importLog(ports, chosen, wishes);
      // What the browser had emptied is back, as far as a file can bring it.
      if (stage.scene().storage === 'lost') {
        house.acceptLoss();
        stage.show({ storage: 'disk' });
      }
      await showAgain(house);
      return { added };
    },

    importTeamsCsv: async (occurrence, file): Promise<Result<null, TeamsCsvFault>> => {
      const { importTeamsCsv } = await import('../tasks/import-teams-csv');
      const { lineage, owner } = stage.scene();
      const chosen = lineage?.occurrences.find((one) => one.key === occurrence);
      if (chosen === undefined || owner === null) throw new Trouble('not-found', 'occurrence of the report');
      const done = await importTeamsCsv(ports, chosen, owner, file);
      await showAgain(house);
      return done;
    },

    eraseAll: async () => {
      const roaming = (await recallRoaming(ports.ledger)).on ? await house.roaming() : null;
      await roaming?.stop();
      await eraseLog(ports);
      roaming?.forgetKeys();
      house.drafts.forgetAll();
      forgetScene();
      stage.show({
        ...{ lineage: null, decisions: [], recaps: [], gestures: [], lookBacks: [], kept: [] },
        situation: { kind: 'starting' },
      });
      const { refresh } = await import('./reading');
      await refresh(house);
    },
  };
}

/** Every kept lineage, judged now, with all decisions and recaps. */
export async function wholeLog(house: House) {
  const { ports, stage } = house;
  const { owner } = stage.scene();
  const facts = await ports.ledger.allFacts();
  const lineages: JudgedLineage[] = [];
  for (const { lineage } of await ports.ledger.keptSeries()) {
    const judged = owner === null ? null : judgeLineage({ owner, facts }, lineage, ports.clock());
    if (judged !== null) lineages.push(judged);
  }
  // A file to keep holds every fact as it was recorded; what is told of them goes by the names of today.
  const read = asRecognized(facts);
  return {
    facts,
    owner,
    lineages,
    told: {
      decisions: standingDecisions(read, ports.clock()),
      recaps: read.filter((fact) => fact.kind === 'recap'),
      answers: standingFacts(read).filter((fact) => fact.kind === 'answer'),
    },
  };
}

async function exportLog(house: House, as: ExportKind): Promise<ExportResult> {
  const now = house.ports.clock();
  const { facts, owner, lineages, told } = await wholeLog(house);
  if (owner === null) throw new Trouble('not-found', 'owner of the log');
  const { exportName } = await import('../formats/file-name');
  const name = (ending: string) =>
    exportName('loopkeeper-log', new Date(now).toISOString().slice(0, 10), ending);
  if (as === 'json') {
    const { logJson } = await import('../formats/log-json');
    const text = logJson({ facts, owner, exportedAt: now, app: VERSION });
    await house.ports.ledger.keepSetting('exported-at', now);
    return {
      name: name('json'),
      text: null,
      file: { bytes: new TextEncoder().encode(text), mime: MIME.json },
    };
  }
  const [{ logRows }, { logCsv }] = await Promise.all([
    import('../formats/log-rows'),
    import('../formats/log-csv'),
  ]);
  const rows = logRows(lineages, told, { app: VERSION });
  if (as === 'xlsx') {
    const { logXlsx } = await import('../formats/log-xlsx');
    return {
      name: name('xlsx'),
      text: null,
      file: { bytes: logXlsx(rows, lineages, told), mime: MIME.xlsx },
    };
  }
  const text = logCsv(rows);
  if (as === 'mail') {
    await draftToSelf(house, { name: name('csv'), mime: MIME.csv, bytes: new TextEncoder().encode(text) });
    return { name: name('csv'), text: null, file: null };
  }
  if (as === 'copy') return { name: name('csv'), text, file: null };
  return { name: name('csv'), text: null, file: { bytes: new TextEncoder().encode(text), mime: MIME.csv } };
}

/** "Mail me the log": a draft to oneself with the file, shown in Outlook; nothing is sent. */
async function draftToSelf(house: House, attachment: Attachment): Promise<void> {
  const owner = ownerOf(house);
  await house.allow(['Mail.ReadWrite']);
  const words = 'The log is attached.';
  const { postbox } = house.ports.graph;
  const draft = await postbox.draft(
    {
      to: [owner],
      subject: attachment.name,
      text: words,
      html: `<p>${words}</p>`,
      attachments: [attachment],
    },
    house.ports.seal.newKey(),
  );
  const { showDraft } = await import('../office/compose');
  // Older clients cannot show it; it lies in Drafts all the same.
  await postbox
    .outlookId(draft.id)
    .then(showDraft)
    .catch(() => undefined);
}

import { type DecisionHistory, decisionHistories, standingAmong } from '../../domain/agree/decision-history';
import { standingFacts } from '../../domain/facts/log/standing';
import type { Owner } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { oneToOnesOf } from '../../domain/measure/hearing';
import { goOn, inTurns, type Steps, stoppable, type Watched } from '../../domain/pace';
import { writingJson } from '../../formats/log/log-json';
import { writingCsv } from '../../formats/table/log-csv';
import { type ToldFacts, tabling } from '../../formats/table/log-rows';
import { writingXlsx } from '../../formats/table/log-xlsx';
import type { Wording } from '../../formats/text/wording';
import type { Ports } from '../ports';

/** A file in pieces. */
export type Pieces = readonly (string | Uint8Array)[];

export interface JudgedLog {
  readonly lineages: readonly JudgedLineage[];
  readonly told: ToldFacts;
  /** Every decision with what became of it. */
  readonly histories: readonly DecisionHistory[];
}

/** Every kept lineage, judged now, with all decisions and recaps. Progress is told in lineages. */
export async function judgedLog({ ledger, clock }: Ports, watched: Watched = {}): Promise<JudgedLog> {
  const now = clock();
  const lineages: JudgedLineage[] = [];
  const kept = await ledger.keptSeries();
  for (const [at, series] of kept.entries()) {
    goOn(watched);
    watched.onProgress?.(at, kept.length);
    const { lineage } = await ledger.around(series.lineage);
    if (lineage !== null) lineages.push(lineage);
  }
  const entries = await ledger.ownEntries();
  const standing = standingFacts(entries);
  const histories = decisionHistories(entries, now);
  return {
    lineages,
    histories,
    told: {
      decisions: standingAmong(histories),
      recaps: entries.filter((fact) => fact.kind === 'recap'),
      consulting: standing.filter(
        (fact) => fact.kind === 'input-request' || fact.kind === 'answer' || fact.kind === 'decision-step',
      ),
      agreements: standing.filter((fact) => fact.kind === 'agreement' || fact.kind === 'agreement-reply'),
      oneToOnes: lineages.flatMap(oneToOnesOf),
    },
  };
}

interface Exported {
  readonly as: 'csv' | 'xlsx' | 'json';
  readonly owner: Owner;
  readonly app: string;
  /** For the sheet that is read. */
  readonly wording: Wording;
}

/**
 * The log as a file. Progress is told in meetings, half of it for judging them and half for writing; of JSON, which has
 * every fact as it was recorded, in entries. What was stopped leaves nothing behind.
 */
export async function exportLog(
  ports: Ports,
  { as, ...log }: Exported,
  watched: Watched = {},
): Promise<Pieces> {
  return as === 'json' ? everything(ports, log, watched) : table(ports, as, log, watched);
}

type Of = Omit<Exported, 'as'>;

async function everything(
  ports: Ports,
  { owner, app }: Omit<Of, 'wording'>,
  watched: Watched,
): Promise<Pieces> {
  const exportedAt = ports.clock();
  const facts = await ports.ledger.allFacts();
  goOn(watched);
  const tell = (done: number) => watched.onProgress?.(done, facts.length);
  const steps = writingJson({ facts, owner, exportedAt, app }, tell);
  const pieces = await inTurns(steps, stoppable(ports.turns, watched));
  goOn(watched);
  await ports.ledger.keepSetting('exported-at', exportedAt);
  return pieces;
}

async function table(ports: Ports, as: 'csv' | 'xlsx', log: Of, watched: Watched): Promise<Pieces> {
  const { onProgress } = watched;
  const halfway = (done: number, of: number) => onProgress?.(done / 2, of);
  const judged = await judgedLog(ports, { ...watched, onProgress: halfway });
  const of = judged.lineages.length;
  const tell = (share: number) => onProgress?.(((1 + share) / 2) * of, of);
  const pieces = await inTurns(writing(judged, as, log, tell), stoppable(ports.turns, watched));
  goOn(watched);
  return pieces;
}

function* writing(
  judged: JudgedLog,
  as: 'csv' | 'xlsx',
  { app, owner, wording }: Of,
  tell: (share: number) => void,
): Steps<Pieces> {
  const rows = yield* tabling(judged.lineages, judged.told, { app });
  const onRows = (done: number) => tell(done / Math.max(1, rows.length));
  return as === 'csv'
    ? yield* writingCsv(rows, onRows)
    : yield* writingXlsx({ ...judged, rows, wording, zone: owner.zone }, onRows);
}

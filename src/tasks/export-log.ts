import { standingDecisions } from '../domain/agree/decision-course';
import type { Owner } from '../domain/facts/person';
import { standingFacts } from '../domain/facts/standing';
import { judging } from '../domain/judge/judge';
import type { JudgedLineage } from '../domain/judge/judged';
import { inTurns, type Steps } from '../domain/pace';
import { type Going, goOn, RESTLESS, stoppable } from '../domain/stoppable';
import { writingCsv } from '../formats/log-csv';
import { writingJson } from '../formats/log-json';
import { type ToldFacts, tabling } from '../formats/log-rows';
import { writingXlsx } from '../formats/log-xlsx';
import type { Ports } from './ports';

/** A file in pieces. */
export type Pieces = readonly (string | Uint8Array)[];

export interface JudgedLog {
  readonly lineages: readonly JudgedLineage[];
  readonly told: ToldFacts;
}

/** Every kept lineage, judged now, with all decisions and recaps. Progress is told in lineages. */
export async function judgedLog(ports: Ports, owner: Owner, going: Going = {}): Promise<JudgedLog> {
  const { onProgress, signal, pace = RESTLESS } = going;
  const now = ports.clock();
  const lineages: JudgedLineage[] = [];
  const kept = await ports.ledger.keptSeries();
  for (const [at, { lineage }] of kept.entries()) {
    goOn(signal);
    onProgress?.(at, kept.length);
    const facts = await ports.ledger.historyOf(lineage);
    const judged = await inTurns(judging({ owner, facts }, lineage, now), stoppable(pace, signal));
    if (judged !== null) lineages.push(judged);
  }
  const entries = await ports.ledger.ownEntries();
  const standing = standingFacts(entries);
  return {
    lineages,
    told: {
      decisions: standingDecisions(entries, now),
      recaps: entries.filter((fact) => fact.kind === 'recap'),
      answers: standing.filter((fact) => fact.kind === 'answer'),
    },
  };
}

interface Exported {
  readonly as: 'csv' | 'xlsx' | 'json';
  readonly owner: Owner;
  readonly app: string;
}

/**
 * The log as a file. Progress is told in meetings, half of it for judging them and half for writing; of JSON, which has
 * every fact as it was recorded, in entries. What was stopped leaves nothing behind.
 */
export async function exportLog(ports: Ports, { as, ...log }: Exported, going: Going = {}): Promise<Pieces> {
  return as === 'json' ? everything(ports, log, going) : table(ports, as, log, going);
}

type Of = Omit<Exported, 'as'>;

async function everything(ports: Ports, { owner, app }: Of, going: Going): Promise<Pieces> {
  const { onProgress, signal, pace = RESTLESS } = going;
  const exportedAt = ports.clock();
  const facts = await ports.ledger.allFacts();
  goOn(signal);
  const tell = (done: number) => onProgress?.(done, facts.length);
  const steps = writingJson({ facts, owner, exportedAt, app }, tell);
  const pieces = await inTurns(steps, stoppable(pace, signal));
  goOn(signal);
  await ports.ledger.keepSetting('exported-at', exportedAt);
  return pieces;
}

async function table(ports: Ports, as: 'csv' | 'xlsx', { owner, app }: Of, going: Going): Promise<Pieces> {
  const { onProgress, signal, pace = RESTLESS } = going;
  const halfway = (done: number, of: number) => onProgress?.(done / 2, of);
  const judged = await judgedLog(ports, owner, { ...going, onProgress: halfway });
  const of = judged.lineages.length;
  const tell = (share: number) => onProgress?.(((1 + share) / 2) * of, of);
  const pieces = await inTurns(writing(judged, as, app, tell), stoppable(pace, signal));
  goOn(signal);
  return pieces;
}

function* writing(
  { lineages, told }: JudgedLog,
  as: 'csv' | 'xlsx',
  app: string,
  tell: (share: number) => void,
): Steps<Pieces> {
  const rows = yield* tabling(lineages, told, { app });
  const onRows = (done: number) => tell(done / Math.max(1, rows.length));
  return as === 'csv' ? yield* writingCsv(rows, onRows) : yield* writingXlsx(rows, lineages, told, onRows);
}

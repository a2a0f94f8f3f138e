import { standingAmong } from '../../domain/agree/decision-history';
import type { Owner } from '../../domain/facts/things/person';
import { goOn, inTurns, type Steps, stoppable, type Watched } from '../../domain/pace';
import { EVERYTHING, type LogScope } from '../../domain/tell/log-scope';
import { chaining } from '../../formats/log/chain';
import { writingJson } from '../../formats/log/log-json';
import { writingCsv } from '../../formats/table/log-csv';
import { type ToldFacts, tabling } from '../../formats/table/log-rows';
import { writingXlsx } from '../../formats/table/log-xlsx';
import type { Wording } from '../../formats/text/wording';
import type { Ports } from '../ports';
import { type JudgedLog, judgedLog } from './judged-log';

/** A file in pieces. */
export type Pieces = readonly (string | Uint8Array)[];

interface Exported {
  readonly as: 'csv' | 'xlsx' | 'json';
  readonly owner: Owner;
  readonly app: string;
  /** What of it goes into a table; JSON is always everything. */
  readonly scope?: LogScope;
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

/** The digests of the lines of a table, as a file beside it (13.8). */
export async function chainOf(ports: Ports, pieces: Pieces, watched: Watched): Promise<string> {
  const text = pieces.filter((piece) => typeof piece === 'string');
  return JSON.stringify(await inTurns(chaining(text), stoppable(ports.turns, watched)));
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
  const judged = await judgedLog(ports, { ...watched, onProgress: halfway }, log.scope);
  const of = judged.lineages.length;
  const tell = (share: number) => onProgress?.(((1 + share) / 2) * of, of);
  const pieces = await inTurns(writing(judged, as, log, tell), stoppable(ports.turns, watched));
  goOn(watched);
  return pieces;
}

function* writing(
  judged: JudgedLog,
  as: 'csv' | 'xlsx',
  { app, owner, wording, scope = EVERYTHING }: Of,
  tell: (share: number) => void,
): Steps<Pieces> {
  const rows = yield* tabling(judged.lineages, judged.told, { app });
  const onRows = (done: number) => tell(done / Math.max(1, rows.length));
  return as === 'csv'
    ? yield* writingCsv(rows, onRows)
    : yield* writingXlsx({ ...judged, told: ofPart(judged), rows, scope, wording, zone: owner.zone }, onRows);
}

/** Counted are the decisions of the part alone. */
const ofPart = ({ told, histories }: JudgedLog): ToldFacts => ({
  ...told,
  decisions: standingAmong(histories),
});

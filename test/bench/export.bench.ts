import papaparse from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { judging } from '../../src/domain/judge/verdict/judge';
import { EVERYTHING } from '../../src/domain/tell/log-scope';
import { readingJson, writingJson } from '../../src/formats/log/log-json';
import { writingCsv } from '../../src/formats/table/log-csv';
import { LOG_COLUMNS, type LogRow, tabling } from '../../src/formats/table/log-rows';
import { writingXlsx } from '../../src/formats/table/log-xlsx';
import { wordingOf } from '../../src/ui/words/wording';
import { logCsv, logJson, logRows, logXlsx } from '../at-once';
import { histories, LARGE, largeLog, owner } from './large-log';
import type { Ratio } from './ratio';
import { longestStretch } from './stretch';

/** So many rows the slowest peer bears. */
const FEW = 10_000;
const NAMES = LOG_COLUMNS.map(([name]) => name);
const NOTHING_TOLD = { decisions: [], recaps: [] };

const concatenated = (rows: readonly LogRow[]): number => {
  let text = '';
  for (const row of rows) {
    for (const name of NAMES) text += `${row[name]},`;
    text += '\n';
  }
  // A rope is no text yet: reading a letter of it makes it one.
  return text.charCodeAt(text.length >> 1);
};

const plain = (row: LogRow) =>
  NAMES.map((name) => {
    const value = row[name];
    return typeof value === 'object' && value !== null ? value.join('; ') : value;
  });

/** Of the processor, not of the clock: this takes long enough for other work to come between. The best of some rounds. */
async function spent(work: () => unknown, rounds = 1): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begun = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begun);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** In ms: how long a tap may wait at most. */
const TAP = 50;

/** How long each part of an export, and of reading one back, computes without letting anything else in. */
async function stretches(rows: readonly LogRow[]): Promise<Ratio[]> {
  const line = (what: string, value: number): Ratio => ({
    what: `longest stretch: ${what}`,
    value,
    unit: 'ms',
    peer: 'a tap may wait',
    peerValue: TAP,
  });
  const lineages = largeLog();
  const logs = histories(LARGE);
  let judged = 0;
  for (const { series, facts, end } of logs) {
    judged = Math.max(judged, await longestStretch(judging({ owner, facts }, series, end)));
  }
  const log = { facts: logs.flatMap(({ facts }) => facts), owner, exportedAt: 0, app: '1.0.0' };
  const wording = wordingOf('Europe/London', 0);
  const book = {
    rows,
    lineages,
    told: NOTHING_TOLD,
    histories: [],
    scope: EVERYTHING,
    wording,
    zone: 'Europe/London',
  };
  return [
    line(`judging ${LARGE} occurrences`, judged),
    line(`${rows.length} rows`, await longestStretch(tabling(lineages, NOTHING_TOLD, { app: '1.0.0' }))),
    line('CSV', await longestStretch(writingCsv(rows))),
    line('XLSX', await longestStretch(writingXlsx(book))),
    line('JSON', await longestStretch(writingJson(log))),
    line('reading it back', await longestStretch(readingJson(logJson(log)))),
  ];
}

/** The whole table as CSV and as a workbook. */
export async function measure(): Promise<Ratio[]> {
  const lineages = largeLog();
  const rows = logRows(lineages, NOTHING_TOLD, { app: '1.0.0' });
  const few = rows.slice(0, FEW);
  const floor = await spent(() => concatenated(rows), 2);
  const csv = await spent(() => logCsv(rows));
  const papa = await spent(() =>
    papaparse.unparse({ fields: NAMES, data: rows.map(plain) }, { escapeFormulae: true, newline: '\r\n' }),
  );
  const xlsx = await spent(() => logXlsx(rows, [], NOTHING_TOLD));
  const [fewOurs, fewTheirs] = [
    await spent(() => logXlsx(few, [], NOTHING_TOLD), 3),
    await spent(() =>
      writeXlsxFile(few.map((row) => plain(row).map((value) => ({ value }))) as never, {}).toBuffer(),
    ),
  ];
  const line = (what: string, value: number, peer: string, peerValue: number): Ratio => ({
    what,
    value,
    unit: 'ms',
    peer,
    peerValue,
  });
  const csvOf = `CSV of ${rows.length} rows`;
  return [
    line(csvOf, csv, 'string concatenation', floor),
    line(csvOf, csv, 'papaparse', papa),
    line(`XLSX of ${rows.length} rows`, xlsx, 'string concatenation of as many', floor),
    line(`XLSX of ${FEW} rows`, fewOurs, 'write-excel-file', fewTheirs),
    line(
      `XLSX, growth to ${rows.length} rows, for 1,000`,
      (xlsx / rows.length) * 1000,
      `${FEW} rows`,
      (fewOurs / FEW) * 1000,
    ),
    ...(await stretches(rows)),
  ];
}

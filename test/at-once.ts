import type { Found } from '../src/domain/candidates/candidates-of';
import { candidatesOf } from '../src/domain/candidates/candidates-of';
import type { Erasure } from '../src/domain/facts/entered/erasure';
import type { Fact } from '../src/domain/facts/log/fact';
import type { History } from '../src/domain/facts/log/history';
import type { SeriesId } from '../src/domain/facts/things/occurrence';
import { erasing } from '../src/domain/forget/erasing';
import { createSieve, limitsIn } from '../src/domain/forget/sieve';
import type { JudgedLineage } from '../src/domain/judge/judged/judged';
import { judging } from '../src/domain/judge/verdict/judge';
import { atOnce } from '../src/domain/pace';
import { EVERYTHING } from '../src/domain/tell/log-scope';
import type { Instant } from '../src/domain/time/time';
import { readingJson, writingJson } from '../src/formats/log/log-json';
import { findingFault } from '../src/formats/shapes/json-position';
import { readSource } from '../src/formats/spoken/read-source';
import { readSourceFile } from '../src/formats/spoken/source-file';
import { writingCsv } from '../src/formats/table/log-csv';
import { type LogRow, tabling } from '../src/formats/table/log-rows';
import { type WorkbookLog, writingXlsx } from '../src/formats/table/log-xlsx';
import { wordingOf } from '../src/ui/words/wording';

/** What the product does step by step, beside a person who goes on working, is done at once in a test. */
export const judgeLineage = (history: History, asked: SeriesId, now: Instant): JudgedLineage | null =>
  atOnce(judging(history, asked, now));

export const erasureOf = (...asked: Parameters<typeof erasing>): Erasure => atOnce(erasing(...asked));

/** A log as it is once its own erasures and reductions have been heeded, whatever order its facts came in. */
export function forgotten(facts: readonly Fact[]): readonly Fact[] {
  const { fact } = createSieve(limitsIn(facts));
  return facts.map(fact).filter((one) => one !== null);
}

export const logJson = (log: Parameters<typeof writingJson>[0]): string => atOnce(writingJson(log)).join('');
export const parseLogJson = (text: string) => atOnce(readingJson(text));
export const firstFault = (text: string): number | null => atOnce(findingFault(text));

export const logRows = (...asked: Parameters<typeof tabling>): readonly LogRow[] => atOnce(tabling(...asked));
export const logCsv = (rows: readonly LogRow[]): string => atOnce(writingCsv(rows)).join('');
export const logXlsx = (
  rows: WorkbookLog['rows'],
  lineages: WorkbookLog['lineages'],
  told: WorkbookLog['told'],
  more: Partial<WorkbookLog> = {},
): Uint8Array =>
  joined(
    atOnce(
      writingXlsx({
        rows,
        lineages,
        told,
        histories: [],
        scope: EVERYTHING,
        wording: wordingOf('Europe/London', 0),
        zone: 'Europe/London',
        ...more,
      }),
    ),
  );

/** The pieces as one. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export const sourceOf = (text: string) => atOnce(readSource(text));
export const sourceOfFile = (bytes: Uint8Array) => atOnce(readSourceFile(bytes));
/** What is found in a text; nothing in one that cannot be read. */
export function foundIn(text: string): Found {
  const source = sourceOf(text);
  return source.ok
    ? atOnce(candidatesOf(source.value))
    : { candidates: [], languageKnown: true, headedWith: null };
}

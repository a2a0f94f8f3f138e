import type { SeriesFile } from '../../facts/log/fact-index';
import type { DoubtedMail } from '../../facts/observed/doubt';
import { isAnswer } from '../../facts/observed/notice-mail';
import type { OccurrenceRow } from './rows';

/**
 * 2: a message about the whole series that is no evidence yet is asked about once, where it would change something
 * first: at the next row that had not begun when it came. Rows come in the order in which they begin, but for moves.
 */
export function withSeriesDoubts(
  rows: readonly OccurrenceRow[],
  { doubted }: SeriesFile,
): readonly OccurrenceRow[] {
  const changes = doubted.filter(({ mail }) => !isAnswer(mail.mail));
  if (changes.length === 0) return rows;
  const asked = new Map<OccurrenceRow, DoubtedMail[]>();
  for (const one of changes) {
    const next = rows
      .filter((row) => row.single === null && !row.onlyIfHeld && row.history.effective.start > one.mail.at)
      .reduce<OccurrenceRow | null>(
        (first, row) => (first === null || beginsBefore(row, first) ? row : first),
        null,
      );
    if (next !== null) asked.set(next, [...(asked.get(next) ?? []), one]);
  }
  return rows.map((row) => {
    const more = asked.get(row);
    return more === undefined
      ? row
      : { ...row, file: { ...row.file, doubted: [...row.file.doubted, ...more] } };
  });
}

const beginsBefore = (a: OccurrenceRow, b: OccurrenceRow): boolean =>
  a.history.effective.start < b.history.effective.start;

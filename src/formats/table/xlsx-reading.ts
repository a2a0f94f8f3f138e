import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import { sentRecaps } from '../../domain/facts/decided/sending';
import { getOr } from '../../domain/facts/log/fact-index';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { wholeDaysIn } from '../../domain/judge/judged/whole-days';
import { absenteesOf } from '../../domain/judge/questions/missed';
import type { Steps } from '../../domain/pace';
import type { Zone } from '../../domain/time/time';
import { type Wording, writtenName } from '../text/wording';
import { type MeetingOccurrence, occurrencesToTell } from './log-rows';
import type { Cell, Sheet } from './xlsx-sheet';

const COLUMNS: readonly (readonly [name: string, width: number])[] = [
  ['Date', 23],
  ['Meeting', 28],
  ['What happened', 34],
  ['Notice', 20],
  ['Who missed it', 24],
  ['Told', 34],
];

/** For whoever reads or prints it, in the zone of the words: a line for each occurrence, in the words of the screen, the newest last. */
export function* reading(
  lineages: readonly JudgedLineage[],
  recaps: readonly Telling[],
  wording: Wording,
  zone: Zone,
): Steps<Sheet> {
  const mails = new Map<OccurrenceKey, Telling[]>();
  for (const one of sentRecaps(recaps)) getOr(mails, one.occurrence, () => []).push(one);
  const lines = yield* occurrencesToTell(lineages.map((one) => wholeDaysIn(one, zone)));
  return {
    name: 'Reading',
    widths: COLUMNS.map(([, width]) => width),
    frozenRows: 1,
    filter: false,
    wraps: true,
    prints: true,
    rows: {
      length: lines.length + 1,
      at: (index) => {
        const line = lines[index - 1];
        if (line === undefined) return COLUMNS.map(([name]) => name);
        return cellsOf(line, mails.get(line.occurrence.key) ?? [], wording);
      },
    },
  };
}

function cellsOf(
  { lineage, occurrence: one }: MeetingOccurrence,
  mails: readonly Telling[],
  wording: Wording,
): readonly Cell[] {
  const { start } = one.original;
  const said = [wording.outcome(one), one.disputed ? 'disputed: it counts nowhere' : ''];
  return [
    `${wording.longDay(start)}${one.allDay ? '' : `, ${wording.time(start)}`}`,
    lineage.title,
    capital(said.filter((words) => words !== '').join(', ')),
    one.notice === null ? null : wording.notice(one.notice),
    absenteesOf(one)
      .map(({ person }) => writtenName(person))
      .join('; '),
    mails.map((mail) => toldWords(mail, wording)).join('; '),
  ];
}

const toldWords = ({ to, sentAt, recordedAt }: Telling, wording: Wording): string => {
  const at = sentAt ?? recordedAt;
  return `${wording.list(to.map(writtenName))}, ${wording.longDay(at)}, ${wording.time(at)}`;
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

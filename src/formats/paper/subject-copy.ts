import { DEFINITIONS_VERSION, PURPOSE } from '../../domain/version';
import { csvText } from '../table/csv';
import type { Paper, PaperPart } from './paper';
import {
  COPY_PARTS,
  type CopyLine,
  type CopyPart,
  type SubjectCopyInput,
  subjectLines,
} from './subject-lines';

/** Everything the log holds about one person, with definitions and evidence, for that person to read. */
export function subjectCopy(input: SubjectCopyInput): Paper {
  const { person, owner, wording, now } = input;
  const lines = subjectLines(input);
  const meetings = [...new Set(lines.map(({ meeting }) => meeting))];
  return {
    title: `What the log holds about ${person.name}`,
    about: `Kept by ${owner.name}; written out on ${wording.longDay(now)}. ${periodOf(lines, wording)}Other people are named A, B and so on.`,
    parts: [
      {
        heading: 'What this is',
        lines: [
          PURPOSE,
          'Every line says what it rests on: documented (calendar, message or report), noted (by a person) or inferred (between two looks at the calendar). What is not known is “not recorded” and counts nowhere. You can add a note to any line, or dispute it: then it counts nowhere and says so.',
        ],
      },
      ...meetings.flatMap((meeting) =>
        COPY_PARTS.flatMap((part) =>
          partOf(
            meeting,
            part,
            lines.filter((one) => one.meeting === meeting && one.part === part),
          ),
        ),
      ),
    ],
    foot: [`Definitions, version ${DEFINITIONS_VERSION}.`],
  };
}

const HEADINGS: Readonly<Record<CopyPart, string>> = {
  known: 'what is kept about the person',
  agreement: 'what was written down and agreed about being asked',
  number: 'the numbers',
  occurrence: 'each time',
  step: 'decided, asked and told',
  own: 'decided without asking first, or told late',
  point: 'what was raised with the person',
  promise: 'what the person, or the owner to them, said they would do',
  quote: 'what the person said in a transcript',
};

function partOf(meeting: string, part: CopyPart, lines: readonly CopyLine[]): readonly PaperPart[] {
  if (lines.length === 0) return [];
  const heading = meeting === '' ? capital(HEADINGS[part]) : `${meeting}: ${HEADINGS[part]}`;
  return [{ heading, list: true, lines: lines.map(inWords) }];
}

/** From the first thing it tells to the last. */
function periodOf(lines: readonly CopyLine[], { longDay }: SubjectCopyInput['wording']): string {
  const times = lines.flatMap(({ at }) => (at === null ? [] : [at]));
  if (times.length === 0) return '';
  return `It tells of ${longDay(Math.min(...times))} to ${longDay(Math.max(...times))}. `;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `Thu 29 Oct 2026 15:00, cancelled 10 min before. Marcus Hale: Not recorded. Rests on: …` */
const inWords = ({ part, when, said, restsOn, disputed }: CopyLine): string =>
  [
    when === '' ? said : `${when}${part === 'step' ? ':' : ','} ${said}`,
    restsOn === '' ? '' : `Rests on: ${restsOn}.`,
    disputed ? 'Disputed: it counts nowhere.' : '',
  ]
    .filter((words) => words !== '')
    .join(' ');

const HEADER = ['meeting', 'part', 'time_utc', 'time_local', 'said', 'rests_on', 'disputed'];

/** The same as a table, line by line; the definitions' version stands in the last column of each. */
export const subjectCsv = (input: SubjectCopyInput): string =>
  csvText([
    [...HEADER, 'definitions_version'],
    ...subjectLines(input).map(({ meeting, part, at, when, said, restsOn, disputed }) => [
      ...[meeting, part, at === null ? '' : new Date(at).toISOString().slice(0, 19).concat('Z'), when],
      ...[said, restsOn, disputed ? 'true' : '', `${DEFINITIONS_VERSION}`],
    ]),
  ]);

import type { AgreementStanding, AgreementView } from '../../domain/agree/agreed';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { Measure } from '../../domain/measure/measures';
import type { OwnSide } from '../../domain/measure/measures-of-person';
import { theirWords } from '../../domain/tell/escalation';
import { DEFINITIONS_VERSION, PURPOSE } from '../../domain/version';
import type { Wording } from '../text/wording';
import type { ChronicleLine } from './chronology-lines';
import type { Paper } from './paper';

export interface BriefInput {
  readonly lineage: JudgedLineage;
  readonly person: Person;
  readonly measures: readonly Measure[];
  readonly own: OwnSide;
  readonly agreement: AgreementView | null;
  readonly lines: readonly ChronicleLine[];
  readonly wording: Wording;
}

const STANDING_WORDS: Readonly<Record<AgreementStanding, string>> = {
  proposed: 'no reply recorded',
  agreed: 'agreed',
  declined: 'declined',
  ended: 'ended',
  replaced: 'replaced',
};

/** What happened, in the order it happened, both sides in it. It concludes nothing: that is for people to do. */
export function escalationBrief(input: BriefInput): Paper {
  const { lineage, person, measures, own, agreement, lines, wording } = input;
  const words = theirWords(lineage, person);
  return {
    title: `${lineage.title}: what happened so far`,
    about: 'A chronology, not a verdict. Both sides are in it.',
    parts: [
      { heading: 'The numbers', list: true, lines: measures.map(wording.measure) },
      {
        heading: 'My own side',
        list: true,
        lines: [
          `Left out because I was not there: ${own.absences.length}`,
          `Joined later: ${own.joinedLater.length}`,
          `Recaps not sent: ${own.recapsNotSent.length}`,
          `Told a day later or not yet: ${own.toldLate.length}`,
          `Decided without asking first: ${own.decidedWithoutAsking.length}`,
        ],
      },
      {
        heading: `${person.name} in their own words`,
        list: true,
        lines:
          words.length === 0
            ? [
                'No words of theirs are in the log. They have not been asked to read this, unless it says so below.',
              ]
            : words.map(({ start, words: said }) => `On ${wording.day(start)}: “${said}”`),
      },
      {
        heading: 'What was written down about being asked',
        lines: [
          agreement === null
            ? 'No agreement was written down.'
            : `An agreement about being asked, version ${agreement.agreement.version}, ${wording.day(agreement.agreement.recordedAt)}: ${STANDING_WORDS[agreement.standing]}.`,
        ],
      },
      {
        heading: 'What happened',
        list: true,
        lines: lines.map(({ day, time, words: said }) => `${day} ${time}: ${said}`),
      },
    ],
    foot: [PURPOSE, `Definitions, version ${DEFINITIONS_VERSION}.`],
  };
}

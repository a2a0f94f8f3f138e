import { isErasedKey } from '../domain/facts/erasure';
import { isSamePerson, type Owner, type Person } from '../domain/facts/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson, Reason } from '../domain/judge/judged';
import { measuresOfPerson } from '../domain/measure/measures-of-person';
import { type ChronicleStep, chronologyOfPerson } from '../domain/tell/chronology';
import { disguiseOf } from '../domain/tell/disguise';
import type { WholeRecord } from '../domain/tell/whole-record';
import type { Instant } from '../domain/time/time';
import { DEFINITIONS_VERSION, PURPOSE } from '../domain/version';
import { chronicleLines } from './chronology-lines';
import type { Paper, PaperPart } from './paper';
import type { Wording } from './wording';

export interface SubjectCopyInput {
  readonly person: Person;
  readonly owner: Owner;
  readonly log: WholeRecord;
  readonly wording: Wording;
  readonly now: Instant;
}

/**
 * Everything the log holds about one person, with definitions and evidence, for that person to read. Everybody else
 * but the owner is a letter, in free text, too.
 */
export function subjectCopy({ person, owner, log, wording, now }: SubjectCopyInput): Paper {
  const lineages = log.lineages.filter((lineage) => isIn(lineage, person));
  const paper: Paper = {
    title: `What the log holds about ${person.name}`,
    about: `Kept by ${owner.name}; written out on ${wording.longDay(now)}. Other people are named A, B and so on.`,
    parts: [
      {
        heading: 'What this is',
        lines: [
          PURPOSE,
          'Every line says what it rests on: documented (calendar, message or report), noted (by a person) or inferred (between two looks at the calendar). What is not known is “not recorded” and counts nowhere. You can add a note to any line, or dispute it: then it counts nowhere and says so.',
        ],
      },
      ...lineages.flatMap((lineage) => lineageParts(lineage, { person, owner, log, wording, now })),
    ],
    foot: [`Definitions, version ${DEFINITIONS_VERSION}.`],
  };
  const { text } = disguiseOf([owner, person], othersIn(log, [owner, person]));
  return {
    ...paper,
    parts: paper.parts.map((part) => ({
      ...part,
      heading: text(part.heading),
      lines: part.lines.map(text),
    })),
  };
}

const isIn = ({ occurrences, people }: JudgedLineage, person: Person): boolean =>
  people.some((one) => isSamePerson(one, person)) ||
  occurrences.some((one) => one.people.some((other) => isSamePerson(other.person, person)));

function lineageParts(lineage: JudgedLineage, input: SubjectCopyInput): readonly PaperPart[] {
  const { person, log, wording, now } = input;
  const { measures } = measuresOfPerson(lineage, person);
  const steps = chronologyOfPerson({ ...log, lineage }, person, now);
  const isOccasion = (step: ChronicleStep) => step.what === 'occasion';
  const told = chronicleLines(
    steps.filter((step) => !isOccasion(step)),
    log.decisions,
    wording,
  );
  return [
    {
      heading: `${lineage.title}: the numbers`,
      list: true,
      lines: measures.map((one) => `${wording.measure(one)}. ${wording.meaning(one.name)}`),
    },
    {
      heading: `${lineage.title}: each time`,
      list: true,
      lines: steps.flatMap((step) =>
        step.what === 'occasion' ? [timeLine(step.occurrence, step.one, wording)] : [],
      ),
    },
    ...(told.length === 0
      ? []
      : [
          {
            heading: `${lineage.title}: decided, asked and told`,
            list: true as const,
            lines: told.map(({ day, time, words }) => `${day} ${time}: ${words}`),
          },
        ]),
  ];
}

/** `Thu 29 Oct 2026 15:00, cancelled 10 min before. Marcus Hale: Not recorded. Rests on: …` */
function timeLine(occurrence: JudgedOccurrence, one: JudgedPerson, wording: Wording): string {
  const { start } = occurrence.effective;
  const reasons = [...occurrence.reasons, ...one.reasons].filter(
    (reason, at, all) => all.findIndex((other) => isSameReason(other, reason)) === at,
  );
  return [
    `${wording.longDay(start)} ${wording.time(start)}, ${wording.outcome(occurrence)}.`,
    one.outcome === null ? '' : `${one.person.name}: ${wording.person(one)}.`,
    reasons.length === 0 ? '' : `Rests on: ${reasons.map((reason) => restsOn(reason, wording)).join('; ')}.`,
    occurrence.disputed ? 'Disputed: it counts nowhere.' : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}

const isSameReason = (a: Reason, b: Reason): boolean =>
  a.what === b.what && a.at === b.at && a.fact === b.fact;

const restsOn = (reason: Reason, wording: Wording): string =>
  `${wording.reason(reason)}, ${wording.day(reason.at)} ${wording.time(reason.at)} (${reason.grade}, rule ${reason.rule})`;

/** Everybody the log names, besides those who may be named. */
export function othersIn(log: WholeRecord, shown: readonly Person[]): readonly Person[] {
  const all = [
    ...log.lineages.flatMap(({ people, members, organizer, occurrences }) => [
      ...people,
      ...members.map(({ person }) => person),
      ...(organizer === null ? [] : [organizer]),
      ...occurrences.flatMap((one) => [
        ...one.people.map(({ person }) => person),
        ...[one.organizer, one.changedBy, one.onBehalfOf].filter((who) => who !== null),
        ...one.reasons.flatMap(({ person }) => (person === undefined ? [] : [person])),
      ]),
    ]),
    ...log.decisions.flatMap(({ accountable, informed, responsible = [], consulted = [] }) => [
      accountable,
      ...informed,
      ...responsible,
      ...consulted,
    ]),
    ...log.recaps.flatMap(({ to }) => to),
    ...log.gestures.flatMap(({ people }) => people),
    ...log.agreements.flatMap((fact) => (fact.kind === 'agreement' ? [fact.person] : [])),
    ...log.consulting.flatMap((fact) => (fact.kind === 'decision-step' ? [] : [fact.person])),
  ];
  const unique = new Map(all.map((one) => [one.key, one]));
  return [...unique.values()].filter(
    (one) => !isErasedKey(one.key) && !shown.some((other) => isSamePerson(one, other)),
  );
}

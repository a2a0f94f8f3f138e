import { isErasedKey } from '../../domain/facts/entered/erasure';
import { isSamePerson, type Owner, type Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson, Reason } from '../../domain/judge/judged/judged';
import { measuresOfPerson } from '../../domain/measure/measures-of-person';
import { type ChronicleStep, chronologyOfPerson, OUTSIDE } from '../../domain/tell/chronology';
import { disguiseOf } from '../../domain/tell/disguise';
import { ownTowards } from '../../domain/tell/own-towards';
import type { WholeRecord } from '../../domain/tell/whole-record';
import type { Instant } from '../../domain/time/time';
import type { Wording } from '../text/wording';
import { chronicleLines } from './chronology-lines';
import { knownLines } from './known-lines';
import { LEVEL_MEANINGS } from './one-to-one-sheet';
import { ownLines } from './own-lines';
import { pointLines } from './point-lines';
import { promiseLines } from './promise-lines';
import { quoteLines } from './quote-lines';
import { likeOthers, type NameLeft } from './without-others';

export interface SubjectCopyInput {
  readonly person: Person;
  readonly owner: Owner;
  readonly log: WholeRecord;
  readonly wording: Wording;
  readonly now: Instant;
  /** Words in it that the owner says are names of others, too, as written. */
  readonly alsoNames?: readonly string[];
}

export const COPY_PARTS = [
  'known',
  'agreement',
  'number',
  'occurrence',
  'step',
  'own',
  'point',
  'promise',
  'quote',
] as const;
export type CopyPart = (typeof COPY_PARTS)[number];

/** One thing the log holds about a person. */
export interface CopyLine {
  /** Empty: it belongs to no meeting. */
  readonly meeting: string;
  readonly part: CopyPart;
  /** Null, and `when` empty: it has no time. */
  readonly at: Instant | null;
  readonly when: string;
  readonly said: string;
  readonly restsOn: string;
  readonly disputed: boolean;
}

/** Everything about one person, in all meetings. Everybody else but the owner is a letter, in free text, too. */
export function subjectLines(input: SubjectCopyInput): readonly CopyLine[] {
  const { person, owner, log, alsoNames = [] } = input;
  const { text } = disguiseOf([owner, person], othersIn(log, [owner, person]), alsoNames);
  const lines = [
    ...knownLines(person, log).map(({ meeting, said }) => line('known', said, { meeting })),
    ...agreementLines(input),
    ...log.lineages.flatMap((lineage) => [...lineageLines(lineage, input)]),
    ...outsideLines(input),
    ...pointLines(log.points, person, input.wording).map(({ at, said }) =>
      line('point', said, { at, when: `${input.wording.longDay(at)} ${input.wording.time(at)}` }),
    ),
    ...promiseLines(log.promises, person, input.wording).map(({ at, said }) =>
      line('promise', said, { at, when: `${input.wording.longDay(at)} ${input.wording.time(at)}` }),
    ),
    ...quoteLines(log, person).map(({ at, said }) =>
      line('quote', said, { at, when: `${input.wording.longDay(at)} ${input.wording.time(at)}` }),
    ),
  ];
  return lines.map((one) => ({
    ...one,
    meeting: text(one.meeting),
    said: text(one.said),
    restsOn: text(one.restsOn),
  }));
}

/** What in the copy still looks like somebody else, with the line it stands in: for the owner to look at. */
export function namesLeft(input: SubjectCopyInput): readonly NameLeft[] {
  const { person, owner, log } = input;
  const shown = [owner, person];
  const lines = subjectLines({ ...input, alsoNames: [] });
  return likeOthers(
    lines.flatMap(({ meeting, said, restsOn }) => [meeting, said, restsOn]),
    { shown, others: othersIn(log, shown) },
  );
}

const line = (part: CopyPart, said: string, more: Partial<CopyLine> = {}): CopyLine => ({
  ...{ meeting: '', part, at: null, when: '', said, restsOn: '', disputed: false },
  ...more,
});

function agreementLines({ person, log, wording }: SubjectCopyInput): readonly CopyLine[] {
  return log.agreements.flatMap((fact): readonly CopyLine[] => {
    if (fact.kind !== 'agreement' || !isSamePerson(fact.person, person)) return [];
    const { version, topics, answerDays, silence, reachAt, zone, recordedAt } = fact;
    const terms = [
      ...topics.map(({ topic, level, examples, before }) => {
        const named = examples === '' ? topic : `${topic} (${examples})`;
        const then = before === undefined ? '' : `, for a month, then again ${LEVEL_MEANINGS[before]}`;
        return `${named}: ${LEVEL_MEANINGS[level]}${then}`;
      }),
      ...(answerDays === null ? [] : [`answers within ${answerDays} working days`]),
      silence === 'hold'
        ? 'no reply means waiting'
        : 'no reply means going ahead, except where decided together',
      ...(reachAt === '' ? [] : [`reached by ${reachAt}`]),
      ...(zone === null ? [] : [`time zone ${zone}`]),
    ];
    const when = `${wording.longDay(recordedAt)} ${wording.time(recordedAt)}`;
    return [line('agreement', `Version ${version}. ${terms.join('; ')}.`, { at: recordedAt, when })];
  });
}

function lineageLines(lineage: JudgedLineage, input: SubjectCopyInput): readonly CopyLine[] {
  const { person, log, wording, now } = input;
  const { title: meeting } = lineage;
  // An agreement counts in all meetings, so its steps stand with the one in which each was written down.
  const agreements = log.agreements.filter(
    (one) => one.kind === 'topic-step' || lineage.series.includes(one.series),
  );
  const elsewhere = log.lineages.flatMap(({ occurrences }) => occurrences);
  const basis = { ...log, lineage, withoutOutside: true, elsewhere };
  const steps = chronologyOfPerson({ ...basis, agreements }, person, now);
  return [
    ...(isIn(lineage, person) ? measuresOfPerson(lineage, person).measures : []).map((one) =>
      line('number', `${wording.measure(one)}. ${wording.meaning(one.name)}`, { meeting }),
    ),
    ...steps.flatMap((step) =>
      step.what === 'occasion' ? [{ ...occurrenceLine(step.occurrence, step.one, wording), meeting }] : [],
    ),
    ...stepLines(steps, meeting, input),
    ...ownLines(ownTowards(basis, person, now), person, wording).map((said) =>
      line('own', said, { meeting }),
    ),
  ];
}

/** What was decided in no meeting stands once, however many meetings they share. */
function outsideLines(input: SubjectCopyInput): readonly CopyLine[] {
  const { person, log, wording, now } = input;
  const elsewhere = log.lineages.flatMap(({ occurrences }) => occurrences);
  const basis = { ...log, lineage: OUTSIDE, elsewhere };
  const steps = chronologyOfPerson({ ...basis, agreements: [] }, person, now);
  return [
    ...stepLines(steps, '', input),
    ...ownLines(ownTowards(basis, person, now), person, wording).map((said) => line('own', said)),
  ];
}

function stepLines(
  steps: readonly ChronicleStep[],
  meeting: string,
  { log, wording }: SubjectCopyInput,
): readonly CopyLine[] {
  const told = steps.filter(({ what }) => what !== 'occasion');
  const words = chronicleLines(told, log.decisions, wording);
  return told.map(({ at }, index) =>
    line('step', words[index]?.words ?? '', {
      ...{ meeting, at, when: `${wording.longDay(at)} ${wording.time(at)}` },
    }),
  );
}

const isIn = ({ occurrences, people }: JudgedLineage, person: Person): boolean =>
  people.some((one) => isSamePerson(one, person)) ||
  occurrences.some((one) => one.people.some((other) => isSamePerson(other.person, person)));

function occurrenceLine(occurrence: JudgedOccurrence, one: JudgedPerson, wording: Wording): CopyLine {
  const { start } = occurrence.effective;
  const reasons = [...occurrence.reasons, ...one.reasons].filter(
    // A mail that is a question is nothing that an outcome rests on, nor is an offer of another time (13.7).
    (reason, at, all) =>
      reason.doubt === undefined &&
      reason.what !== 'proposed-new-time' &&
      all.findIndex((other) => isSameReason(other, reason)) === at,
  );
  const theirs = one.outcome === null ? '' : ` ${one.person.name}: ${wording.person(one)}.`;
  return line('occurrence', `${wording.outcome(occurrence)}.${theirs}`, {
    at: start,
    when: `${wording.longDay(start)} ${wording.time(start)}`,
    restsOn: reasons.map((reason) => restsOn(reason, wording)).join('; '),
    disputed: occurrence.disputed,
  });
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
    ...log.rhythms.map((one) => one.person),
    ...log.points.flatMap(({ point, mails }) => [
      ...(point.person === null ? [] : [point.person]),
      ...mails.flatMap(({ to }) => to),
    ]),
    ...log.promises.flatMap(({ promise: { whose, to } }) => (to === undefined ? [whose] : [whose, to])),
    ...log.agreements.flatMap((fact) => (fact.kind === 'agreement' ? [fact.person] : [])),
    ...log.consulting.flatMap((fact) => (fact.kind === 'decision-step' ? [] : [fact.person])),
  ];
  const unique = new Map(all.map((one) => [one.key, one]));
  return [...unique.values()].filter(
    (one) => !isErasedKey(one.key) && !shown.some((other) => isSamePerson(one, other)),
  );
}

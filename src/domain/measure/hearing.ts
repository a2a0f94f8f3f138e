import { type AgreementView, agreedWith, topicIn } from '../agree/agreed';
import { asItStands, decidedAmong, decidedAnewAt, decidedBy, occasionsOfStates } from '../agree/decided-in';
import type { DecisionHistory } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { Answer } from '../facts/decided/consulting';
import { sentRecaps } from '../facts/decided/sending';
import { isErasedKey } from '../facts/entered/erasure';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { amongPeople, eachOnce, leastByPerson } from '../facts/things/people';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../judge/judged/judged';
import { absenteesOf } from '../judge/questions/missed';
import { isThereInPart, presentAt, thereAt } from '../judge/questions/there';
import type { Instant } from '../time/time';

/** What is known around a decision when it is asked who should hear of it. */
export interface Hearing {
  /** The occurrences in which it got its states, as far as they are known here. */
  readonly homes: { readonly get: (key: OccurrenceKey) => JudgedOccurrence | undefined };
  /** Needed in its series, the owner included: they should hear of what has no occurrence. */
  readonly needed: readonly Person[];
  /** With whom the owner keeps a one-to-one: they should hear of what is `large`, wherever it was decided. */
  readonly oneToOnes?: readonly Person[];
  readonly views: readonly AgreementView[];
  readonly recaps: readonly Telling[];
  /** Never among them. Null: not known, so nobody is taken who could be the owner. */
  readonly owner: Person | null;
  /** Who should hear as they were told of what it replaces: that may have been in any meeting. */
  readonly besides?: readonly Person[];
}

/** Somebody who should hear of a decision, and how it stands with that. */
export interface Hearer {
  readonly person: Person;
  /** `there`: where it was decided. Else when they were told by a mail or by their answer; null: not yet. */
  readonly told: 'there' | Instant | null;
}

type Course = Pick<DecisionHistory, 'decision' | 'decidedAt' | 'asked' | 'answers' | 'events' | 'touched'> &
  Partial<Pick<DecisionHistory, 'state'>>;

/**
 * Who should hear of a decision (13.2), each once, with when they were told (13.1) of the state in which it is now: named
 * to hear or as its owner, agreed on branch, trunk or root for a touched topic, asked before, absent from the occasion of one
 * of its states or there for a part of it, needed in its series where it has no occasion, in a one-to-one with the owner
 * where it is large, or told an earlier state of it, or of what it replaces.
 */
export function hearersOf(course: Course, around: Hearing): readonly Hearer[] {
  const { decision, asked } = course;
  const { homes, needed, oneToOnes = [], views, owner } = around;
  const by = decidedBy(course);
  const since = decidedAnewAt(course);
  const at = (keys: readonly OccurrenceKey[]) => keys.flatMap((key) => homes.get(key) ?? []);
  const all = at(occasionsOfStates(course));
  const now = decidedAmong(asItStands(course), homes);
  const mails = sentRecaps(around.recaps).filter(({ decisions }) => decisions.includes(decision.id));
  const earlier =
    since === null
      ? []
      : [
          ...at(occasionsOfStates(course, by)).flatMap(thereAt).map(personOf),
          ...mails.filter((one) => isBefore(one, since)).flatMap(toOf),
        ];
  const should = eachOnce([
    ...decision.informed,
    ...(owner === null ? [] : [decision.accountable]),
    ...asked.map(({ request }) => request.person),
    ...agreedOn(course.touched, views),
    ...all.flatMap((one) =>
      inPartOf(one)
        .filter(({ needed: was }) => was)
        .map(personOf),
    ),
    ...(owner === null || decision.occurrence !== null ? [] : needed),
    ...(owner === null || decision.reach !== 'large' ? [] : oneToOnes),
    ...all.flatMap(absenteesOf).map(personOf),
    ...earlier,
    ...(around.besides ?? []),
  ]);
  const wasThere = amongPeople(now === undefined ? [] : presentAt(now));
  const toldAt = leastByPerson(tellings(course, mails, since));
  return should
    .filter((person) => !isErasedKey(person.key) && !(owner !== null && isSamePerson(person, owner)))
    .map((person) => ({
      person,
      told: wasThere(person) ? 'there' : toldAt(person),
    }));
}

const inPartOf = (occurrence: JudgedOccurrence): readonly JudgedPerson[] =>
  thereAt(occurrence).filter((one) => isThereInPart(occurrence, one));

/** With whom the owner keeps a one-to-one, as far as one meeting tells; the ledger knows it of all of them. */
export const oneToOnesOf = ({
  oneToOne,
  keptSince,
  stopped,
  people,
  single,
}: Pick<JudgedLineage, 'oneToOne' | 'keptSince' | 'stopped' | 'people' | 'single'>): readonly Person[] =>
  oneToOne && single !== true && keptSince !== null && !stopped ? people : [];

/** Who should hear of a decision and was not told. Only where this is empty may nobody be said to need to hear (11.5). */
export const stillToHear = (course: Course, around: Hearing): readonly Person[] =>
  hearersOf(course, around)
    .filter(({ told }) => told === null)
    .map(({ person }) => person);

/** The mails that told a decision in the state in which it is now, oldest first. */
export function tellingMails(course: Course, recaps: readonly Telling[]): readonly Telling[] {
  const since = decidedAnewAt(course);
  return sentRecaps(recaps)
    .filter((one) => one.decisions.includes(course.decision.id) && (since === null || !isBefore(one, since)))
    .sort((a, b) => (a.sentAt ?? a.recordedAt) - (b.sentAt ?? b.recordedAt));
}

/** The same mails, each without what has changed since it told it: it says nothing of the state in which that is now. */
export function asToldNow(
  recaps: readonly Telling[],
  courses: ReadonlyMap<string, Course>,
): readonly Telling[] {
  const isOutdated = (recap: Telling, id: string): boolean => {
    const course = courses.get(id);
    const since = course === undefined ? null : decidedAnewAt(course);
    return since !== null && isBefore(recap, since);
  };
  return recaps.map((one) =>
    one.decisions.some((id) => isOutdated(one, id))
      ? { ...one, decisions: one.decisions.filter((id) => !isOutdated(one, id)) }
      : one,
  );
}

/** By the clock of the mailbox and by the one that wrote it down: one of them can be a little behind. */
const isBefore = ({ sentAt, recordedAt }: Telling, since: Instant): boolean =>
  Math.max(sentAt ?? recordedAt, recordedAt) < since;

const toOf = ({ to }: Telling): readonly Person[] => to;

/** The mails and answers that told each of the state in which it is now, and when. */
const tellings = (course: Course, mails: readonly Telling[], since: Instant | null) => [
  ...mails
    .filter((one) => since === null || !isBefore(one, since))
    .flatMap(({ to, sentAt, recordedAt }) => to.map((person) => ({ person, value: sentAt ?? recordedAt }))),
  ...course.answers
    .filter((answer) => isAboutNow(answer, course, mails, since))
    .map(({ person, at }) => ({ person, value: since === null ? at : Math.max(at, course.decidedAt ?? at) })),
];

/**
 * An answer tells of the state that it names (13.7), else of the one that was last mailed to them: one to a question that
 * came before the decision is about the question, unless it is the yes on which it was decided.
 */
function isAboutNow(
  { at, said, person, state: named }: Answer,
  { asked, state }: Course,
  mails: readonly Telling[],
  since: Instant | null,
): boolean {
  if (since === null || (named !== undefined && named === state)) return true;
  if (at <= since) return said === 'ok';
  if (named !== undefined) return false;
  const isTheirs = (one: Person): boolean => isSamePerson(one, person);
  const mailed = [
    ...asked.filter(({ request }) => isTheirs(request.person)).map(({ request }) => request.askedAt),
    ...mails.filter(({ to }) => to.some(isTheirs)).map(({ sentAt, recordedAt }) => sentAt ?? recordedAt),
  ].filter((when) => when <= at);
  return mailed.length === 0 || Math.max(...mailed) >= since;
}

const personOf = ({ person }: JudgedPerson): Person => person;

/** Whose agreement in force names a touched topic, on any level but leaf. */
const agreedOn = (touched: readonly string[], views: readonly AgreementView[]): readonly Person[] =>
  views
    .filter(({ agreement, standing, namesOf }) => {
      if (standing !== 'agreed' || agreedWith(views, agreement.person) !== agreement) return false;
      const level = topicIn(agreement, touched, namesOf)?.level;
      return level !== undefined && level !== 'leaf';
    })
    .map(({ agreement }) => agreement.person);

import { type AgreementView, agreedWith, topicIn } from '../agree/agreed';
import type { DecisionHistory } from '../agree/decision-history';
import type { RecapEntry } from '../facts/decided/recap-entry';
import { isHeld, wasPresent } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedOccurrence } from '../judge/judged/judged';
import { untoldOf } from './untold';

/** What is known around a decision when it is asked who should still hear of it. */
export interface Hearing {
  /** The occurrence in which it was decided; null where it has none, or none that is on screen. */
  readonly home: JudgedOccurrence | null;
  /** Needed in its series, the owner included: they should hear of what has no occurrence. */
  readonly needed: readonly Person[];
  readonly views: readonly AgreementView[];
  readonly recaps: readonly RecapEntry[];
  readonly owner: Person | null;
}

/**
 * Who should hear of a decision (13.2) and was not told (13.1), each once: named to hear or as its owner, agreed on branch,
 * trunk or root for its topic, asked before, absent from its occasion or there for a part of it, or needed in its series
 * where it has no occasion. Whoever was there, said that it is fine, or got a mail with it was told. Only where this is
 * empty may it be said that nobody needs to hear (11.5).
 */
export function stillToHear(
  { decision, asked, answers }: Pick<DecisionHistory, 'decision' | 'asked' | 'answers'>,
  { home, needed, views, recaps, owner }: Hearing,
): readonly Person[] {
  const partly =
    home === null || home.oneToOne ? [] : personsOf(home, (one) => one.outcome === 'present-part');
  const should = [
    ...decision.informed,
    decision.accountable,
    ...asked.map(({ request }) => request.person),
    ...agreedOn(decision.topic, views),
    ...partly,
    ...(decision.occurrence === null ? needed : []),
  ];
  const there =
    home === null || !isHeld(home.outcome)
      ? []
      : personsOf(home, ({ outcome }) => wasPresent(outcome)).filter((one) => !isAmong(one, partly));
  const knows = [...there, ...answers.filter(({ said }) => said === 'ok').map(({ person }) => person)];
  const informed = should.filter((one) => !isAmong(one, knows));
  return untoldOf({ ...decision, informed }, home, recaps, owner).filter((one) => !isAmong(one, knows));
}

const isAmong = (person: Person, people: readonly Person[]): boolean =>
  people.some((one) => isSamePerson(one, person));

const personsOf = (
  { people }: JudgedOccurrence,
  is: (one: JudgedOccurrence['people'][number]) => boolean,
): readonly Person[] => people.filter((one) => one.needed && is(one)).map(({ person }) => person);

/** Whose agreement in force names the topic, on any level but leaf. */
const agreedOn = (topic: string, views: readonly AgreementView[]): readonly Person[] =>
  views
    .filter(({ agreement, standing }) => {
      if (standing !== 'agreed' || agreedWith(views, agreement.person) !== agreement) return false;
      const level = topicIn(agreement, topic)?.level;
      return level !== undefined && level !== 'leaf';
    })
    .map(({ agreement }) => agreement.person);

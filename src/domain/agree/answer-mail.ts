import type { Answer, InputRequest, Said } from '../facts/consulting';
import { sentRequests } from '../facts/consulting';
import { type Decision, decisionName } from '../facts/decision';
import type { Fact } from '../facts/fact';
import { isSamePerson, type Person } from '../facts/person';
import type { RecapEntry } from '../facts/recap-entry';
import { sentRecaps } from '../facts/sending';
import { takenBack } from '../facts/standing';
import type { Instant } from '../time/time';

/** A mail with the name of a decision in its subject. */
export interface AnswerMail {
  readonly id: string;
  readonly subject: string;
  readonly at: Instant;
  /** Address, in lower case. */
  readonly from: string;
}

/** What a subject says. */
export interface SaidInSubject {
  readonly said: Said;
  /** What the decisions are called. */
  readonly names: readonly string[];
}

/** Who was told or asked about a decision, and when first. */
interface Told {
  readonly decision: Decision;
  /** By that mail. */
  readonly called: string;
  readonly person: Person;
  readonly at: Instant;
}

/** Everybody whose answer about a decision is waited for, or may still come. */
export function toldOrAsked(facts: readonly Fact[]): readonly Told[] {
  const back = takenBack(facts);
  const standing = facts.filter(({ id }) => !back.has(id));
  const decisions = new Map(standing.filter((fact) => fact.kind === 'decision').map((one) => [one.id, one]));
  const of = (
    id: string,
    people: readonly Person[],
    at: Instant,
    name: string | undefined,
  ): readonly Told[] => {
    const decision = decisions.get(id);
    if (decision === undefined) return [];
    return people.map((person) => ({ decision, called: name ?? decisionName(decision), person, at }));
  };
  const recaps = sentRecaps(standing.filter((fact): fact is RecapEntry => fact.kind === 'recap'));
  const requests = sentRequests(
    standing.filter((fact): fact is InputRequest => fact.kind === 'input-request'),
  );
  return [
    ...recaps.flatMap(({ decisions: ids, called = [], to, sentAt, recordedAt }) =>
      ids.flatMap((id, at) => of(id, to, sentAt ?? recordedAt, called[at])),
    ),
    ...requests.flatMap(({ decision, called, person, askedAt }) => of(decision, [person], askedAt, called)),
  ];
}

/**
 * The answers in these mails that are not in the log yet: only of people who were told or asked about that very
 * decision, and after it. An objection to one of several decisions says in its text which one; the text is not read,
 * so it is noted as a wish to talk, with what the subject says. So is an answer to somebody who was told of two
 * decisions by one name: two machines had given it before they heard of each other.
 */
export function answersIn(
  mails: readonly AnswerMail[],
  read: (subject: string) => SaidInSubject | null,
  facts: readonly Fact[],
): readonly Omit<Answer, 'id' | 'recordedAt'>[] {
  const told = toldOrAsked(facts);
  const known = new Set(
    facts.flatMap((fact) => (fact.kind === 'answer' && fact.mail !== undefined ? [keyOf(fact)] : [])),
  );
  return mails.flatMap(({ id: mail, subject, at, from }) => {
    const answer = read(subject);
    if (answer === null) return [];
    const several = answer.names.length > 1;
    const found = new Map<string, Omit<Answer, 'id' | 'recordedAt'>>();
    const meant = told.filter(
      ({ person, at: toldAt, called }) =>
        at >= toldAt &&
        answer.names.includes(called) &&
        isSamePerson(person, { key: from, name: '', address: from }),
    );
    for (const { decision, person, called } of meant) {
      const isTwice = meant.some((other) => other.called === called && other.decision.id !== decision.id);
      const unclear = isTwice || (several && answer.said === 'problem');
      found.set(decision.id, {
        kind: 'answer',
        series: decision.series,
        decision: decision.id,
        person,
        said: unclear ? 'talk' : answer.said,
        words: unclear ? subject : '',
        at,
        source: 'mail',
        mail,
      });
    }
    return [...found.values()].filter((one) => !known.has(keyOf(one)));
  });
}

const keyOf = ({ mail, decision }: Pick<Answer, 'mail' | 'decision'>): string => `${mail}\n${decision}`;

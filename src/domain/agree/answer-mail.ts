import type { Answer, InputRequest, Said } from '../facts/consulting';
import { sentRequests } from '../facts/consulting';
import type { Decision } from '../facts/decision';
import type { Fact } from '../facts/fact';
import { isSamePerson, type Person } from '../facts/person';
import type { RecapEntry } from '../facts/recap-entry';
import { sentRecaps } from '../facts/sending';
import { takenBack } from '../facts/standing';
import type { Instant } from '../time/time';

/** A mail with the number of a decision in its subject. */
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
  readonly numbers: readonly number[];
}

/** Who was told or asked about a decision, and when first. */
interface Told {
  readonly decision: Decision;
  readonly person: Person;
  readonly at: Instant;
}

/** Everybody whose answer about a decision is waited for, or may still come. */
export function toldOrAsked(facts: readonly Fact[]): readonly Told[] {
  const back = takenBack(facts);
  const standing = facts.filter(({ id }) => !back.has(id));
  const decisions = new Map(standing.filter((fact) => fact.kind === 'decision').map((one) => [one.id, one]));
  const of = (id: string, people: readonly Person[], at: Instant): readonly Told[] => {
    const decision = decisions.get(id);
    return decision === undefined ? [] : people.map((person) => ({ decision, person, at }));
  };
  const recaps = sentRecaps(standing.filter((fact): fact is RecapEntry => fact.kind === 'recap'));
  const requests = sentRequests(
    standing.filter((fact): fact is InputRequest => fact.kind === 'input-request'),
  );
  return [
    ...recaps.flatMap(({ decisions: ids, to, sentAt, recordedAt }) =>
      ids.flatMap((id) => of(id, to, sentAt ?? recordedAt)),
    ),
    ...requests.flatMap(({ decision, person, askedAt }) => of(decision, [person], askedAt)),
  ];
}

/**
 * The answers in these mails that are not in the log yet: only of people who were told or asked about that very
 * decision, and after it. An objection to one of several decisions says in its text which one; the text is not read,
 * so it is noted as a wish to talk, with what the subject says.
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
    const several = answer.numbers.length > 1;
    const found = new Map<string, Omit<Answer, 'id' | 'recordedAt'>>();
    for (const { decision, person, at: toldAt } of told) {
      const isTheirs = isSamePerson(person, { key: from, name: '', address: from });
      if (!isTheirs || at < toldAt || !answer.numbers.includes(decision.number)) continue;
      const unclear = several && answer.said === 'problem';
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

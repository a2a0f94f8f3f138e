import { isTelling } from '../facts/decided/catch-up-entry';
import type { Answer, InputRequest, Said } from '../facts/decided/consulting';
import { sentRequests } from '../facts/decided/consulting';
import { type Decision, decisionName } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
import { isErasedKey } from '../facts/entered/erasure';
import type { Fact } from '../facts/log/fact';
import { takenBack } from '../facts/log/standing';
import { isSamePerson, type Person } from '../facts/things/person';
import type { Instant } from '../time/time';

/** A mail with the name of a decision in its subject. */
export interface AnswerMail {
  readonly id: string;
  readonly subject: string;
  readonly at: Instant;
  /** Address, in lower case. */
  readonly from: string;
  /** Who sent it, where that is another address. */
  readonly sender: string | null;
  /** By which both sides find it; null where Graph does not say. */
  readonly internetMessageId: string | null;
}

/** What a subject says. */
export interface SaidInSubject {
  readonly said: Said;
  /** What the decisions are called. */
  readonly names: readonly string[];
  /** In which state, as far as the subject names it. */
  readonly states?: Readonly<Record<string, number>>;
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
  const recaps = sentRecaps(standing.filter(isTelling));
  const requests = sentRequests(
    standing.filter((fact): fact is InputRequest => fact.kind === 'input-request'),
  );
  return [
    ...recaps.flatMap(({ kind, decisions: ids, questions = [], called = [], to, sentAt, recordedAt }) =>
      // What a recap asks was asked by a mail of its own before; a catch-up can be the first to ask (13.3).
      [...ids, ...(kind === 'catch-up' ? questions : [])].flatMap((id, at) =>
        of(id, to, sentAt ?? recordedAt, called[at]),
      ),
    ),
    ...requests.flatMap(({ decision, called, person, askedAt }) => of(decision, [person], askedAt, called)),
  ];
}

/** Somebody of whom only the address is known. */
export const personOf = (address: string): Person => ({ key: address, name: '', address });

/** What a mail with names in its subject is about. */
interface Meant {
  readonly said: Said;
  readonly person: Person;
  readonly decisions: readonly Decision[];
  /** Of which state it speaks, by the id of the decision. */
  readonly states: ReadonlyMap<string, number>;
  /**
   * An objection to one of several decisions says in its text which one, and the text is not read. Nor can anybody tell
   * of whom was told of two decisions by one name: two machines had given it before they heard of each other. What
   * somebody else sent in their name may be theirs or not (5.5).
   */
  readonly unclear: boolean;
}

/** From somebody who was erased, or sent by them: it is read no more (9). */
export const isOfErased = ({ from, sender }: AnswerMail): boolean =>
  isErasedKey(from) || isErasedKey(sender ?? '');

/** Somebody else who sent it for this person; null where an address of their own did. */
export const senderOf = ({ sender }: AnswerMail, person: Person): Person | null =>
  sender === null || isSamePerson(person, personOf(sender)) ? null : personOf(sender);

/** Null where it answers nothing that its sender was told or asked before. */
export function meantBy(
  mail: AnswerMail,
  read: (subject: string) => SaidInSubject | null,
  told: readonly Told[],
): Meant | null {
  const { subject, at, from } = mail;
  const answer = isOfErased(mail) ? null : read(subject);
  if (answer === null) return null;
  const meant = told.filter(
    (one) => at >= one.at && answer.names.includes(one.called) && isSamePerson(one.person, personOf(from)),
  );
  const [first] = meant;
  if (first === undefined) return null;
  const decisions = [...new Map(meant.map(({ decision }) => [decision.id, decision])).values()];
  const isTwice = meant.some(({ called, decision }) =>
    meant.some((other) => other.called === called && other.decision.id !== decision.id),
  );
  const { said } = answer;
  const { person } = first;
  const isUnclear =
    isTwice || (said === 'problem' && decisions.length > 1) || senderOf(mail, person) !== null;
  const states = new Map(
    meant.flatMap(({ decision, called }) => {
      const state = answer.states?.[called];
      return state === undefined ? [] : [[decision.id, state] as const];
    }),
  );
  return { said, person, decisions, states, unclear: isUnclear };
}

/**
 * The answers in these mails that are not in the log yet: only of people who were told or asked about that very
 * decision, and after it. What is unclear is no answer yet: the owner is asked (mail-replies.ts).
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
  return mails.flatMap((mail) => {
    const meant = meantBy(mail, read, told);
    if (meant === null || meant.unclear) return [];
    const { said, person, decisions, states } = meant;
    return decisions
      .map(({ id, series }): Omit<Answer, 'id' | 'recordedAt'> => {
        const about = { series, decision: id, person, said, words: '', at: mail.at } as const;
        const state = states.get(id);
        const named = state === undefined ? {} : { state };
        return {
          ...{ kind: 'answer', ...about, source: 'mail', ...named, mail: mail.id, subject: mail.subject },
          ...foundBy(mail),
        };
      })
      .filter((one) => !known.has(keyOf(one)));
  });
}

/** What a fact keeps of it, so that its writer finds it as well (13.8). */
export const foundBy = ({
  internetMessageId,
}: Pick<AnswerMail, 'internetMessageId'>): Pick<Answer, 'internetMessageId'> =>
  internetMessageId === null ? {} : { internetMessageId };

const keyOf = ({ mail, decision }: Pick<Answer, 'mail' | 'decision'>): string => `${mail}\n${decision}`;

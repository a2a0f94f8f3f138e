import { isTelling } from '../facts/decided/catch-up-entry';
import type { Answer, InputRequest, MailReply, Said } from '../facts/decided/consulting';
import { sentRequests } from '../facts/decided/consulting';
import { sentRecaps } from '../facts/decided/sending';
import type { Fact } from '../facts/log/fact';
import { takenBack } from '../facts/log/standing';
import { isSamePerson, type Person } from '../facts/things/person';
import type { Instant } from '../time/time';
import {
  type AnswerMail,
  foundBy,
  isOfErased,
  meantBy,
  personOf,
  type SaidInSubject,
  senderOf,
  toldOrAsked,
} from './answer-mail';

/** A mail in the conversation of one that was sent from here. */
export interface ReplyMail extends AnswerMail {
  readonly conversation: string;
}

/** A mail that went from here, to whose people a reply may come. */
interface SentMail {
  readonly conversation: string;
  readonly to: readonly Person[];
  readonly at: Instant;
  readonly decisions: readonly string[];
}

/** Mails about decisions whose conversation is known, the latest first. */
export function conversationsOf(facts: readonly Fact[]): readonly SentMail[] {
  const back = takenBack(facts);
  const standing = facts.filter(({ id }) => !back.has(id));
  const recaps = sentRecaps(standing.filter(isTelling));
  const requests = sentRequests(
    standing.filter((fact): fact is InputRequest => fact.kind === 'input-request'),
  );
  return [
    ...recaps.flatMap(({ conversation, to, sentAt, recordedAt, decisions, questions = [] }) =>
      conversation === undefined
        ? []
        : [{ conversation, to, at: sentAt ?? recordedAt, decisions: [...decisions, ...questions] }],
    ),
    ...requests.flatMap(({ conversation, person, askedAt, decision }) =>
      conversation === undefined ? [] : [{ conversation, to: [person], at: askedAt, decisions: [decision] }],
    ),
  ]
    .filter(({ decisions }) => decisions.length > 0)
    .sort((a, b) => b.at - a.at);
}

type Unstamped = Omit<MailReply, 'id' | 'recordedAt'>;

/**
 * What people wrote back in their own words, by conversation; and answers of which nobody can tell from outside which
 * decision they are about. Each mail once; what its subject says plainly is an answer, and no reply.
 */
export function repliesIn(
  mails: readonly ReplyMail[],
  numbered: readonly AnswerMail[],
  read: (subject: string) => SaidInSubject | null,
  facts: readonly Fact[],
): readonly Unstamped[] {
  const known = new Set(
    facts.flatMap((fact) =>
      (fact.kind === 'answer' || fact.kind === 'mail-reply') && fact.mail !== undefined ? [fact.mail] : [],
    ),
  );
  const decisions = new Map(
    facts.flatMap((fact) => (fact.kind === 'decision' ? [[fact.id, fact] as const] : [])),
  );
  const found = new Map<string, Unstamped>();
  const add = (mail: AnswerMail, person: Person, about: readonly string[], said: Said | null) => {
    const series = about.map((id) => decisions.get(id)?.series).find((one) => one !== undefined);
    if (known.has(mail.id) || series === undefined) return;
    const before = found.get(mail.id)?.decisions ?? [];
    const all = [...new Set([...before, ...about])].filter((id) => decisions.has(id));
    const sender = senderOf(mail, person);
    found.set(mail.id, {
      ...{ kind: 'mail-reply', series, decisions: all, person, at: mail.at, mail: mail.id, said },
      ...(mail.subject === '' ? {} : { subject: mail.subject }),
      ...foundBy(mail),
      ...(sender === null ? {} : { sender }),
    });
  };
  const told = toldOrAsked(facts);
  for (const mail of numbered) {
    const meant = meantBy(mail, read, told);
    const about = meant?.decisions.map(({ id }) => id) ?? [];
    if (meant?.unclear) add(mail, meant.person, about, meant.said);
  }
  const sent = conversationsOf(facts);
  for (const mail of mails) {
    if (isOfErased(mail) || read(mail.subject) !== null) continue;
    for (const { conversation, to, at, decisions: about } of sent) {
      const person = to.find((one) => isSamePerson(one, personOf(mail.from)));
      if (conversation === mail.conversation && person !== undefined && mail.at >= at)
        add(mail, person, about, null);
    }
  }
  return [...found.values()];
}

/** Replies of which nobody said yet what they say, each mail once, oldest first. */
export function openReplies(facts: readonly Fact[]): readonly MailReply[] {
  const back = takenBack(facts);
  const read = new Set<string>();
  const replies = new Map<string, MailReply>();
  const byHand: Answer[] = [];
  for (const fact of facts) {
    if (fact.kind === 'answer' && !back.has(fact.id)) {
      if (fact.mail === undefined) byHand.push(fact);
      else read.add(fact.mail);
    }
    // Two machines can have found the same mail: what was taken back on one is no question on the other.
    if (fact.kind === 'mail-reply' && back.has(fact.id)) read.add(fact.mail);
    if (fact.kind === 'mail-reply' && !replies.has(fact.mail)) replies.set(fact.mail, fact);
  }
  // Whoever writes their answer down by hand after it was found has read it.
  const isNoted = ({ person, decisions, recordedAt }: MailReply) =>
    byHand.some(
      (answer) =>
        answer.recordedAt >= recordedAt &&
        decisions.includes(answer.decision) &&
        isSamePerson(answer.person, person),
    );
  return [...replies.values()]
    .filter((reply) => !read.has(reply.mail) && !isNoted(reply))
    .sort((a, b) => a.at - b.at);
}

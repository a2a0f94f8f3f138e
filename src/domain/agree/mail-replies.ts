import { isTelling } from '../facts/decided/catch-up-entry';
import type { Answer, InputRequest, MailReply, Said } from '../facts/decided/consulting';
import { sentRequests } from '../facts/decided/consulting';
import type { PointStep } from '../facts/decided/point';
import { lastSteps, sentRecaps } from '../facts/decided/sending';
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
  readonly points: readonly string[];
}

const inConversation = (
  conversation: string | undefined,
  mail: Omit<SentMail, 'conversation'>,
): readonly SentMail[] => (conversation === undefined ? [] : [{ conversation, ...mail }]);

/** Mails about decisions, or with one of these questions, whose conversation is known, the latest first. */
export function conversationsOf(
  facts: readonly Fact[],
  open: ReadonlySet<string> = new Set(),
): readonly SentMail[] {
  const back = takenBack(facts);
  const standing = facts.filter(({ id }) => !back.has(id));
  const recaps = sentRecaps(standing.filter(isTelling));
  const requests = sentRequests(
    standing.filter((fact): fact is InputRequest => fact.kind === 'input-request'),
  );
  const raised = lastSteps(standing.filter((fact) => fact.kind === 'point-mail')).filter(
    ({ step }) => step === 'sent' || step === 'unverified',
  );
  const asked = (points: readonly string[] = []) => points.filter((id) => open.has(id));
  return [
    ...recaps.flatMap(({ conversation, to, sentAt, recordedAt, decisions, questions = [], points }) =>
      inConversation(conversation, {
        to,
        at: sentAt ?? recordedAt,
        decisions: [...decisions, ...questions],
        points: asked(points),
      }),
    ),
    ...raised.flatMap(({ conversation, to, sentAt, recordedAt, points }) =>
      inConversation(conversation, { to, at: sentAt ?? recordedAt, decisions: [], points: asked(points) }),
    ),
    ...requests.flatMap(({ conversation, person, askedAt, decision }) =>
      inConversation(conversation, { to: [person], at: askedAt, decisions: [decision], points: [] }),
    ),
  ]
    .filter(({ decisions, points }) => decisions.length + points.length > 0)
    .sort((a, b) => b.at - a.at);
}

type Unstamped = Omit<MailReply, 'id' | 'recordedAt'>;

/**
 * What people wrote back in their own words, by conversation; and answers of which nobody can tell from outside which
 * decision they are about. Each mail once; what its subject says plainly is an answer, and no reply. `open`: questions
 * that are (12); a reply to them is a word about them like any other.
 */
export function repliesIn(
  mails: readonly ReplyMail[],
  numbered: readonly AnswerMail[],
  read: (subject: string) => SaidInSubject | null,
  facts: readonly Fact[],
  open: ReadonlySet<string> = new Set(),
): readonly Unstamped[] {
  const known = new Set(
    facts.flatMap((fact) =>
      (fact.kind === 'answer' || fact.kind === 'mail-reply' || fact.kind === 'point-step') &&
      fact.mail !== undefined
        ? [fact.mail]
        : [],
    ),
  );
  const decisions = new Map(
    facts.flatMap((fact) => (fact.kind === 'decision' ? [[fact.id, fact] as const] : [])),
  );
  const raised = new Map(
    facts.flatMap((fact) =>
      fact.kind === 'point' && open.has(fact.id) ? [[fact.id, fact.series] as const] : [],
    ),
  );
  const found = new Map<string, Unstamped>();
  const add = (
    mail: AnswerMail,
    person: Person,
    about: Pick<SentMail, 'decisions' | 'points'>,
    said: Said | null,
  ) => {
    const before = found.get(mail.id);
    const all = eachOnce(before?.decisions, about.decisions).filter((id) => decisions.has(id));
    const points = eachOnce(before?.points, about.points).filter((id) => raised.has(id));
    const series = [
      ...all.map((id) => decisions.get(id)?.series),
      ...points.map((id) => raised.get(id)),
    ].find((one) => one !== undefined);
    if (known.has(mail.id) || series === undefined) return;
    const sender = senderOf(mail, person);
    found.set(mail.id, {
      ...{ kind: 'mail-reply', series, decisions: all, person, at: mail.at, mail: mail.id, said },
      ...(points.length === 0 ? {} : { points }),
      ...(mail.subject === '' ? {} : { subject: mail.subject }),
      ...foundBy(mail),
      ...(sender === null ? {} : { sender }),
    });
  };
  const told = toldOrAsked(facts);
  for (const mail of numbered) {
    const meant = meantBy(mail, read, told);
    const about = { decisions: meant?.decisions.map(({ id }) => id) ?? [], points: [] };
    if (meant?.unclear) add(mail, meant.person, about, meant.said);
  }
  const sent = conversationsOf(facts, open);
  for (const mail of mails) {
    if (isOfErased(mail) || read(mail.subject) !== null) continue;
    for (const { conversation, to, at, ...about } of sent) {
      const person = to.find((one) => isSamePerson(one, personOf(mail.from)));
      if (conversation === mail.conversation && person !== undefined && mail.at >= at)
        add(mail, person, about, null);
    }
  }
  return [...found.values()];
}

const eachOnce = (before: readonly string[] = [], more: readonly string[] = []): readonly string[] => [
  ...new Set([...before, ...more]),
];

/** Replies of which nobody said yet what they say, each mail once, oldest first. */
export function openReplies(facts: readonly Fact[]): readonly MailReply[] {
  const back = takenBack(facts);
  const read = new Set<string>();
  const replies = new Map<string, MailReply>();
  const byHand: (Answer | PointStep)[] = [];
  for (const fact of facts) {
    if ((fact.kind === 'answer' || fact.kind === 'point-step') && !back.has(fact.id)) {
      if (fact.mail === undefined) byHand.push(fact);
      else read.add(fact.mail);
    }
    // Two machines can have found the same mail: what was taken back on one is no question on the other.
    if (fact.kind === 'mail-reply' && back.has(fact.id)) read.add(fact.mail);
    if (fact.kind === 'mail-reply' && !replies.has(fact.mail)) replies.set(fact.mail, fact);
  }
  // Whoever writes their answer down by hand after it was found has read it.
  const isNoted = ({ person, decisions, points, recordedAt }: MailReply) =>
    byHand.some(
      (one) =>
        one.recordedAt >= recordedAt &&
        (one.kind === 'answer'
          ? decisions.includes(one.decision) && isSamePerson(one.person, person)
          : one.step !== 'not-yet' && points?.includes(one.point)),
    );
  return [...replies.values()]
    .filter((reply) => !read.has(reply.mail) && !isNoted(reply))
    .sort((a, b) => a.at - b.at);
}

import { dayOr, nobody, type RowsOf, WITH_SERIES } from '../things/kind-row';
import { dateOf } from '../things/occurrence';
import type { Person, PersonKey } from '../things/person';
import { isInstant } from '../things/sane-time';
import { withoutTheirQuote } from '../things/source-quote';
import type { Agreement, AgreementReply } from './agreement';
import type { CatchUpEntry } from './catch-up-entry';
import type { Answer, DecisionStep, InputRequest, MailReply } from './consulting';
import type { Decision } from './decision';
import { pointsLeft } from './point';
import type { RecapEntry } from './recap-entry';

/** What was agreed, decided and told, and what came back. */
export type Decided =
  | Decision
  | DecisionStep
  | Agreement
  | AgreementReply
  | InputRequest
  | Answer
  | MailReply
  | RecapEntry
  | CatchUpEntry;

const theirs = ({ person }: { readonly person: Person }): PersonKey => person.key;

interface LedToBy {
  readonly messageId?: string | null;
  readonly internetMessageId?: string;
  readonly conversation?: string;
  readonly mail?: string;
}

/**
 * No id of a mail to somebody who was erased, or from them, is left: neither Graph's, nor the one by which both sides find it,
 * nor what the replies to it have in common. `mailKey`, a digest, ties the steps of its journal together.
 */
function unfindable<Mail extends LedToBy>(left: Mail): Mail {
  const { internetMessageId: _, conversation: __, mail: ___, ...others } = left;
  return { ...others, ...('messageId' in left ? { messageId: null } : {}) } as Mail;
}

const isSameTo = (a: { readonly to: readonly Person[] }, b: { readonly to: readonly Person[] }): boolean =>
  a.to.length === b.to.length && a.to.every(({ key }, at) => key === b.to[at]?.key);

/** That something was told of decisions stays with them; what a mail told of points alone goes with those (9). */
function tellingWithout<One extends RecapEntry | CatchUpEntry>(
  telling: One,
  isGone: (id: string) => boolean,
): One | null {
  const { points = [], pointsCalled = [], subject, decisions, questions = [] } = telling;
  const left = pointsLeft({ points, called: pointsCalled, subject }, isGone);
  if (left === null) return telling;
  if (left.points.length + decisions.length + questions.length === 0) return null;
  return { ...telling, points: left.points, pointsCalled: left.called, subject: left.subject };
}

/** A reply to questions alone goes with the last of them. */
function replyWithout(reply: MailReply, isGone: (id: string) => boolean): MailReply | null {
  const { points = [], decisions, ...others } = reply;
  const left = points.filter((id) => !isGone(id));
  if (left.length === points.length) return reply;
  if (left.length + decisions.length === 0) return null;
  return { ...others, decisions, ...(left.length === 0 ? {} : { points: left }) };
}

/** No outcome rests on it. */
const DECIDED = { by: 'owner', ...WITH_SERIES, reach: 'nothing', people: nobody, deletes: false } as const;

/** Decisions, what was told of them and what was agreed stay when months are reduced (9). */
export const DECIDED_ROWS = {
  decision: {
    ...DECIDED,
    dayOf: ({ occurrence, decidedAt }) => dayOr(occurrence, decidedAt),
    sane: (fact) => (isInstant(fact.decidedAt) ? fact : null),
    written: [
      'text',
      'why',
      'topic',
      'option',
      'notChosen',
      'people',
      'money',
      'dates',
      'touched',
      'takenOff',
      'name',
      'quote',
      'speaker',
    ],
    belongsTo: 'nobody',
    leftAlone: 'all',
    withoutName: withoutTheirQuote,
    reducedWith: 'never',
  },
  'decision-step': {
    ...DECIDED,
    sane: (fact) => (isInstant(fact.at) ? fact : null),
    written: ['reason', 'touched'],
    belongsTo: 'nobody',
    leftAlone: 'all',
    withoutName: 'nothing-else',
    reducedWith: 'never',
  },
  agreement: {
    ...DECIDED,
    sane: 'as-it-is',
    written: ['topic', 'examples', 'reachAt', 'name'],
    belongsTo: theirs,
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: 'never',
  },
  'agreement-reply': {
    ...DECIDED,
    sane: (fact) => (isInstant(fact.at) ? fact : null),
    written: ['words'],
    // It names its agreement alone: an erasure lists it by its id.
    belongsTo: 'nobody',
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: 'never',
  },
  'input-request': {
    ...DECIDED,
    sane: (fact) => (isInstant(fact.askedAt) && isInstant(fact.deadline) ? fact : null),
    written: ['subject', 'name'],
    belongsTo: 'nobody',
    leftAlone: 'all',
    withoutName: (left, before) => (left.person.key === before.person.key ? left : unfindable(left)),
    reducedWith: 'never',
  },
  answer: {
    ...DECIDED,
    sane: (fact) => (isInstant(fact.at) ? fact : null),
    written: ['words', 'subject', 'name'],
    belongsTo: 'nobody',
    leftAlone: 'all',
    // That somebody answered stays with the decision; their words go.
    withoutName: (left, before) => {
      if (left.person.key === before.person.key) return left;
      const { subject: _, ...others } = unfindable(left);
      return { ...others, words: '' };
    },
    reducedWith: 'never',
  },
  'mail-reply': {
    ...DECIDED,
    sane: (fact) => (isInstant(fact.at) ? fact : null),
    written: ['subject', 'name'],
    belongsTo: theirs,
    leftAlone: 'nothing',
    // Who sent it in somebody else's name wrote it.
    withoutName: (left, before) => (left.sender?.key === before.sender?.key ? left : null),
    reducedWith: { without: replyWithout },
  },
  recap: {
    ...DECIDED,
    dayOf: ({ occurrence }) => dateOf(occurrence),
    sane: 'as-it-is',
    written: ['subject', 'name'],
    belongsTo: 'nobody',
    leftAlone: 'all',
    withoutName: (left, before) => (isSameTo(left, before) ? left : unfindable(left)),
    reducedWith: { without: tellingWithout },
  },
  'catch-up': {
    ...DECIDED,
    dayOf: ({ recordedAt }) => dayOr(null, recordedAt),
    sane: 'as-it-is',
    written: ['subject', 'name'],
    belongsTo: 'nobody',
    leftAlone: 'all',
    withoutName: (left, before) => (isSameTo(left, before) ? left : unfindable(left)),
    reducedWith: { without: tellingWithout },
  },
} as const satisfies RowsOf<Decided>;

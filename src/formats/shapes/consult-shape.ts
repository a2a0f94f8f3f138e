import {
  AGREEMENT_REPLIES,
  type AgreedTopic,
  type Agreement,
  type AgreementReply,
  LEVELS,
  SILENCES,
} from '../../domain/facts/decided/agreement';
import {
  ANSWERS,
  type Answer,
  ASSUMPTIONS,
  DECISION_STEPS,
  type DecisionStep,
  type InputRequest,
  type MailReply,
  REQUEST_STEPS,
} from '../../domain/facts/decided/consulting';
import type { Decision } from '../../domain/facts/decided/decision';
import { type DecisionOption, type Impact, REACHES } from '../../domain/facts/decided/decision-detail';
import { TOPIC_STEPS, type TopicStep } from '../../domain/facts/decided/topic-step';
import type { Entry } from '../../domain/facts/log/fact';
import { date, instant, key, kind, person, quoted } from './part-shape';
import { list, object, oneOf, optional, orNull, type Shape, text, truth, wholeFrom } from './shape';

type ConsultKind =
  | 'decision'
  | 'decision-step'
  | 'agreement'
  | 'agreement-reply'
  | 'input-request'
  | 'answer'
  | 'mail-reply'
  | 'topic-step';

const source = oneOf('by-hand', 'mail');

/** What decisions, agreements, requests and answers must be in a file. */
export const CONSULT_SHAPES: {
  readonly [Kind in ConsultKind]: Shape<Extract<Entry, { kind: Kind }>>;
} = {
  decision: object<Decision>({
    ...kind('decision'),
    series: orNull(text),
    occurrence: orNull(key),
    number: wholeFrom(0),
    text,
    why: text,
    accountable: person,
    topic: text,
    informed: list(person),
    decidedAt: instant,
    options: optional(list(object<DecisionOption>({ option: text, notChosen: text }))),
    impact: optional(object<Impact>({ people: text, money: text, dates: text })),
    responsible: optional(list(person)),
    consulted: optional(list(person)),
    revisitOn: optional(date),
    undoUntil: optional(date),
    proposed: optional(truth),
    reach: optional(oneOf(...REACHES)),
    touched: optional(list(text)),
    takenOff: optional(list(text)),
    nobodyFirst: optional(truth),
    quoted: optional(quoted),
  }),
  'decision-step': object<DecisionStep>({
    ...kind('decision-step'),
    series: orNull(text),
    decision: text,
    step: oneOf(...DECISION_STEPS),
    at: instant,
    occurrence: optional(orNull(key)),
    reason: text,
    touched: optional(list(text)),
    by: optional(text),
    noReply: optional(list(text)),
  }),
  agreement: object<Agreement>({
    ...kind('agreement'),
    series: text,
    person,
    version: wholeFrom(1),
    topics: list(
      object<AgreedTopic>({
        topic: text,
        level: oneOf(...LEVELS),
        examples: text,
        before: optional(oneOf(...LEVELS)),
      }),
    ),
    answerDays: orNull(wholeFrom(1)),
    silence: oneOf(...SILENCES),
    reachAt: text,
    zone: orNull(text),
  }),
  'agreement-reply': object<AgreementReply>({
    ...kind('agreement-reply'),
    series: text,
    agreement: text,
    said: oneOf(...AGREEMENT_REPLIES),
    words: text,
    at: instant,
    source,
  }),
  'input-request': object<InputRequest>({
    ...kind('input-request'),
    series: orNull(text),
    decision: text,
    called: optional(text),
    person,
    mailKey: text,
    step: oneOf(...REQUEST_STEPS),
    askedAt: instant,
    deadline: instant,
    zone: text,
    workingDays: orNull(wholeFrom(1)),
    assumed: list(oneOf(...ASSUMPTIONS)),
    silence: oneOf(...SILENCES),
    agreement: orNull(text),
    subject: text,
    bodyHash: text,
    messageId: orNull(text),
    goesAt: optional(instant),
    conversation: optional(text),
    internetMessageId: optional(text),
  }),
  answer: object<Answer>({
    ...kind('answer'),
    series: orNull(text),
    decision: text,
    person,
    said: oneOf(...ANSWERS),
    words: text,
    at: instant,
    source,
    state: optional(wholeFrom(1)),
    mail: optional(text),
    subject: optional(text),
    internetMessageId: optional(text),
  }),
  'mail-reply': object<MailReply>({
    ...kind('mail-reply'),
    series: orNull(text),
    decisions: list(text),
    points: optional(list(text)),
    person,
    at: instant,
    mail: text,
    said: orNull(oneOf(...ANSWERS)),
    subject: optional(text),
    internetMessageId: optional(text),
    sender: optional(person),
  }),
  'topic-step': object<TopicStep>({
    ...kind('topic-step'),
    topic: text,
    step: oneOf(...TOPIC_STEPS),
    to: optional(text),
  }),
};

import {
  POINT_SORTS,
  POINT_STEPS,
  type Point,
  type PointFact,
  type PointMail,
  type PointStep,
} from '../../domain/facts/decided/point';
import { RECAP_STEPS } from '../../domain/facts/decided/recap-entry';
import { date, instant, key, kind, person, quoted } from './part-shape';
import { list, object, oneOf, optional, orNull, type Shape, text, wholeFrom } from './shape';

/** What points, their course and the mails before a sync must be in a file. */
export const POINT_SHAPES: {
  readonly [Kind in PointFact['kind']]: Shape<Extract<PointFact, { kind: Kind }>>;
} = {
  point: object<Point>({
    ...kind('point'),
    series: text,
    occurrence: orNull(key),
    number: wholeFrom(1),
    text,
    sort: oneOf(...POINT_SORTS),
    person: orNull(person),
    topic: optional(text),
    deadline: optional(date),
    quoted: optional(quoted),
    raisedAt: instant,
  }),
  'point-step': object<PointStep>({
    ...kind('point-step'),
    series: text,
    point: text,
    person: orNull(person),
    step: oneOf(...POINT_STEPS),
    occurrence: orNull(key),
    words: text,
    at: instant,
    by: optional(person),
    mail: optional(text),
    internetMessageId: optional(text),
  }),
  'point-mail': object<PointMail>({
    ...kind('point-mail'),
    series: text,
    occurrence: key,
    mailKey: text,
    step: oneOf(...RECAP_STEPS),
    to: list(person),
    subject: text,
    bodyHash: text,
    points: list(text),
    called: list(text),
    sentAt: orNull(instant),
    messageId: orNull(text),
    goesAt: optional(instant),
    conversation: optional(text),
    internetMessageId: optional(text),
  }),
};

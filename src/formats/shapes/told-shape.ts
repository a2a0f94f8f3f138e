import type { CatchUpEntry, Telling } from '../../domain/facts/decided/catch-up-entry';
import { RECAP_STEPS, type RecapEntry } from '../../domain/facts/decided/recap-entry';
import { instant, key, kind, person } from './part-shape';
import { list, object, oneOf, optional, orNull, type Shape, text, truth } from './shape';

const MAILED = {
  mailKey: text,
  to: list(person),
  subject: text,
  bodyHash: text,
  decisions: list(text),
  called: optional(list(text)),
  sentAt: orNull(instant),
  messageId: orNull(text),
  goesAt: optional(instant),
  conversation: optional(text),
  internetMessageId: optional(text),
  questions: optional(list(text)),
  points: optional(list(text)),
  pointsCalled: optional(list(text)),
};

/** What the journal of a recap or of a catch-up must be in a file. */
export const TOLD_SHAPES: {
  readonly [Kind in Telling['kind']]: Shape<Extract<Telling, { kind: Kind }>>;
} = {
  recap: object<RecapEntry>({
    ...kind('recap'),
    ...MAILED,
    ...{ series: text, occurrence: key, step: oneOf(...RECAP_STEPS) },
  }),
  'catch-up': object<CatchUpEntry>({
    ...kind('catch-up'),
    ...MAILED,
    ...{ series: orNull(text), occurrence: { is: 'nothing' }, step: oneOf(...RECAP_STEPS) },
    again: optional(truth),
  }),
};

import {
  PROMISE_STEPS,
  type Promised,
  type PromiseFact,
  type PromiseStep,
} from '../../domain/facts/decided/promise';
import { date, instant, kind, person, quoted } from './part-shape';
import { object, oneOf, optional, type Shape, text } from './shape';

/** What promises and their course must be in a file. */
export const PROMISE_SHAPES: {
  readonly [Kind in PromiseFact['kind']]: Shape<Extract<PromiseFact, { kind: Kind }>>;
} = {
  promise: object<Promised>({
    ...kind('promise'),
    text,
    whose: person,
    to: optional(person),
    by: date,
    saidAt: instant,
    decision: optional(text),
    point: optional(text),
    mail: optional(text),
    quoted: optional(quoted),
  }),
  'promise-step': object<PromiseStep>({
    ...kind('promise-step'),
    promise: text,
    whose: person,
    step: oneOf(...PROMISE_STEPS),
    by: optional(date),
    at: instant,
  }),
};

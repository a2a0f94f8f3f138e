import { type CheckIn, PERSON_SAYINGS, type PersonSaid, SAYINGS } from '../../domain/facts/entered/check-in';
import type { Annotation, Correction, Dispute, Undo } from '../../domain/facts/entered/correction';
import { type Erasure, ROLE_WORDS } from '../../domain/facts/entered/erasure';
import { GESTURES, type Gesture } from '../../domain/facts/entered/gesture';
import type { FrozenNumber, LookBack } from '../../domain/facts/entered/look-back';
import { LOOP_KINDS, type PutOff } from '../../domain/facts/entered/put-off';
import {
  type MonthCounts,
  RETENTIONS,
  type Reduced,
  type Retention,
} from '../../domain/facts/entered/reduced';
import { RHYTHMS, type Rhythm } from '../../domain/facts/entered/rhythm';
import type {
  Assigned,
  Identified,
  Keeping,
  LineageAnswer,
  RulesSet,
  SeriesRules,
  VanishedAnswer,
} from '../../domain/facts/entered/rules';
import type { WindowRule } from '../../domain/facts/entered/window-rule';
import type { Entry } from '../../domain/facts/log/fact';
import type { Recognized } from '../../domain/facts/observed/recognized';
import { MEASURES } from '../../domain/facts/things/measure-name';
import { OUTCOMES, PERSON_OUTCOMES } from '../../domain/facts/things/outcomes';
import { LANGUAGES } from '../../domain/language';
import { WEEKDAYS } from '../../domain/time/time';
import { CONSULT_SHAPES } from './consult-shape';
import { date, instant, key, kind, person } from './part-shape';
import { POINT_SHAPES } from './point-shape';
import { PROMISE_SHAPES } from './promise-shape';
import {
  atLeast,
  book,
  either,
  list,
  matching,
  number,
  object,
  oneOf,
  optional,
  orNull,
  type Shape,
  text,
  truth,
  wholeFrom,
} from './shape';
import { TOLD_SHAPES } from './told-shape';

const windowRule: Shape<WindowRule> = either(
  oneOf('same-day-or-12h'),
  object<{ readonly minutes: number }>({ minutes: number }),
);

const month = matching('^[0-9]{4}-(0[1-9]|1[0-2])$');

/** What each kind of own entry must be in a file. */
export const ENTRY_SHAPES: { readonly [Kind in Entry['kind']]: Shape<Extract<Entry, { kind: Kind }>> } = {
  'check-in': object<CheckIn>({
    ...kind('check-in'),
    occurrence: key,
    said: orNull(oneOf(...SAYINGS)),
    minutes: orNull(number),
    people: list(
      object<PersonSaid>({ person: text, said: oneOf(...PERSON_SAYINGS), wordAt: orNull(instant) }),
    ),
  }),
  correction: object<Correction>({
    ...kind('correction'),
    occurrence: key,
    reason: text,
    outcome: optional(oneOf(...OUTCOMES)),
    person: optional(text),
    personOutcome: optional(oneOf(...PERSON_OUTCOMES)),
    changedByOwner: optional(truth),
  }),
  dispute: object<Dispute>({ ...kind('dispute'), occurrence: key, reason: text }),
  annotation: object<Annotation>({ ...kind('annotation'), occurrence: key, by: orNull(text), words: text }),
  undo: object<Undo>({ ...kind('undo'), of: text, person: optional(text) }),
  rules: object<RulesSet>({
    ...kind('rules'),
    series: text,
    rules: object<SeriesRules>({
      window: optional(windowRule),
      byWorkingTime: optional(truth),
      countries: optional(book(text)),
      graceMinutes: optional(number),
      threshold: optional(number),
      needed: optional(book(truth)),
      leftOut: optional(list(text)),
      languages: optional(book(oneOf(...LANGUAGES))),
      topic: optional(text),
    }),
  }),
  keeping: object<Keeping>({
    ...kind('keeping'),
    series: text,
    does: oneOf('start', 'pause', 'resume', 'stop'),
    from: optional(instant),
    only: optional(text),
  }),
  lineage: object<LineageAnswer>({ ...kind('lineage'), earlier: text, later: text, same: truth }),
  recognized: object<Recognized>({
    ...kind('recognized'),
    series: text,
    is: text,
    days: list(object<Recognized['days'][number]>({ noted: date, is: date })),
  }),
  vanished: object<VanishedAnswer>({
    ...kind('vanished'),
    series: text,
    said: oneOf('ended', 'removed-by-me', 'still-alive'),
  }),
  identified: object<Identified>({
    ...kind('identified'),
    series: text,
    report: text,
    row: text,
    person: text,
  }),
  assigned: object<Assigned>({ ...kind('assigned'), report: text, occurrence: key }),
  ...CONSULT_SHAPES,
  ...POINT_SHAPES,
  ...PROMISE_SHAPES,
  ...TOLD_SHAPES,
  rhythm: object<Rhythm>({
    ...kind('rhythm'),
    person,
    often: oneOf(...RHYTHMS),
    weekday: optional(oneOf(...WEEKDAYS)),
  }),
  gesture: object<Gesture>({
    ...kind('gesture'),
    series: text,
    does: oneOf(...GESTURES),
    people: list(person),
    done: truth,
  }),
  'look-back': object<LookBack>({
    ...kind('look-back'),
    series: text,
    month: matching('^[0-9]{4}-[0-9]{2}$'),
    definitions: text,
    window: windowRule,
    numbers: list(
      object<FrozenNumber>({
        name: oneOf(...MEASURES),
        count: number,
        of: orNull(number),
        percent: orNull(number),
        low: orNull(number),
        high: orNull(number),
      }),
    ),
    keep: text,
    drop: text,
    delegate: text,
    hash: text,
  }),
  'put-off': object<PutOff>({
    ...kind('put-off'),
    series: orNull(text),
    loop: oneOf(...LOOP_KINDS),
    held: list(text),
    person: optional(text),
    until: instant,
  }),
  erasure: object<Erasure>({
    ...kind('erasure'),
    role: oneOf(...ROLE_WORDS),
    salt: text,
    marks: list(text),
    alone: list(text),
    entries: list(text),
  }),
  retention: object<Retention>({ ...kind('retention'), days: oneOf(...RETENTIONS) }),
  reduced: object<Reduced>({
    ...kind('reduced'),
    series: text,
    until: month,
    months: list(
      object<MonthCounts>({
        month,
        outcomes: book(wholeFrom(0)) as Shape<MonthCounts['outcomes']>,
        moves: wholeFrom(0),
        shortNoticeMoves: wholeFrom(0),
        minutes: atLeast(0),
        plannedMinutes: atLeast(0),
      }),
    ),
    closed: optional(list(text)),
    numbersTo: optional(wholeFrom(0)),
  }),
};

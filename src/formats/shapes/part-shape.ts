import { type Attendee, type Owner, type Person, RESPONSES, ROLES } from '../../domain/facts/things/person';
import { type Pattern, type Recurrence, WHICH_WEEK } from '../../domain/facts/things/series';
import type { SourceQuote } from '../../domain/facts/things/source-quote';
import type { Span } from '../../domain/time/time';
import { WEEKDAYS } from '../../domain/time/time';
import {
  between,
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

/** Milliseconds that a calendar can show. */
export const instant = between(-8.64e15, 8.64e15);
export const date = matching('^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
export const key = matching('/[0-9]{4}-[0-9]{2}-[0-9]{2}$');
export const span = object<Span>({ start: instant, end: instant });

/** In seconds: nobody talks for a month. */
const LONGEST_TALK = 31 * 86_400;

export const quoted = object<SourceQuote>({
  quote: text,
  line: wholeFrom(1),
  speaker: orNull(text),
  begin: orNull(between(0, LONGEST_TALK)),
});

const personFields = {
  key: text,
  name: text,
  address: text,
  otherAddresses: optional(list(text)),
  directoryId: optional(text),
};
export const person = object<Person>(personFields);
export const ownerShape = object<Owner>({ ...personFields, zone: text });
export const attendees = list(
  object<Attendee>({
    person,
    role: oneOf(...ROLES),
    response: oneOf(...RESPONSES),
    respondedAt: orNull(instant),
    group: optional(truth),
    proposed: optional(span),
  }),
);

const interval = wholeFrom(1);
const days = list(oneOf(...WEEKDAYS));
type PatternOf<Every, Also = object> = Extract<Pattern, { every: Every } & Also>;
const pattern: Shape<Pattern> = either(
  object<PatternOf<'day'>>({ every: oneOf('day'), interval }),
  object<PatternOf<'week'>>({ every: oneOf('week'), interval, days, weekStart: oneOf(...WEEKDAYS) }),
  object<PatternOf<'month', { day: number }>>({ every: oneOf('month'), interval, day: number }),
  object<PatternOf<'month', { which: string }>>({
    every: oneOf('month'),
    interval,
    which: oneOf(...WHICH_WEEK),
    days,
  }),
  object<PatternOf<'year', { day: number }>>({ every: oneOf('year'), interval, month: number, day: number }),
  object<PatternOf<'year', { which: string }>>({
    every: oneOf('year'),
    interval,
    month: number,
    which: oneOf(...WHICH_WEEK),
    days,
  }),
);
export const recurrence = object<Recurrence>({
  pattern,
  zone: text,
  firstDate: date,
  lastDate: orNull(date),
  count: orNull(number),
  startMinute: number,
  lengthMinutes: number,
  allDay: truth,
  zoneUnknown: optional(truth),
});

/** What every fact has. */
export const kind = <Kind extends string>(name: Kind) => ({
  kind: oneOf(name),
  id: text,
  recordedAt: instant,
});

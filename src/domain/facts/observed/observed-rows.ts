import { isKnownZone } from '../../time/zone';
import { dayOr, nobody, type RowsOf, WITH_OCCURRENCE, WITH_PERSON, WITH_SERIES } from '../things/kind-row';
import { monthAt, monthOfDate, monthOfKey } from '../things/month';
import { dateOf } from '../things/occurrence';
import type { Attendee, Person, PersonKey } from '../things/person';
import { isInstant, saneSpan } from '../things/sane-time';
import type { Recurrence, SeriesSeen } from '../things/series';
import type { WorkingHours, WorkingWeek } from '../things/working-time';
import type { Away, Holiday } from './away';
import { isAnswer, type NoticeMail } from './notice-mail';
import type { Report } from './report';
import type { Missing, Sighting } from './sighting';

/** What the world said: found by a sweep or an import. Can be found again only while Graph still shows it. */
export type Observation =
  | SeriesSeen
  | Sighting
  | Missing
  | NoticeMail
  | Report
  | Away
  | Holiday
  | WorkingHours;

const keysOf = (person: Person | null): readonly PersonKey[] =>
  person === null ? [] : [person.key, ...(person.otherAddresses ?? [])];

interface Invited {
  readonly organizer: Person | null;
  readonly attendees: readonly Attendee[];
}
const invited = ({ organizer, attendees }: Invited): readonly PersonKey[] => [
  ...keysOf(organizer),
  ...attendees.flatMap(({ person }) => keysOf(person)),
];

/** Plans nothing: it ends before it begins. */
const NO_DAY_AT_ALL = '0001-01-01';

/** A series of which nothing but its name is left. */
function nameAlone(fact: SeriesSeen): SeriesSeen {
  const recurrence = fact.recurrence === null ? null : { ...fact.recurrence, lastDate: NO_DAY_AT_ALL };
  return { ...fact, organizer: null, attendees: [], joinUrl: null, cancelledDates: [], recurrence };
}

const saneRule = (rule: Recurrence | null): boolean =>
  rule === null ||
  (Number.isFinite(rule.startMinute) && Number.isFinite(rule.lengthMinutes) && rule.lengthMinutes >= 0);

const isMinute = (minute: number): boolean => minute >= 0 && minute <= 1440;

/** Days without hours are no working time, and the clocks of a zone nobody knows show no hours. */
const saneWeek = ({ zone, days, startMinute, endMinute }: WorkingWeek): boolean =>
  isKnownZone(zone) &&
  days.length > 0 &&
  isMinute(startMinute) &&
  isMinute(endMinute) &&
  startMinute !== endMinute;

function saneSighting(fact: Sighting): Sighting | null {
  const [span, original] = [saneSpan(fact.span), saneSpan(fact.original)];
  if (span === null || original === null || !isInstant(fact.seenAt)) return null;
  return span === fact.span && original === fact.original ? fact : { ...fact, span, original };
}

function saneSeries(fact: SeriesSeen): SeriesSeen | null {
  const first = saneSpan(fact.first);
  if (first === null || !isInstant(fact.seenAt) || !saneRule(fact.recurrence)) return null;
  return first === fact.first ? fact : { ...fact, first };
}

/** An offer that is no time is none. */
function saneMail({ proposed, ...fact }: NoticeMail): NoticeMail | null {
  if (!isInstant(fact.at)) return null;
  const offer = saneSpan(proposed);
  const [span, previous] = [saneSpan(fact.span), saneSpan(fact.previous)];
  return { ...fact, span, previous, ...(offer && { proposed: offer }) };
}

/** A mail about a whole series is of no month. */
const monthOfMail = ({ occurrence, wholeSeries, span, at }: NoticeMail): string => {
  if (occurrence !== null) return monthOfDate(dateOf(occurrence));
  return wholeSeries ? '' : monthAt((span ?? { start: at }).start);
};

const byHandOrNot = ({ source }: Away | Holiday): 'owner' | 'world' =>
  source === 'by-hand' ? 'owner' : 'world';
const theirs = ({ person }: { readonly person: PersonKey }): PersonKey => person;

export const OBSERVED_ROWS = {
  'series-seen': {
    by: 'world',
    ...WITH_SERIES,
    reach: 'lineage',
    people: invited,
    sane: saneSeries,
    written: ['title', 'name', 'joinUrl'],
    belongsTo: 'nobody',
    leftAlone: nameAlone,
    withoutName: 'nothing-else',
    // What a series is and who is in it: the next occurrences rest on it.
    reducedWith: 'never',
    deletes: false,
  },
  sighting: {
    by: 'world',
    ...WITH_OCCURRENCE,
    reach: 'lineage',
    people: invited,
    sane: saneSighting,
    written: ['title', 'name', 'joinUrl'],
    belongsTo: 'nobody',
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: monthOfKey,
    deletes: false,
  },
  missing: {
    by: 'world',
    ...WITH_OCCURRENCE,
    reach: 'lineage',
    people: nobody,
    sane: (fact) => (isInstant(fact.seenAt) ? fact : null),
    written: [],
    belongsTo: 'nobody',
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: monthOfKey,
    deletes: false,
  },
  mail: {
    by: 'world',
    ...WITH_SERIES,
    seriesOf: ({ series }) => series,
    dayOf: ({ occurrence, at }) => dayOr(occurrence, at),
    reach: 'lineage',
    people: ({ from }) => keysOf(from),
    sane: saneMail,
    written: ['title', 'name'],
    belongsTo: ({ mail, from }) => (isAnswer(mail) ? from.key : null),
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: monthOfMail,
    deletes: false,
  },
  report: {
    by: ({ source }) => (source === 'teams-report' ? 'world' : 'owner'),
    ...WITH_SERIES,
    dayOf: ({ occurrence, session }) => dayOr(occurrence, session.start),
    reach: 'lineage',
    people: nobody,
    sane: (fact) => (isInstant(fact.session.start) && isInstant(fact.session.end) ? fact : null),
    written: ['name'],
    belongsTo: 'nobody',
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: ({ occurrence, session }) =>
      occurrence === null ? monthAt(session.start) : monthOfDate(dateOf(occurrence)),
    deletes: false,
  },
  away: {
    by: byHandOrNot,
    ...WITH_PERSON,
    reach: 'lineage',
    people: nobody,
    sane: (fact) => {
      const span = saneSpan(fact.span);
      return span === null ? null : { ...fact, span };
    },
    written: [],
    belongsTo: theirs,
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: ({ span }) => monthAt(span.end),
    deletes: false,
  },
  holiday: {
    by: byHandOrNot,
    ...WITH_PERSON,
    reach: 'lineage',
    people: nobody,
    sane: 'as-it-is',
    written: ['name'],
    belongsTo: theirs,
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: ({ date }) => monthOfDate(date),
    deletes: false,
  },
  'working-hours': {
    by: 'world',
    ...WITH_PERSON,
    reach: 'lineage',
    people: nobody,
    sane: (fact) => (saneWeek(fact) ? fact : null),
    written: [],
    belongsTo: theirs,
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    // Only the latest counts, and of no month.
    reducedWith: 'never',
    deletes: false,
  },
} as const satisfies RowsOf<Observation>;

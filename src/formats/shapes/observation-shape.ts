import type { Observation } from '../../domain/facts/log/fact';
import { AWAY_SOURCES, type Away, type Holiday } from '../../domain/facts/observed/away';
import { MAIL_KINDS, type NoticeMail } from '../../domain/facts/observed/notice-mail';
import { REPORT_SOURCES, type Report, type ReportRow } from '../../domain/facts/observed/report';
import type { Missing, Sighting } from '../../domain/facts/observed/sighting';
import { RESPONSES } from '../../domain/facts/things/person';
import type { SeriesSeen } from '../../domain/facts/things/series';
import type { WorkingHours } from '../../domain/facts/things/working-time';
import { WEEKDAYS } from '../../domain/time/time';
import { attendees, date, instant, key, kind, person, recurrence, span } from './part-shape';
import { list, number, object, oneOf, optional, orNull, type Shape, text, truth } from './shape';

/** What each kind of observation must be in a file. */
export const OBSERVATION_SHAPES: {
  readonly [Kind in Observation['kind']]: Shape<Extract<Observation, { kind: Kind }>>;
} = {
  'series-seen': object<SeriesSeen>({
    ...kind('series-seen'),
    series: text,
    seenAt: instant,
    lookedBefore: orNull(instant),
    there: truth,
    title: text,
    organizer: orNull(person),
    ownerOrganizes: truth,
    attendees,
    joinUrl: orNull(text),
    recurrence: orNull(recurrence),
    first: span,
    cancelledDates: list(date),
    createdAt: orNull(instant),
    cancelled: truth,
  }),
  sighting: object<Sighting>({
    ...kind('sighting'),
    occurrence: key,
    seenAt: instant,
    lookedBefore: orNull(instant),
    title: text,
    original: span,
    span,
    zone: text,
    allDay: truth,
    cancelled: truth,
    draft: truth,
    single: truth,
    ownerOrganizes: truth,
    organizer: orNull(person),
    attendees,
    ownResponse: oneOf(...RESPONSES),
    ownRespondedAt: orNull(instant),
    joinUrl: orNull(text),
    createdAt: orNull(instant),
  }),
  missing: object<Missing>({
    ...kind('missing'),
    occurrence: key,
    seenAt: instant,
    lookedBefore: orNull(instant),
  }),
  mail: object<NoticeMail>({
    ...kind('mail'),
    mail: oneOf(...MAIL_KINDS),
    at: instant,
    sentByOwner: truth,
    from: person,
    sender: orNull(person),
    series: orNull(text),
    occurrence: orNull(key),
    wholeSeries: truth,
    title: text,
    span: orNull(span),
    previous: orNull(span),
    proposed: optional(span),
  }),
  report: object<Report>({
    ...kind('report'),
    source: oneOf(...REPORT_SOURCES),
    series: text,
    occurrence: orNull(key),
    session: span,
    totalParticipants: orNull(number),
    rows: list(
      object<ReportRow>({
        row: text,
        name: text,
        address: text,
        directoryId: orNull(text),
        identified: truth,
        phone: truth,
        intervals: list(span),
        minutes: optional(number),
      }),
    ),
    shift: optional(number),
  }),
  away: object<Away>({ ...kind('away'), person: text, span, source: oneOf(...AWAY_SOURCES) }),
  holiday: object<Holiday>({
    ...kind('holiday'),
    person: text,
    date,
    zone: text,
    name: text,
    source: oneOf('country', 'calendar', 'by-hand'),
    country: orNull(text),
  }),
  'working-hours': object<WorkingHours>({
    ...kind('working-hours'),
    person: text,
    zone: text,
    days: list(oneOf(...WEEKDAYS)),
    startMinute: number,
    endMinute: number,
  }),
};

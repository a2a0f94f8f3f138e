import type { CheckIn, PersonSaid, Saying } from '../../../src/domain/facts/entered/check-in';
import type { Keeping, LineageAnswer, RulesSet, SeriesRules } from '../../../src/domain/facts/entered/rules';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Away, Holiday } from '../../../src/domain/facts/observed/away';
import type { MailKind, NoticeMail } from '../../../src/domain/facts/observed/notice-mail';
import type { Report, ReportRow } from '../../../src/domain/facts/observed/report';
import type { Missing, Sighting } from '../../../src/domain/facts/observed/sighting';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Attendee, Owner, Person, Response, Role } from '../../../src/domain/facts/things/person';
import type { Recurrence, SeriesSeen } from '../../../src/domain/facts/things/series';
import type { JudgedLineage, JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import type { Weekday } from '../../../src/domain/time/time';
import { type Instant, MINUTE, type Span } from '../../../src/domain/time/time';
import { instantAt } from '../../../src/domain/time/zone';
import { judgeLineage } from '../../at-once';

/** Facts by hand, for tests: short to write, every field there. */

export const LONDON = 'Europe/London';

export const person = (name: string): Person => {
  const address = `${name.toLowerCase()}@northwind.example`;
  return { key: address, name, address };
};

export const priya: Owner = { ...person('Priya'), zone: LONDON };
export const marcus = person('Marcus');
export const dana = person('Dana');
export const sam = person('Sam');
export const wei = person('Wei');

/** `at('2026-10-27 15:00')` on the clocks of London, or of another zone. Seconds may be given. */
export function at(text: string, zone = LONDON): Instant {
  const [date = '', clock = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return instantAt(date, hours * 60 + minutes, zone) + seconds * 1000;
}

export const span = (date: string, from: string, to: string, zone = LONDON): Span => ({
  start: at(`${date} ${from}`, zone),
  end: at(`${date} ${to}`, zone),
});

let counter = 0;
/** Own entries have stamps that sort; tests number them as they are written. */
function stamp(kind: string): string {
  counter += 1;
  return `${kind}-${String(counter).padStart(6, '0')}`;
}

export const attendee = (
  one: Person,
  role: Role = 'required',
  response: Response = 'none',
  respondedAt: Instant | null = null,
): Attendee => ({ person: one, role, response, respondedAt });

export const WORKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

export interface MeetingTold {
  readonly series: string;
  readonly title: string;
  readonly organizer: Person;
  readonly attendees: readonly Attendee[];
  readonly zone: string;
  readonly start: string;
  readonly minutes: number;
  readonly days: readonly Weekday[];
  readonly firstDate: string;
  readonly lastDate: string | null;
  readonly joinUrl: string | null;
}

/** The daily sync of the golden month: Marcus organizes, Priya keeps the log. */
export const daily: MeetingTold = {
  series: 'daily',
  title: 'Priya/Marcus daily sync',
  organizer: marcus,
  attendees: [attendee(priya, 'required', 'accepted')],
  zone: LONDON,
  start: '15:00',
  minutes: 30,
  days: WORKDAYS,
  firstDate: '2026-10-26',
  lastDate: null,
  joinUrl: 'https://teams.example/daily',
};

/** The weekly refinement: Priya organizes, so that answers and reports can be seen. */
export const refinement: MeetingTold = {
  ...daily,
  series: 'atlas',
  title: 'Atlas refinement',
  organizer: priya,
  attendees: [attendee(marcus), attendee(dana), attendee(sam), attendee(wei, 'optional')],
  start: '14:00',
  minutes: 60,
  days: ['tuesday'],
  firstDate: '2026-10-27',
  joinUrl: 'https://teams.example/atlas',
};

const minutesOfClock = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

export const ruleOf = (one: MeetingTold): Recurrence => ({
  pattern: { every: 'week', interval: 1, days: one.days, weekStart: 'monday' },
  zone: one.zone,
  firstDate: one.firstDate,
  lastDate: one.lastDate,
  count: null,
  startMinute: minutesOfClock(one.start),
  lengthMinutes: one.minutes,
  allDay: false,
});

/** Seven days before the golden month. */
const EARLY = at('2026-10-19 09:00');

/** Verbs about one meeting, in the manner in which a month is told. Defaults are the usual case. */
export function about(one: MeetingTold) {
  const ownerOrganizes = one.organizer.key === priya.key;
  const key = (date: string) => occurrenceKey(one.series, date);
  const plannedSpan = (date: string): Span => {
    const start = instantAt(date, minutesOfClock(one.start), one.zone);
    return { start, end: start + one.minutes * MINUTE };
  };
  const seen = (more: Partial<SeriesSeen> = {}): SeriesSeen => {
    const seenAt = more.seenAt ?? EARLY;
    return {
      kind: 'series-seen',
      id: stamp('series-seen'),
      recordedAt: seenAt,
      series: one.series,
      seenAt,
      lookedBefore: null,
      there: true,
      title: one.title,
      organizer: one.organizer,
      ownerOrganizes,
      attendees: one.attendees,
      joinUrl: one.joinUrl,
      recurrence: ruleOf(one),
      first: plannedSpan(one.firstDate),
      cancelledDates: [],
      createdAt: null,
      cancelled: false,
      ...more,
    };
  };
  const sighted = (date: string, more: Partial<Sighting> = {}): Sighting => {
    const seenAt = more.seenAt ?? EARLY;
    const original = more.original ?? plannedSpan(date);
    return {
      kind: 'sighting',
      id: stamp('sighting'),
      recordedAt: seenAt,
      occurrence: key(date),
      seenAt,
      lookedBefore: null,
      title: one.title,
      original,
      span: original,
      zone: one.zone,
      allDay: false,
      cancelled: false,
      draft: false,
      single: false,
      ownerOrganizes,
      organizer: one.organizer,
      attendees: one.attendees,
      ownResponse: ownerOrganizes ? 'organizer' : 'accepted',
      ownRespondedAt: null,
      joinUrl: one.joinUrl,
      createdAt: null,
      ...more,
    };
  };
  const mail = (
    kind: MailKind,
    date: string | null,
    when: Instant,
    more: Partial<NoticeMail> = {},
  ): NoticeMail => ({
    kind: 'mail',
    id: stamp('mail'),
    recordedAt: when,
    mail: kind,
    at: when,
    sentByOwner: (more.from ?? one.organizer).key === priya.key,
    from: one.organizer,
    sender: null,
    series: one.series,
    occurrence: date === null ? null : key(date),
    wholeSeries: date === null,
    title: one.title,
    span: null,
    previous: null,
    ...more,
  });
  return {
    key,
    plannedSpan,
    seen,
    sighted,
    mail,
    cancelledBy: (date: string, when: string, more: Partial<NoticeMail> = {}) =>
      mail('cancellation', date, at(when), more),
    movedBy: (date: string, when: string, to: Span) =>
      mail('update', date, at(when), { span: to, previous: plannedSpan(date) }),
    answered: (who: Person, kind: 'accepted' | 'tentative' | 'declined', date: string | null, when: string) =>
      mail(kind, date, at(when), { from: who, sentByOwner: who.key === priya.key }),
    missing: (date: string, seenAt: Instant, lookedBefore: Instant | null = null): Missing => ({
      kind: 'missing',
      id: stamp('missing'),
      recordedAt: seenAt,
      occurrence: key(date),
      seenAt,
      lookedBefore,
    }),
    noted: (
      date: string,
      when: string | Instant,
      said: Saying | null,
      minutes: number | null = null,
      people: readonly PersonSaid[] = [],
    ): CheckIn => ({
      kind: 'check-in',
      id: stamp('check-in'),
      recordedAt: typeof when === 'string' ? at(when) : when,
      occurrence: key(date),
      said,
      minutes,
      people,
    }),
    kept: (does: Keeping['does'], when: string, from?: Instant): Keeping => ({
      ...{ kind: 'keeping', id: stamp('keeping'), recordedAt: at(when), series: one.series, does },
      ...(from === undefined ? {} : { from }),
    }),
    /** This occurrence alone (10.3). */
    keptAlone: (date: string, when: string): Keeping => ({
      ...{ kind: 'keeping', id: stamp('keeping'), recordedAt: at(when), series: one.series },
      ...{ does: 'start', only: key(date) },
    }),
    ruled: (rules: SeriesRules, when = '2026-10-19 09:00'): RulesSet => ({
      ...{ kind: 'rules', id: stamp('rules'), recordedAt: at(when), series: one.series, rules },
    }),
    report: (session: Span, rows: readonly ReportRow[], more: Partial<Report> = {}): Report => ({
      kind: 'report',
      id: stamp('report'),
      recordedAt: session.end,
      source: 'teams-report',
      series: one.series,
      occurrence: null,
      session,
      totalParticipants: rows.length,
      rows,
      ...more,
    }),
  };
}

export const said = (who: Person, what: PersonSaid['said'], wordAt: Instant | null = null): PersonSaid => ({
  person: who.key,
  said: what,
  wordAt,
});

export const rowOf = (who: Person, ...intervals: readonly Span[]): ReportRow => ({
  row: who.key,
  name: who.name,
  address: who.address,
  directoryId: null,
  identified: true,
  phone: false,
  intervals,
});

export const phone = (name: string, ...intervals: readonly Span[]): ReportRow => ({
  row: name,
  name,
  address: '',
  directoryId: null,
  identified: false,
  phone: true,
  intervals,
});

export const away = (who: Person, away: Span, source: Away['source'] = 'free-busy'): Away => ({
  kind: 'away',
  id: stamp('away'),
  recordedAt: away.start,
  person: who.key,
  span: away,
  source,
});

export const holiday = (
  who: Person,
  date: string,
  country: string | null,
  zone = 'America/New_York',
): Holiday => ({
  kind: 'holiday',
  id: stamp('holiday'),
  recordedAt: EARLY,
  person: who.key,
  date,
  zone,
  name: 'Holiday',
  source: country === null ? 'by-hand' : 'country',
  country,
});

export const sameMeeting = (earlier: string, later: string, when: string, same = true): LineageAnswer => ({
  ...{ kind: 'lineage', id: stamp('lineage'), recordedAt: at(when), earlier, later, same },
});

/** Judged well after everything, unless told otherwise. */
export function judge(facts: readonly Fact[], series: string, now = at('2026-12-31 12:00')): JudgedLineage {
  const lineage = judgeLineage({ owner: priya, facts }, series, now);
  if (lineage === null) throw new Error(`Nothing is known about ${series}`);
  return lineage;
}

export function occurrenceOn(lineage: JudgedLineage, date: string): JudgedOccurrence {
  const found = lineage.occurrences.find((one) => one.date === date);
  if (found === undefined) throw new Error(`No occurrence on ${date}`);
  return found;
}

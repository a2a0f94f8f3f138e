import type {
  CalendarItem,
  CalendarReading,
  MailReading,
  MeetingReading,
} from '../../../src/domain/facts/observed/reading';
import type { Attendee, Owner, Person } from '../../../src/domain/facts/things/person';
import type { Recurrence } from '../../../src/domain/facts/things/series';
import { DAY, type Instant, MINUTE, type Span } from '../../../src/domain/time/time';

/** An instant written as UTC: `2026-11-20T15:00`. */
export const utc = (text: string): Instant => Date.parse(`${text}Z`);

export const person = (name: string, domain = 'contoso.example'): Person => {
  const address = `${name.toLowerCase()}@${domain}`;
  return { key: address, name, address };
};
export const MARCUS = person('Marcus');
export const DANA = person('Dana');
export const SAM = person('Sam');
export const WEI = person('Wei');
export const LENA = person('Lena', 'partner.example');
export const PRIYA: Owner = { ...person('Priya'), zone: 'Europe/London' };

export const required = (one: Person, more: Partial<Attendee> = {}): Attendee => ({
  person: { key: one.key, name: one.name, address: one.address },
  role: 'required',
  response: 'not-visible',
  respondedAt: null,
  ...more,
});

export const half = (start: string, minutes = 30): Span => ({
  start: utc(start),
  end: utc(start) + minutes * MINUTE,
});

/** The daily sync as Priya's calendar shows it: Marcus organizes. */
export const item = (date: string, more: Partial<CalendarItem> = {}): CalendarItem => {
  const span = half(`${date}T15:00`);
  return {
    id: `daily-${date}`,
    series: 'daily',
    title: 'Priya/Marcus daily sync',
    span,
    originalStart: span.start,
    zone: 'Europe/London',
    allDay: false,
    cancelled: false,
    draft: false,
    holiday: false,
    ownerOrganizes: false,
    organizer: MARCUS,
    attendees: [required(PRIYA, { response: 'accepted' })],
    ownResponse: 'accepted',
    ownRespondedAt: null,
    joinUrl: 'https://teams.example/daily',
    ...more,
  };
};

export const looked = (
  readAt: string,
  items: readonly CalendarItem[],
  more: Partial<CalendarReading> = {},
): CalendarReading => ({
  window: { start: utc(readAt) - 90 * DAY, end: utc(readAt) + 60 * DAY },
  readAt: utc(readAt),
  items,
  unreadable: [],
  ...more,
});

export const workdaily = (more: Partial<Recurrence> = {}): Recurrence => ({
  pattern: {
    every: 'week',
    interval: 1,
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    weekStart: 'sunday',
  },
  zone: 'Europe/London',
  firstDate: '2026-10-26',
  lastDate: null,
  count: null,
  startMinute: 900,
  lengthMinutes: 30,
  allDay: false,
  ...more,
});

export const master = (readAt: string, more: Partial<MeetingReading> = {}): MeetingReading => ({
  id: 'daily',
  kind: 'series',
  series: null,
  originalStart: null,
  title: 'Priya/Marcus daily sync',
  organizer: MARCUS,
  ownerOrganizes: false,
  attendees: [required(PRIYA)],
  joinUrl: 'https://teams.example/daily',
  recurrence: workdaily(),
  zone: 'Europe/London',
  first: half('2026-10-26T15:00'),
  cancelledDates: [],
  createdAt: utc('2026-10-01T09:00'),
  cancelled: false,
  readAt: utc(readAt),
  ...more,
});

export const mail = (at: string, more: Partial<MailReading> = {}): MailReading => ({
  id: `mail-${at}`,
  mail: 'cancellation',
  at: utc(at),
  sentByOwner: false,
  from: MARCUS,
  sender: null,
  to: [PRIYA],
  title: 'Canceled: Priya/Marcus daily sync',
  span: half('2026-10-29T15:00'),
  previous: null,
  wholeSeries: false,
  meeting: null,
  ...more,
});

import type { Fact } from '../../src/domain/facts/log/fact';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Owner, Person } from '../../src/domain/facts/things/person';
import { DAY, HOUR, type Instant } from '../../src/domain/time/time';
import { erasureOf } from '../at-once';

export const MONDAY = Date.UTC(2026, 10, 16, 9, 30);

export const person = (name: string): Person => ({
  key: `${name.toLowerCase()}@example.com`,
  name,
  address: `${name.toLowerCase()}@example.com`,
});

export const OWNER: Owner = { ...person('Priya'), zone: 'Europe/London' };

export const dayAfter = (days: number): string => new Date(MONDAY + days * DAY).toISOString().slice(0, 10);
export const key = (series: string, days = 0) => occurrenceKey(series, dayAfter(days));

type Part<Kind extends Fact['kind']> = Partial<Extract<Fact, { kind: Kind }>>;

export const sighting = (series: string, days = 0, more: Part<'sighting'> = {}): Fact => ({
  kind: 'sighting',
  id: `sighting:${series}:${days}:${more.seenAt ?? 0}`,
  recordedAt: MONDAY,
  occurrence: key(series, days),
  seenAt: MONDAY,
  lookedBefore: null,
  title: `Sync of ${series}`,
  original: { start: MONDAY + days * DAY, end: MONDAY + days * DAY + HOUR / 4 },
  span: { start: MONDAY + days * DAY, end: MONDAY + days * DAY + HOUR / 4 },
  zone: 'Europe/London',
  allDay: false,
  cancelled: false,
  draft: false,
  single: false,
  ownerOrganizes: false,
  organizer: person(`Host-${series}`),
  attendees: [
    { person: person('Marcus'), role: 'required', response: 'accepted', respondedAt: null },
    { person: OWNER, role: 'required', response: 'accepted', respondedAt: null },
  ],
  ownResponse: 'accepted',
  ownRespondedAt: null,
  joinUrl: null,
  createdAt: null,
  ...more,
});

export const checkIn = (id: string, series: string, days = 0, more: Part<'check-in'> = {}): Fact => ({
  kind: 'check-in',
  id,
  recordedAt: MONDAY + days * DAY + HOUR,
  occurrence: key(series, days),
  said: 'we-met',
  minutes: null,
  people: [],
  ...more,
});

export const decision = (id: string, series: string, number: number): Fact => ({
  kind: 'decision',
  id,
  recordedAt: MONDAY + HOUR,
  series,
  occurrence: key(series),
  number,
  text: `Decision ${id}`,
  why: '',
  accountable: person('Dana'),
  topic: '',
  informed: [],
  decidedAt: MONDAY + HOUR,
});

export const undo = (id: string, of: string): Fact => ({ kind: 'undo', id, recordedAt: MONDAY + HOUR, of });

export const keeping = (
  id: string,
  series: string,
  does: 'start' | 'pause' | 'stop',
  recordedAt: Instant = MONDAY,
): Fact => ({ kind: 'keeping', id, recordedAt, series, does });

export const sameMeeting = (id: string, earlier: string, later: string, same = true): Fact => ({
  kind: 'lineage',
  id,
  recordedAt: MONDAY + HOUR,
  earlier,
  later,
  same,
});

export const away = (id: string, who: string): Fact => ({
  kind: 'away',
  id,
  recordedAt: MONDAY,
  person: person(who).key,
  span: { start: MONDAY, end: MONDAY + DAY },
  source: 'free-busy',
});

export const mail = (id: string, series: string | null, more: Part<'mail'> = {}): Fact => ({
  kind: 'mail',
  id,
  recordedAt: MONDAY,
  mail: 'cancellation',
  at: MONDAY - HOUR,
  sentByOwner: false,
  from: person('Marcus'),
  sender: null,
  series,
  occurrence: null,
  wholeSeries: false,
  title: 'Canceled: Sync',
  span: null,
  previous: null,
  ...more,
});

export const report = (id: string, series: string, days = 0): Fact => ({
  kind: 'report',
  id,
  recordedAt: MONDAY + days * DAY + HOUR,
  source: 'teams-report',
  series,
  occurrence: null,
  session: { start: MONDAY + days * DAY, end: MONDAY + days * DAY + HOUR / 4 },
  totalParticipants: 0,
  rows: [],
});

export const erasure = (id: string, who: string, facts: readonly Fact[]): Fact =>
  erasureOf(facts, OWNER, person(who), { id, recordedAt: MONDAY + HOUR, role: 'colleague', salt: id });

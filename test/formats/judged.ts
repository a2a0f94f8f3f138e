import type { Decision } from '../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { Owner, Person } from '../../src/domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../../src/domain/judge/judged/judged';
import { HOUR, type Instant, MINUTE } from '../../src/domain/time/time';

/** A small judged lineage to make files of: the daily sync of the sample month, in outline. */
export const at = (text: string): Instant => Date.parse(text);

export const person = (
  name: string,
  address = `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
): Person => ({
  key: address,
  name,
  address,
});

export const PRIYA: Owner = { ...person('Priya Nair'), zone: 'Europe/London' };
export const MARCUS = person('Marcus Hale');
export const DANA = person('Dana Ortiz');

export const judgedPerson = (who: Person, more: Partial<JudgedPerson> = {}): JudgedPerson => ({
  person: who,
  role: 'required',
  response: 'accepted',
  outcome: 'present',
  needed: true,
  isOwner: who.key === PRIYA.key,
  firstJoin: null,
  lastLeave: null,
  minutes: 30,
  grade: 'noted',
  reasons: [],
  notice: null,
  ...more,
});

export function judgedOccurrence(date: string, more: Partial<JudgedOccurrence> = {}): JudgedOccurrence {
  const start = at(`${date}T15:00:00Z`);
  const span = { start, end: start + 30 * MINUTE };
  return {
    key: `S1/${date}`,
    series: 'S1',
    date,
    title: 'Priya/Marcus daily sync',
    zone: 'Europe/London',
    allDay: false,
    original: span,
    effective: span,
    outcome: 'held',
    supersededBy: null,
    changedBy: null,
    onBehalfOf: null,
    notice: null,
    moves: [],
    minutesTogether: 30,
    windowRule: 'same-day-or-12h',
    oneToOne: true,
    ownerOrganizes: false,
    organizer: MARCUS,
    people: [judgedPerson(MARCUS, { role: 'organizer' }), judgedPerson(PRIYA)],
    reasons: [],
    evidence: ['own-check-in'],
    grade: 'noted',
    recordedAt: start + HOUR,
    corrected: false,
    correctionReason: null,
    disputed: false,
    otherPersonNote: null,
    questions: [],
    checkIn: null,
    nobodyJoinedFrom: start + 10 * MINUTE,
    ...more,
  };
}

export const judgedLineage = (
  occurrences: readonly JudgedOccurrence[],
  more: Partial<JudgedLineage> = {},
): JudgedLineage => ({
  id: 'S1',
  series: ['S1'],
  title: 'Priya/Marcus daily sync',
  zone: 'Europe/London',
  keptSince: at('2026-10-26T00:00:00Z'),
  paused: false,
  stopped: false,
  oneToOne: true,
  ownerOrganizes: false,
  organizer: MARCUS,
  people: [MARCUS, PRIYA],
  rules: {},
  window: 'same-day-or-12h',
  perWeek: 5,
  occurrences,
  members: [],
  splitQuestions: [],
  unscheduled: [],
  vanished: [],
  unmatched: [],
  judgedAt: at('2026-11-20T15:40:00Z'),
  ...more,
});

export const decision = (number: number, more: Partial<Decision> = {}): Decision => ({
  kind: 'decision',
  id: `decision-${number}`,
  recordedAt: at('2026-10-29T16:00:00Z'),
  series: 'S1',
  occurrence: 'S1/2026-10-29',
  number,
  text: 'Address lookup: vendor B',
  why: 'B covers all 9 countries; A covers 6.',
  accountable: DANA,
  topic: '',
  informed: [],
  decidedAt: at('2026-10-29T16:00:00Z'),
  ...more,
});

export const recap = (more: Partial<RecapEntry> = {}): RecapEntry => ({
  kind: 'recap',
  id: '2',
  recordedAt: at('2026-10-29T16:05:10Z'),
  series: 'S1',
  occurrence: 'S1/2026-10-29',
  mailKey: 'mail-1',
  step: 'sent',
  to: [MARCUS],
  subject: 'INFO: Address lookup',
  bodyHash: '00',
  decisions: ['decision-11'],
  sentAt: at('2026-10-29T16:05:11Z'),
  messageId: 'M1',
  ...more,
});

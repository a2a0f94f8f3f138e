import type { Decision } from '../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { Owner, Person } from '../../src/domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../../src/domain/judge/judged/judged';
import type { Instant } from '../../src/domain/time/time';
import * as builder from '../domain/builders/judged';

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

export const judgedPerson = (who: Person, more: Partial<JudgedPerson> = {}): JudgedPerson =>
  builder.judgedPerson(who, 'present', {
    response: 'accepted',
    isOwner: who.key === PRIYA.key,
    minutes: 30,
    grade: 'noted',
    ...more,
  });

export const judgedOccurrence = (date: string, more: Partial<JudgedOccurrence> = {}): JudgedOccurrence =>
  builder.judgedOccurrence({ series: 'S1', date, organizer: MARCUS }, 'held', {
    minutesTogether: 30,
    people: [judgedPerson(MARCUS, { role: 'organizer' }), judgedPerson(PRIYA)],
    evidence: ['own-check-in'],
    grade: 'noted',
    recordedAt: at(`${date}T16:00:00Z`),
    ...more,
  });

export const judgedLineage = (
  occurrences: readonly JudgedOccurrence[],
  more: Partial<JudgedLineage> = {},
): JudgedLineage =>
  builder.judgedLineage('S1', [MARCUS, PRIYA], occurrences, {
    keptSince: at('2026-10-26T00:00:00Z'),
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

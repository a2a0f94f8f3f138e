import type { Outcome, PersonOutcome } from '../../../src/domain/facts/things/outcomes';
import type { Person } from '../../../src/domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../../../src/domain/judge/judged/judged';
import { MINUTE } from '../../../src/domain/time/time';

/** The one place where the shape of what was judged is written down for tests; the samples change what they are about. */
const SYNC = {
  title: 'Priya/Marcus daily sync',
  zone: 'Europe/London',
  oneToOne: true,
  ownerOrganizes: false,
} as const;

/** A needed person of whom nothing but the outcome is known. */
export const judgedPerson = (
  person: Person,
  outcome: PersonOutcome | null,
  more: Partial<JudgedPerson> = {},
): JudgedPerson => ({
  person,
  role: 'required',
  response: 'not-visible',
  outcome,
  needed: true,
  isOwner: false,
  firstJoin: null,
  lastLeave: null,
  minutes: null,
  grade: null,
  reasons: [],
  notice: null,
  ...more,
});

/** Half an hour at 15:00 in London, in winter, of a one-to-one whose organizer is named; nothing is known beside its outcome. */
export function judgedOccurrence(
  at: Pick<JudgedOccurrence, 'series' | 'date' | 'organizer'>,
  outcome: Outcome,
  more: Partial<JudgedOccurrence> = {},
): JudgedOccurrence {
  const start = Date.parse(`${at.date}T15:00:00Z`);
  const span = { start, end: start + 30 * MINUTE };
  return {
    key: `${at.series}/${at.date}`,
    ...at,
    ...SYNC,
    allDay: false,
    original: span,
    effective: span,
    outcome,
    supersededBy: null,
    changedBy: null,
    onBehalfOf: null,
    notice: null,
    moves: [],
    minutesTogether: null,
    windowRule: 'same-day-or-12h',
    people: [],
    reasons: [],
    evidence: [],
    grade: null,
    recordedAt: null,
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

/** A daily meeting that is kept, with these people, the first of whom organizes it. */
export const judgedLineage = (
  id: string,
  people: readonly Person[],
  occurrences: readonly JudgedOccurrence[],
  more: Partial<JudgedLineage> = {},
): JudgedLineage => ({
  id,
  series: [id],
  ...SYNC,
  keptSince: 0,
  paused: false,
  stopped: false,
  organizer: people[0] ?? null,
  people,
  rules: {},
  window: 'same-day-or-12h',
  perWeek: 5,
  occurrences,
  members: [],
  splitQuestions: [],
  unscheduled: [],
  vanished: [],
  unmatched: [],
  judgedAt: Date.parse('2026-11-20T15:40:00Z'),
  ...more,
});

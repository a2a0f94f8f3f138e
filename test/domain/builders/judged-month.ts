import type { CatchUpEntry } from '../../../src/domain/facts/decided/catch-up-entry';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import type { Outcome, PersonOutcome } from '../../../src/domain/facts/things/outcomes';
import type { Person } from '../../../src/domain/facts/things/person';
import type {
  JudgedLineage,
  JudgedOccurrence,
  JudgedPerson,
  Notice,
} from '../../../src/domain/judge/judged/judged';
import { DAY, type Instant, MINUTE } from '../../../src/domain/time/time';
import { judgedLineage, judgedOccurrence, judgedPerson } from './judged';
import { MARCUS, PRIYA, utc } from './readings';

export const part = (
  person: Person,
  outcome: PersonOutcome | null,
  more: Partial<JudgedPerson> = {},
): JudgedPerson => judgedPerson(person, outcome, { isOwner: person.key === PRIYA.key, ...more });

export const notice = (minutes: number | null, more: Partial<Notice> = {}): Notice => ({
  at: null,
  minutes,
  lower: null,
  upper: null,
  class: 'short-notice',
  ...more,
});

export const judged = (
  date: string,
  outcome: Outcome,
  more: Partial<JudgedOccurrence> = {},
): JudgedOccurrence =>
  judgedOccurrence({ series: 'daily', date, organizer: MARCUS }, outcome, {
    minutesTogether: outcome.startsWith('held') ? 30 : null,
    people: [
      part(PRIYA, outcome.startsWith('held') ? 'present' : null),
      part(MARCUS, othersOutcome(outcome)),
    ],
    ...more,
  });

function othersOutcome(outcome: Outcome): PersonOutcome | null {
  if (outcome === 'held-part') return 'present-part';
  if (outcome.startsWith('held')) return 'present';
  if (outcome === 'not-held-no-message') return 'not-present-no-message';
  if (outcome === 'excluded-away') return 'away';
  return outcome === 'not-recorded' ? 'not-recorded' : null;
}

export const lineageOf = (
  occurrences: readonly JudgedOccurrence[],
  more: Partial<JudgedLineage> = {},
): JudgedLineage => judgedLineage('daily', [MARCUS, PRIYA], occurrences, more);

/** Days in a row from a Monday on, one letter each: h held, p part, c short, w with notice, n nobody, ? unknown, x away. */
export function days(letters: string, from = '2026-01-05'): readonly JudgedOccurrence[] {
  const outcomes: Readonly<Record<string, Outcome>> = {
    h: 'held',
    p: 'held-part',
    c: 'cancelled-short-notice',
    w: 'cancelled-with-notice',
    n: 'not-held-no-message',
    '?': 'not-recorded',
    x: 'excluded-away',
    u: 'upcoming',
    s: 'superseded',
  };
  return [...letters.replaceAll(' ', '')].map((letter, at) => {
    const week = Math.floor(at / 5) * 7;
    const date = new Date(utc(`${from}T00:00`) + (week + (at % 5)) * DAY).toISOString().slice(0, 10);
    return judged(date, outcomes[letter] as Outcome);
  });
}

/** The month of the acceptance stories, judged. */
export const goldenMonth = (): JudgedLineage => {
  const moved = utc('2026-11-03T17:00');
  return lineageOf([
    judged('2026-10-26', 'held'),
    judged('2026-10-27', 'not-held-no-message'),
    judged('2026-10-28', 'held-part', { minutesTogether: 10 }),
    judged('2026-10-29', 'cancelled-short-notice', { notice: notice(10) }),
    judged('2026-10-30', 'cancelled-with-notice', { notice: notice(4320, { class: 'with-notice' }) }),
    judged('2026-11-02', 'held'),
    judged('2026-11-03', 'held-moved', {
      effective: { start: moved, end: moved + 30 * MINUTE },
      moves: [
        {
          from: { start: utc('2026-11-03T15:00'), end: utc('2026-11-03T15:30') },
          to: { start: moved, end: moved + 30 * MINUTE },
          notice: notice(20),
          by: MARCUS,
        },
      ],
    }),
    judged('2026-11-04', 'excluded-away'),
    judged('2026-11-05', 'excluded-away'),
    judged('2026-11-06', 'held'),
    judged('2026-11-09', 'not-held-no-message'),
    judged('2026-11-10', 'cancelled-short-notice', { notice: notice(90) }),
    judged('2026-11-11', 'excluded-holiday'),
    judged('2026-11-12', 'excluded-own-absence', {
      people: [part(PRIYA, 'apologies-short-notice', { notice: notice(420) }), part(MARCUS, null)],
    }),
    judged('2026-11-13', 'held-part', { minutesTogether: 12 }),
    judged('2026-11-16', 'not-held-no-message'),
    judged('2026-11-17', 'held-reinstated'),
    judged('2026-11-18', 'cancelled-short-notice', { notice: notice(1) }),
    judged('2026-11-19', 'not-recorded'),
    judged('2026-11-20', 'held'),
  ]);
};

export const decision = (number: number, more: Partial<Decision> = {}): Decision => ({
  kind: 'decision',
  id: `d${number}`,
  recordedAt: utc('2026-10-29T15:20'),
  series: 'daily',
  occurrence: null,
  number,
  text: `Decision ${number}`,
  why: '',
  accountable: PRIYA,
  topic: '',
  informed: [],
  decidedAt: utc('2026-10-29T15:20'),
  ...more,
});

export const recap = (
  id: string,
  date: string,
  step: RecapEntry['step'],
  more: Partial<RecapEntry> = {},
): RecapEntry => {
  const at: Instant = utc(`${date}T16:00`);
  return {
    kind: 'recap',
    id,
    recordedAt: at,
    series: 'daily',
    occurrence: `daily/${date}`,
    mailKey: `key-${date}`,
    step,
    to: [MARCUS],
    subject: '',
    bodyHash: '',
    decisions: [],
    sentAt: step === 'sent' ? at : null,
    messageId: null,
    ...more,
  };
};

export const catchUpEntry = (
  id: string,
  step: CatchUpEntry['step'],
  more: Partial<CatchUpEntry> = {},
): CatchUpEntry => ({
  ...{ kind: 'catch-up', id, recordedAt: utc('2026-11-20T12:00'), series: 'daily', occurrence: null },
  ...{ mailKey: 'catch-up', step, to: [MARCUS], subject: '', bodyHash: '', decisions: [] },
  ...{ sentAt: utc('2026-11-20T12:00'), messageId: null },
  ...more,
});

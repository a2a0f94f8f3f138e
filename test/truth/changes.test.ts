import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/domain/facts/things/outcomes';
import type { Move, Notice } from '../../src/domain/judge/judged/judged';
import { wholeDaysIn } from '../../src/domain/judge/judged/whole-days';
import { oneToOneFacts } from '../../src/domain/tell/one-to-one';
import { reinvitationsOf } from '../../src/domain/tell/reinvitation';
import type { Span } from '../../src/domain/time/time';
import { instantAt } from '../../src/domain/time/zone';
import { composeRecap } from '../../src/formats/mail/recap-text';
import { doubtedMessageWords } from '../../src/ui/words/keep/message';
import { occurrenceWords } from '../../src/ui/words/outcomes';
import { personOutcomeWords } from '../../src/ui/words/people';
import { offerWords } from '../../src/ui/words/person-view';
import { reasonWords } from '../../src/ui/words/reasons';
import { timeWords } from '../../src/ui/words/times';
import { at, DANA, judgedLineage, judgedOccurrence, judgedPerson, MARCUS, PRIYA } from '../formats/judged';

const NOW = at('2026-11-20T15:40:00Z');
const time = timeWords('Europe/London');
const span = (start: string, end: string): Span => ({ start: at(start), end: at(end) });
const notice = (minutes: number, kind: Notice['class']): Notice => ({
  ...{ at: null, minutes, lower: minutes, upper: minutes, class: kind },
});

describe('When a meeting is', () => {
  const planned = span('2026-11-24T15:00:00Z', '2026-11-24T15:30:00Z');
  const said = (effective: Span, more: { outcome?: Outcome; allDay?: boolean; original?: Span } = {}) => {
    const { outcome = 'upcoming', allDay = false, original = planned } = more;
    return occurrenceWords(
      judgedOccurrence('2026-11-24', { outcome, allDay, original, effective }),
      time,
      NOW,
    );
  };

  test('on another day than planned, that day is named: the line begins with the one it was planned for', () => {
    const friday = span('2026-11-27T10:00:00Z', '2026-11-27T10:30:00Z');
    expect(said(friday)).toBe('Tue 24 Nov, upcoming, moved to Fri 27 Nov 10:00');
    expect(said(friday, { outcome: 'held-moved' })).toBe('Tue 24 Nov, met, moved to Fri 27 Nov 10:00');
    expect(said(span('2026-11-24T17:00:00Z', '2026-11-24T17:30:00Z'))).toMatch(/, moved to 17:00$/);
  });

  test('moved and moved back, it is at no other time', () => {
    expect(said(planned)).toBe('Tue 24 Nov, upcoming at 15:00');
    expect(said(planned, { outcome: 'held-moved' })).toBe('Tue 24 Nov, met, moved');
  });

  test('1 of whole days no clock is named', () => {
    const original = span('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z');
    const effective = span('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z');
    expect(said(original, { original, allDay: true })).toBe('Tue 24 Nov, upcoming');
    expect(said(effective, { original, allDay: true })).toBe('Tue 24 Nov, upcoming, moved to Thu 26 Nov');
  });
});

describe('2.11 Of a meeting to which nobody came', () => {
  const said = (oneToOne: boolean) =>
    occurrenceWords(
      judgedOccurrence('2026-11-17', { outcome: 'not-held-no-message', oneToOne, minutesTogether: null }),
      time,
      NOW,
    );

  test('where one of several can have sent word, or waited, it is not said of all that they did not', () => {
    expect(said(false)).toBe('Tue 17 Nov, not held, not all sent word');
    // Of whom nothing was found is said beside their names.
    const silent = judgedPerson(MARCUS, { outcome: 'not-present-no-message' });
    expect(personOutcomeWords(silent)).toBe('Not there, no message found');
    const sorry = judgedPerson(DANA, {
      outcome: 'apologies-short-notice',
      notice: notice(5, 'short-notice'),
    });
    expect(personOutcomeWords(sorry)).not.toContain('no message');
  });
  test('where there is one other, nobody joined', () => {
    expect(said(true)).toBe('Tue 17 Nov, nobody joined, no message found');
  });
});

describe('The sheet for a talk holds nothing against somebody that was not theirs', () => {
  const factsOf = (...occurrences: Parameters<typeof judgedLineage>[0][number][]) =>
    oneToOneFacts({ lineage: judgedLineage(occurrences), decisions: [], recaps: [] }, MARCUS, NOW).facts;
  const datesOf = (what: string, facts: ReturnType<typeof factsOf>) =>
    facts.find((one) => one.what === what)?.occurrences.map(({ date }) => date) ?? [];
  const offAt = (date: string, outcome: Outcome, changedBy: typeof MARCUS | null) =>
    judgedOccurrence(date, { outcome, changedBy, minutesTogether: null, notice: notice(10, 'short-notice') });

  test('5.5 neither what the owner called off nor what the owner moved', () => {
    const move = (by: Move['by']): Move => ({
      ...{ from: span('2026-11-10T15:00:00Z', '2026-11-10T15:30:00Z'), by },
      ...{ to: span('2026-11-10T17:00:00Z', '2026-11-10T17:30:00Z'), notice: notice(20, 'short-notice') },
    });
    const facts = factsOf(
      offAt('2026-11-03', 'cancelled-short-notice', MARCUS),
      offAt('2026-11-04', 'cancelled-short-notice', PRIYA),
      judgedOccurrence('2026-11-10', { outcome: 'held-moved', moves: [move(PRIYA)] }),
      judgedOccurrence('2026-11-11', { outcome: 'held-moved', moves: [move(MARCUS)] }),
    );
    expect(datesOf('short-notice', facts)).toEqual(['2026-11-03']);
    expect(datesOf('short-notice-moves', facts)).toEqual(['2026-11-11']);
  });

  test('2.8 no message is found of nothing that was cancelled, however late', () => {
    const facts = factsOf(
      offAt('2026-11-03', 'cancelled-after-start', MARCUS),
      offAt('2026-11-04', 'not-held-no-message', null),
    );
    expect(datesOf('no-message', facts)).toEqual(['2026-11-04']);
    expect(datesOf('short-notice', facts)).toEqual(['2026-11-03']);
  });
});

test('nobody is offered another time for what somebody else called off', () => {
  const off = (changedBy: typeof MARCUS) =>
    ['2026-11-18', '2026-11-19'].map((date) =>
      judgedOccurrence(date, {
        ...{ outcome: 'cancelled-short-notice', changedBy, minutesTogether: null },
        people: [judgedPerson(MARCUS, { outcome: null }), judgedPerson(PRIYA, { outcome: null })],
      }),
    );
  const asked = (changedBy: typeof MARCUS) => {
    const next = judgedOccurrence('2026-11-23', { outcome: 'upcoming' });
    const lineage = judgedLineage([...off(changedBy), next], { people: [MARCUS] });
    return reinvitationsOf(lineage, [], 'Europe/London', NOW).map(({ person }) => person.name);
  };
  expect(asked(PRIYA)).toEqual([]);
  expect(asked(MARCUS)).toEqual(['Marcus Hale']);
});

test('13.7 an offer of another time is theirs, with both times in it', () => {
  const to = span('2026-11-27T10:00:00Z', '2026-11-27T10:30:00Z');
  const on = judgedOccurrence('2026-11-24');
  const words = 'Offered another time for Tue 24 Nov: Fri 27 Nov 10:00.';
  expect(offerWords(on, { to }, time, to.start - 1)).toBe(words);
  // What nobody can take any more says so.
  expect(offerWords(on, { to }, time, to.start)).toBe(`${words} That time is past.`);
  const moved = { ...on, effective: to };
  for (const now of [to.start - 1, to.end])
    expect(offerWords(moved, { to }, time, now)).toBe(`${words} The meeting was moved to that time.`);
});

test('what is gone from the calendar is said with what was found, not with what nobody did', () => {
  const gone = { what: 'missing', at: NOW, grade: 'inferred', rule: '2', fact: null } as const;
  expect(reasonWords(gone, time)).toBe('Not in the calendar any more, no message found');
});

test.each(['America/New_York', 'Europe/London', 'Asia/Tokyo', 'Pacific/Kiritimati'])(
  '1 a whole day is the date it stands on, for an owner in %s as in the zone of the series',
  (own) => {
    for (const zone of ['Europe/London', 'America/Los_Angeles', 'Pacific/Auckland']) {
      const midnight = (date: string) => instantAt(date, 0, zone);
      const days = (date: string, next: string) => ({ start: midnight(date), end: midnight(next) });
      const one = judgedOccurrence('2026-11-24', {
        ...{ outcome: 'upcoming', allDay: true, zone, original: days('2026-11-24', '2026-11-25') },
        effective: days('2026-11-26', '2026-11-27'),
      });
      const [seen] = wholeDaysIn(judgedLineage([one]), own).occurrences;
      expect(timeWords(own).day(seen?.original.start ?? 0)).toBe('Tue 24 Nov');
      const subject = composeRecap({
        ...{ occurrence: { ...one, outcome: 'held' }, title: 'Offsite', recipients: [MARCUS], decisions: [] },
        ...{ owner: PRIYA, ownerZone: own, next: null, language: 'en' },
      }).subject;
      expect(subject).toBe('INFO: Offsite Thu 26 Nov');
    }
  },
);

describe('A message about a meeting', () => {
  test('2 does what it says of itself only where it counts: not in the name of somebody else', () => {
    const doubt = { what: 'mail-doubted', at: NOW, grade: 'inferred', rule: '5.5', fact: 'mail:1' } as const;
    const said = doubtedMessageWords({
      ...{ ...doubt, mail: 'cancellation', doubt: 'not-the-organizer', words: 'eve@else.example' },
    });
    expect(said).toContain('came from eve@else.example, which is not an address of the organizer');
    expect(said).not.toMatch(/cancels/);
    expect(said).toContain('It changes nothing here');
  });
});

import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome, PERSON_OUTCOMES } from '../../../src/domain/facts/things/outcomes';
import type { JudgedOccurrence, Notice } from '../../../src/domain/judge/judged/judged';
import { measuresOf } from '../../../src/domain/measure/measures';
import { MINUTE } from '../../../src/domain/time/time';
import { Trouble } from '../../../src/domain/trouble';
import type { TroubleKind } from '../../../src/domain/trouble-rows';
import { TROUBLES } from '../../../src/domain/trouble-rows';
import { troubleWords } from '../../../src/ui/words/keep/trouble';
import { measureWords } from '../../../src/ui/words/measures';
import { meetingDaysWords } from '../../../src/ui/words/meeting-days';
import { noticeWords } from '../../../src/ui/words/notice';
import { OUTCOME_NAMES, PERSON_OUTCOME_NAMES } from '../../../src/ui/words/outcome-names';
import { occurrenceWords, outcomeWords } from '../../../src/ui/words/outcomes';
import { timeWords } from '../../../src/ui/words/times';
import { goldenMonth, NOW, occurrenceOn } from '../fixture';

const time = timeWords('Europe/London');
const UNKIND = /stood up|fail|flaky|ignored|ghosted|excuse|late again|absent|no-show|missed/i;

describe('The words of the pane', () => {
  test.each([
    ['2026-10-26', 'Mon 26 Oct, met'],
    ['2026-10-27', 'Tue 27 Oct, nobody joined, no message found'],
    ['2026-10-28', 'Wed 28 Oct, met 10 of 30 minutes'],
    ['2026-10-29', 'Thu 29 Oct, cancelled 10 min before'],
    ['2026-10-30', 'Fri 30 Oct, cancelled 3 days before'],
    ['2026-11-03', 'Tue 3 Nov, met, moved to 17:00'],
    ['2026-11-04', 'Wed 4 Nov, Marcus away'],
    ['2026-11-10', 'Tue 10 Nov, cancelled 1 h 30 min before'],
    ['2026-11-11', 'Wed 11 Nov, holiday'],
    ['2026-11-12', 'Thu 12 Nov, you were not there'],
    ['2026-11-17', 'Tue 17 Nov, met, after being cancelled'],
    ['2026-11-19', 'Thu 19 Nov, not recorded'],
    ['2026-11-20', 'Fri 20 Nov, on now'],
    ['2026-11-23', 'Mon 23 Nov, upcoming at 15:30'],
  ])('8 the occurrence of %s reads "%s"', (date, words) => {
    expect(occurrenceWords(occurrenceOn(date), time, NOW)).toBe(words);
  });

  test.each(OUTCOMES)('8 there are kind words for %s', (outcome: Outcome) => {
    const occurrence: JudgedOccurrence = { ...occurrenceOn('2026-10-29'), outcome };
    const words = outcomeWords(occurrence, time, NOW);
    expect(words).not.toBe('');
    expect(`${words} ${OUTCOME_NAMES[outcome]}`).not.toMatch(UNKIND);
  });

  test.each(PERSON_OUTCOMES)('8 there are kind words for a person: %s', (outcome) => {
    expect(PERSON_OUTCOME_NAMES[outcome]).not.toBe('');
    expect(PERSON_OUTCOME_NAMES[outcome]).not.toMatch(UNKIND);
  });

  test.each(Object.keys(TROUBLES) as TroubleKind[])('trouble %s is told in a whole sentence', (kind) => {
    expect(troubleWords(new Trouble(kind, 'somewhere'))).toMatch(/^[A-Z].*\.$/);
  });

  test('a calendar that may not be read is said with what is lost, and with what works without', () => {
    const refused = new Trouble('not-permitted', 'GET /me/calendarView', { scope: 'Calendars.Read' });
    expect(troubleWords(refused)).toMatch(/calendar may not be read.*notes, decisions and imports work/);
    const other = new Trouble('not-permitted', 'PUT a file', { scope: 'Files.ReadWrite.AppFolder' });
    expect(troubleWords(other)).not.toContain('calendar');
  });

  test.each(['throttled', 'busy'] as const)('a pause of minutes has its end told: %s', (kind) => {
    const until = Date.parse('2026-11-20T15:44:20Z');
    const words = (trouble: Trouble) => troubleWords(trouble, (moment) => time.moment(moment, NOW));
    expect(words(new Trouble(kind, 'somewhere', { until }))).toBe(
      'Microsoft 365 asks to wait until 15:45. Please try again then.',
    );
    expect(words(new Trouble(kind, 'somewhere'))).not.toContain('until');
  });

  const notice = (more: Partial<Notice>): Notice => ({
    at: null,
    minutes: null,
    lower: null,
    upper: null,
    class: 'unknown',
    ...more,
  });
  test.each([
    [{ minutes: 10 }, '10 min before'],
    [{ minutes: 0.5 }, 'under 1 min before'],
    [{ minutes: 90 }, '1 h 30 min before'],
    [{ minutes: 1290 }, '21 h 30 min before'],
    [{ minutes: 4320 }, '3 days before'],
    [{ minutes: 2940 }, '2 days 1 h before'],
    [{ minutes: 0 }, 'at the start'],
    [{ minutes: -5 }, '5 min after the start'],
    [{ lower: 40, upper: 180 }, 'between 40 min and 3 h before'],
    [{ lower: -60, upper: 240 }, 'between 4 h before and 1 h after the start'],
    [{ lower: 40, upper: null }, 'at least 40 min before'],
  ])('5.1 notice %o reads "%s"', (more, words) => {
    expect(noticeWords(notice(more))).toBe(words);
  });

  test('6 the golden month counts itself in words, with ranges from ten on (7.1)', () => {
    const lineage = goldenMonth();
    const occurrences = lineage.occurrences.map((one) =>
      one.date === '2026-11-20' ? { ...one, outcome: 'held' as const, minutesTogether: 30 } : one,
    );
    expect(measuresOf({ ...lineage, occurrences }, [], []).map(measureWords)).toEqual([
      'Went ahead 8 of 15 (53 %, likely between 30 % and 75 %)',
      'There when it started 8 of 11 (73 %, likely between 43 % and 90 %)',
      'Notice given 1 of 7',
      'Short or no notice 6 of 15 (40 %, likely between 20 % and 64 %)',
      'Minutes together 202 of 450 (45 %)',
      'Moves 1',
      'Short-notice moves 1',
      'Coverage 15 of 16 (94 %, likely between 72 % and 99 %)',
      'Decisions told 0 of 0',
    ]);
  });

  test('a daily series on weekdays says so, with its latest time', () => {
    expect(meetingDaysWords(goldenMonth(), time)).toBe('Weekdays 15:30–16:00');
  });

  test('the same instant reads by the clock of the zone', () => {
    const at = NOW - 40 * MINUTE;
    expect(time.moment(at, NOW)).toBe('15:00');
    expect(timeWords('America/New_York').moment(at, NOW)).toBe('10:00');
    expect(time.moment(at - 1440 * MINUTE, NOW)).toBe('Thu 19 Nov 15:00');
    expect(timeWords('Nowhere/Land').time(at)).toBe('15:00');
  });
});

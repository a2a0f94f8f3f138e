import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import { titleLikeness } from '../../../../src/domain/facts/things/title';
import {
  about,
  at,
  attendee,
  daily,
  dana,
  judge,
  type MeetingTold,
  marcus,
  occurrenceOn,
  priya,
  sam,
  sameMeeting,
  span,
} from '../../builders/facts';

/** Section 1 ("what belongs to the log") and 5.6: which rows there are, of which series. */

const sync = about(daily);
const NOW = at('2026-11-20 12:00');
const START = sync.kept('start', '2026-10-20 09:00');

const datesOf = (facts: readonly Fact[], series = 'daily', now = NOW) =>
  judge(facts, series, now)
    .occurrences.filter(({ effective }) => effective.start <= now)
    .map(({ date }) => date);
const changed = (more: Partial<MeetingTold>, seenAt: string, before: string) =>
  about({ ...daily, ...more }).seen({
    seenAt: at(seenAt),
    lookedBefore: at(before),
    first: sync.plannedSpan(daily.firstDate),
  });

describe('1 what belongs to the log', () => {
  test('1 from the opt-in on, and back to 90 days before', () => {
    const told = about({ ...daily, firstDate: '2026-01-05' });
    const dates = datesOf([told.seen(), told.kept('start', '2026-11-20 09:00')], 'daily');
    // 90 days before 20 Nov 09:00 is 22 Aug, a Saturday.
    expect(dates[0]).toBe('2026-08-24');
    expect(dates.at(-1)).toBe('2026-11-19');
  });

  test('1 or more, by choice', () => {
    const told = about({ ...daily, firstDate: '2026-01-05' });
    const dates = datesOf([told.seen(), told.kept('start', '2026-11-20 09:00', at('2026-03-02 00:00'))]);
    expect(dates[0]).toBe('2026-03-02');
  });

  test('1 a sweep looks 60 days ahead', () => {
    const last = judge([sync.seen(), START], 'daily', NOW).occurrences.at(-1);
    expect(last).toMatchObject({ date: '2027-01-18', outcome: 'upcoming' });
  });

  test('1 after the log was stopped nothing is added, until it is started again', () => {
    const stopped = [sync.seen(), START, sync.kept('stop', '2026-11-03 10:00')];
    expect(datesOf(stopped).at(-1)).toBe('2026-11-02');
    expect(judge(stopped, 'daily', NOW).stopped).toBe(true);
    const again = [...stopped, sync.kept('start', '2026-11-10 10:00', at('2026-11-10 10:00'))];
    expect(datesOf(again)).not.toContain('2026-11-05');
    expect(datesOf(again)).toContain('2026-11-10');
  });

  test('1 occurrences keep their key through clock changes: one each day, no gap (story 2)', () => {
    const told = about({ ...daily, firstDate: '2026-10-19' });
    const lineage = judge([told.seen(), START], 'daily', NOW);
    const starts = lineage.occurrences
      .filter(({ date }) => ['2026-10-23', '2026-10-26', '2026-11-02'].includes(date))
      .map(({ original }) => new Date(original.start).toISOString());
    expect(starts).toEqual([
      '2026-10-23T14:00:00.000Z',
      '2026-10-26T15:00:00.000Z',
      '2026-11-02T15:00:00.000Z',
    ]);
  });

  test('1 in a zone that changed at another time, and in one with half hours', () => {
    const york = about({ ...daily, series: 'york', zone: 'America/New_York', start: '11:00' });
    const delhi = about({ ...daily, series: 'delhi', zone: 'Asia/Kolkata', start: '00:15' });
    const start = (facts: Fact[], series: string, date: string) =>
      new Date(occurrenceOn(judge(facts, series, NOW), date).original.start).toISOString();
    const facts = [york.seen(), york.kept('start', '2026-10-20 09:00')];
    expect(start(facts, 'york', '2026-10-30')).toBe('2026-10-30T15:00:00.000Z');
    expect(start(facts, 'york', '2026-11-02')).toBe('2026-11-02T16:00:00.000Z');
    const india = [delhi.seen(), delhi.kept('start', '2026-10-20 09:00')];
    expect(start(india, 'delhi', '2026-11-03')).toBe('2026-11-02T18:45:00.000Z');
  });
});

describe('1 what the rule no longer plans', () => {
  const sighted = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'].map((date) => sync.sighted(date));
  const ended = changed({ lastDate: '2026-11-10' }, '2026-11-11 18:00', '2026-11-11 09:00');

  test('1 ended: what had not started when this was first sighted is no row', () => {
    expect(datesOf([START, sync.seen(), ...sighted, ended]).slice(-2)).toEqual(['2026-11-10', '2026-11-11']);
  });

  test('1 announced by mail before that, the mail’s time decides', () => {
    const mail = sync.mail('update', null, at('2026-11-11 14:59'));
    expect(datesOf([START, sync.seen(), ...sighted, mail, ended]).at(-1)).toBe('2026-11-10');
    const later = sync.mail('update', null, at('2026-11-11 15:00'));
    expect(datesOf([START, sync.seen(), ...sighted, later, ended]).at(-1)).toBe('2026-11-11');
  });

  test('1 changed as a whole to other days: old ones that had been stay, new ones come', () => {
    const others = changed({ days: ['tuesday', 'saturday'] }, '2026-11-11 18:00', '2026-11-11 09:00');
    const dates = datesOf([START, sync.seen(), ...sighted, others]).filter((date) => date >= '2026-11-07');
    expect(dates).toEqual(['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-14', '2026-11-17']);
  });

  test('1 cancelled as a whole it has a week of cancelled occurrences, and no mass of them', () => {
    const farewell = sync.mail('cancellation', null, at('2026-11-11 10:00'));
    const cancelled = sighted.map((one) => ({
      ...one,
      ...{
        id: `${one.id}-cancelled`,
        cancelled: true,
        seenAt: at('2026-11-11 18:00'),
        lookedBefore: at('2026-11-11 09:00'),
      },
    }));
    const gone = sync.seen({
      seenAt: at('2026-11-11 18:00'),
      lookedBefore: at('2026-11-11 09:00'),
      cancelled: true,
    });
    expect(datesOf([START, sync.seen(), ...sighted, farewell, ...cancelled, gone]).at(-1)).toBe('2026-11-17');
  });

  test('1 a series that disappeared without a word asks one question for all its open rows', () => {
    const gone = sync.seen({
      seenAt: at('2026-11-11 18:00'),
      lookedBefore: at('2026-11-10 18:00'),
      there: false,
    });
    const missing = sighted.map(({ occurrence }) =>
      sync.missing(occurrence.slice(-10), at('2026-11-11 18:00')),
    );
    const facts = [START, sync.seen(), ...sighted, gone, ...missing];
    const lineage = judge(facts, 'daily', NOW);
    expect(lineage.vanished).toEqual(['daily']);
    expect(
      lineage.occurrences.filter(({ date, questions }) => date > '2026-11-10' && questions.length > 0),
    ).toEqual([]);
    const answer = (saying: 'ended' | 'removed-by-me' | 'still-alive'): Fact => ({
      ...{
        kind: 'vanished',
        id: `vanished-${saying}`,
        recordedAt: at('2026-11-12 09:00'),
        series: 'daily',
        said: saying,
      },
    });
    expect(judge([...facts, answer('ended')], 'daily', NOW).vanished).toEqual([]);
    expect(datesOf([...facts, answer('ended')]).at(-1)).toBe('2026-11-11');
    expect(datesOf([...facts, answer('still-alive')]).at(-1)).toBe('2026-11-19');
  });
});

describe('5.6 split series', () => {
  const later: MeetingTold = { ...daily, series: 'later', start: '15:30', firstDate: '2026-11-16' };
  const half = about(later);
  const ended = changed({ lastDate: '2026-11-13' }, '2026-11-13 18:00', '2026-11-13 09:00');
  const both = [START, sync.seen(), ended, half.seen({ seenAt: at('2026-11-13 18:00') })];

  test('5.6 is asked once, and joined only by an answer', () => {
    const lineage = judge(both, 'daily', NOW);
    expect(lineage.series).toEqual(['daily']);
    expect(lineage.splitQuestions).toHaveLength(1);
    for (const same of [true, false]) {
      const answered = judge(
        [...both, sameMeeting('daily', 'later', '2026-11-13 18:01', same)],
        'daily',
        NOW,
      );
      expect(answered.splitQuestions).toEqual([]);
      expect(answered.series).toEqual(same ? ['daily', 'later'] : ['daily']);
    }
  });

  test('5.6 the latest answer counts, and can be taken back', () => {
    const yes = sameMeeting('daily', 'later', '2026-11-13 18:01');
    const no = sameMeeting('later', 'daily', '2026-11-13 18:05', false);
    expect(judge([...both, yes, no], 'daily', NOW).series).toEqual(['daily']);
    const undo: Fact = { kind: 'undo', id: 'undo-1', recordedAt: at('2026-11-13 18:06'), of: no.id };
    expect(judge([...both, yes, no, undo], 'daily', NOW).series).toEqual(['daily', 'later']);
  });

  const question = (more: Partial<MeetingTold>) =>
    judge(
      [START, sync.seen(), ended, about({ ...later, ...more }).seen({ seenAt: at('2026-11-13 18:00') })],
      'daily',
      NOW,
    ).splitQuestions.length === 1;

  test.each([
    ['the same title, another link', { joinUrl: 'https://teams.example/new' }, true],
    ['another title, the same link', { title: 'Something else' }, true],
    ['another title, another link', { title: 'Something else', joinUrl: null }, false],
    ['other people', { attendees: [attendee(priya), attendee(dana)] }, false],
    ['an optional person more', { attendees: [attendee(priya), attendee(dana, 'optional')] }, true],
    ['another organizer', { organizer: sam }, false],
    ['starting 7 days after the end', { firstDate: '2026-11-20' }, true],
    ['starting 8 days after the end', { firstDate: '2026-11-21', days: ['saturday'] as const }, false],
  ] as [string, Partial<MeetingTold>, boolean][])('5.6 %s: %#', (_, more, asked) => {
    expect(question(more)).toBe(asked);
  });

  test('5.6 a series that goes on is not continued by another one', () => {
    const parallel = [START, sync.seen(), half.seen({ seenAt: at('2026-11-13 18:00') })];
    expect(judge(parallel, 'daily', NOW).splitQuestions).toEqual([]);
  });

  test.each([
    ['Daily sync', 'Daily sync!', 1],
    ['night', 'nacht', 0.25],
    ['Atlas refinement', 'Atlas refinements', 0.96],
  ])('5.6 titles %j and %j are alike by %d', (a, b, likeness) => {
    expect(titleLikeness(a, b)).toBeCloseTo(likeness, 2);
    expect(titleLikeness(b, a)).toBeCloseTo(likeness, 2);
  });

  test('5.6 joined, no phantom of the old series remains, and what was noted for one goes to the real one', () => {
    // The new rule was seen only on Tuesday; two phantoms had "started" by then.
    const late = changed({ lastDate: '2026-11-13' }, '2026-11-17 18:00', '2026-11-13 09:00');
    const facts = [
      ...[START, sync.seen(), sync.sighted('2026-11-16'), sync.sighted('2026-11-17'), late],
      half.seen({ seenAt: at('2026-11-17 18:00') }),
      half.sighted('2026-11-16', { seenAt: at('2026-11-17 18:00') }),
      half.sighted('2026-11-17', { seenAt: at('2026-11-17 18:00') }),
      sync.noted('2026-11-16', '2026-11-16 16:05', 'we-met'),
      sameMeeting('daily', 'later', '2026-11-17 18:01'),
    ];
    const week = judge(facts, 'daily', NOW).occurrences.filter(
      ({ date }) => date >= '2026-11-16' && date <= '2026-11-18',
    );
    expect(week.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['later/2026-11-16', 'held'],
      ['later/2026-11-17', 'not-recorded'],
      ['later/2026-11-18', 'not-recorded'],
    ]);
  });

  test('5.6 a cancellation in the new series is measured to its own start', () => {
    const facts = [
      ...both,
      sameMeeting('daily', 'later', '2026-11-13 18:01'),
      half.cancelledBy('2026-11-18', '2026-11-18 15:29'),
    ];
    expect(occurrenceOn(judge(facts, 'daily', NOW), '2026-11-18').notice?.minutes).toBe(1);
  });

  test('rules and the log of one series are those of the whole lineage', () => {
    const facts = [
      ...both,
      sameMeeting('daily', 'later', '2026-11-13 18:01'),
      sync.ruled({ window: { minutes: 5 } }),
    ];
    const lineage = judge(facts, 'later', NOW);
    expect(lineage).toMatchObject({ id: 'daily', keptSince: START.recordedAt, window: { minutes: 5 } });
    expect(occurrenceOn(lineage, '2026-11-18').windowRule).toEqual({ minutes: 5 });
  });
});

test('nothing is known about a series nobody saw', () => {
  expect(() => judge([], 'daily')).toThrow('Nothing is known');
});

test('the lineage is as it stands now: title, people, rhythm', () => {
  const lineage = judge(
    [START, sync.seen({ title: 'Canceled: Canceled: Priya/Marcus daily sync' })],
    'daily',
    NOW,
  );
  expect(lineage).toMatchObject({
    title: 'Priya/Marcus daily sync',
    oneToOne: true,
    perWeek: 5,
    zone: 'Europe/London',
  });
  expect(lineage.people.map(({ name }) => name)).toEqual([marcus.name, priya.name]);
  expect(span('2026-11-02', '15:00', '15:30')).toEqual(occurrenceOn(lineage, '2026-11-02').effective);
});

test('1 what disappeared with its series is not asked about one by one', () => {
  const gone = sync.seen({
    seenAt: at('2026-11-06 09:00'),
    lookedBefore: at('2026-11-05 09:00'),
    there: false,
  });
  const past = [sync.sighted('2026-11-03'), sync.missing('2026-11-03', at('2026-11-06 09:00'))];
  const one = occurrenceOn(judge([START, sync.seen(), ...past, gone], 'daily', NOW), '2026-11-03');
  expect(one.questions).toEqual(['what-happened']);
  expect(one.reasons.map(({ what }) => what)).toContain('missing');
});

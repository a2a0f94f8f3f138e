import { describe, expect, test } from 'vitest';

import type { Fact } from '../../src/domain/facts/log/fact';
import {
  about,
  at,
  away,
  daily,
  holiday,
  judge,
  marcus,
  occurrenceOn,
  priya,
  sameMeeting,
  span,
  WORKDAYS,
} from './builders/facts';

/** The month of the daily sync, written down by hand: what Priya's calendar, mailbox and taps left in the log. */

const later = { ...daily, series: 'daily-1530', start: '15:30', firstDate: '2026-11-16' };
const again = { ...later, series: 'daily-again', firstDate: '2026-11-17' };
const sync = about(daily);
const half = about(later);
const single = about(again);

const DATES = datesFrom('2026-10-26', 20);

function datesFrom(first: string, count: number): string[] {
  const dates: string[] = [];
  for (let day = Date.parse(first); dates.length < count; day += 86_400_000) {
    const date = new Date(day);
    if (
      WORKDAYS.some((name) =>
        name.startsWith(date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()),
      )
    ) {
      dates.push(date.toISOString().slice(0, 10));
    }
  }
  return dates;
}

const firstLook = at('2026-10-23 09:00');
const afterSplit = at('2026-11-13 16:25');

const month: readonly Fact[] = [
  sync.kept('start', '2026-10-23 09:00'),
  sync.ruled({ countries: { [marcus.key]: 'US' } }, '2026-10-23 09:00'),
  sync.seen({ seenAt: firstLook }),
  // All four weeks were planned at 15:00 until the split was seen.
  ...DATES.map((date) => sync.sighted(date, { seenAt: firstLook })),
  sync.noted('2026-10-26', '2026-10-26 15:31', 'we-met'),
  sync.noted('2026-10-27', '2026-10-27 15:15', 'nobody-joined'),
  sync.noted('2026-10-28', '2026-10-28 15:31', 'we-met', 10),
  sync.cancelledBy('2026-10-29', '2026-10-29 14:50'),
  sync.sighted('2026-10-29', {
    seenAt: at('2026-10-29 15:02'),
    lookedBefore: at('2026-10-29 09:05'),
    cancelled: true,
  }),
  sync.cancelledBy('2026-10-30', '2026-10-27 15:00'),
  sync.sighted('2026-10-30', {
    seenAt: at('2026-10-27 15:15'),
    lookedBefore: at('2026-10-27 09:05'),
    cancelled: true,
  }),
  sync.noted('2026-11-02', '2026-11-02 15:31', 'we-met'),
  sync.movedBy('2026-11-03', '2026-11-03 14:40', span('2026-11-03', '17:00', '17:30')),
  sync.sighted('2026-11-03', {
    seenAt: at('2026-11-03 17:31'),
    lookedBefore: at('2026-11-03 09:05'),
    span: span('2026-11-03', '17:00', '17:30'),
  }),
  sync.answered(priya, 'accepted', '2026-11-03', '2026-11-03 14:44'),
  sync.noted('2026-11-03', '2026-11-03 17:31', 'we-met'),
  away(marcus, {
    start: at('2026-11-04 00:00', 'America/New_York'),
    end: at('2026-11-06 00:00', 'America/New_York'),
  }),
  sync.noted('2026-11-04', '2026-11-04 15:12', 'nobody-joined'),
  sync.noted('2026-11-06', '2026-11-06 15:31', 'we-met'),
  sync.noted('2026-11-09', '2026-11-09 15:15', 'nobody-joined'),
  sync.cancelledBy('2026-11-10', '2026-11-10 13:30'),
  sync.sighted('2026-11-10', {
    seenAt: at('2026-11-11 09:05'),
    lookedBefore: at('2026-11-10 09:05'),
    cancelled: true,
  }),
  holiday(marcus, '2026-11-11', 'US'),
  holiday(priya, '2026-11-11', 'US'),
  sync.answered(priya, 'declined', '2026-11-12', '2026-11-12 08:00'),
  sync.noted('2026-11-13', '2026-11-13 15:14', 'we-met', 12),
  // "This and following" from 15:00 to 15:30: the old series ends, a new one starts.
  sync.seen({ seenAt: afterSplit, lookedBefore: at('2026-11-13 15:14'), recurrence: endingOn('2026-11-13') }),
  ...DATES.slice(15).map((date) => sync.missing(date, afterSplit, at('2026-11-13 15:14'))),
  half.seen({ seenAt: afterSplit }),
  half.mail('request', null, at('2026-11-13 16:00')),
  ...DATES.slice(15).map((date) =>
    half.sighted(date, { seenAt: afterSplit, lookedBefore: at('2026-11-13 15:14') }),
  ),
  sameMeeting('daily', 'daily-1530', '2026-11-13 16:26'),
  half.noted('2026-11-16', '2026-11-16 15:45', 'nobody-joined'),
  half.cancelledBy('2026-11-17', '2026-11-16 18:00'),
  half.sighted('2026-11-17', {
    seenAt: at('2026-11-17 09:05'),
    lookedBefore: at('2026-11-16 15:45'),
    cancelled: true,
  }),
  single.seen({ seenAt: at('2026-11-17 16:01'), recurrence: null, createdAt: at('2026-11-17 09:30') }),
  single.mail('request', '2026-11-17', at('2026-11-17 09:30')),
  single.sighted('2026-11-17', {
    seenAt: at('2026-11-17 16:01'),
    single: true,
    createdAt: at('2026-11-17 09:30'),
  }),
  half.noted('2026-11-17', '2026-11-17 16:01', 'we-met'),
  half.cancelledBy('2026-11-18', '2026-11-18 15:29'),
  half.sighted('2026-11-18', {
    seenAt: at('2026-11-18 16:00'),
    lookedBefore: at('2026-11-18 09:05'),
    cancelled: true,
  }),
  half.noted('2026-11-20', '2026-11-20 16:05', 'we-met'),
];

function endingOn(lastDate: string) {
  const { recurrence } = sync.seen();
  return recurrence === null ? null : { ...recurrence, lastDate };
}

const EXPECTED: readonly [
  date: string,
  outcome: string,
  notice: number | null,
  minutes: number | null,
  rule: string,
][] = [
  ['2026-10-26', 'held', null, 30, '2.4'],
  ['2026-10-27', 'not-held-no-message', null, 0, '2.11'],
  ['2026-10-28', 'held-part', null, 10, '2.4'],
  ['2026-10-29', 'cancelled-short-notice', 10, null, '2.7'],
  ['2026-10-30', 'cancelled-with-notice', 4320, null, '2.6'],
  ['2026-11-02', 'held', null, 30, '2.4'],
  ['2026-11-03', 'held-moved', 20, 30, '2.3'],
  ['2026-11-04', 'excluded-away', null, null, '2.5'],
  ['2026-11-05', 'excluded-away', null, null, '2.5'],
  ['2026-11-06', 'held', null, 30, '2.4'],
  ['2026-11-09', 'not-held-no-message', null, 0, '2.11'],
  ['2026-11-10', 'cancelled-short-notice', 90, null, '2.7'],
  ['2026-11-11', 'excluded-holiday', null, null, '2.5'],
  ['2026-11-12', 'excluded-own-absence', 420, null, '2.5'],
  ['2026-11-13', 'held-part', null, 12, '2.4'],
  ['2026-11-16', 'not-held-no-message', null, 0, '2.11'],
  ['2026-11-17', 'held-reinstated', 1290, 30, '2.3'],
  ['2026-11-18', 'cancelled-short-notice', 1, null, '2.7'],
  ['2026-11-19', 'not-recorded', null, null, '2.12'],
  ['2026-11-20', 'held', null, 30, '2.4'],
];

const NOW = at('2026-11-20 16:30');

describe('the golden month', () => {
  const lineage = judge(month, 'daily', NOW);
  const past = lineage.occurrences.filter(({ effective }) => effective.start <= NOW);

  test('has twenty slots over one split, one of them judged where it was invited anew', () => {
    expect(past.map(({ date }) => date)).toEqual(DATES);
    expect(lineage.series).toEqual(['daily', 'daily-1530']);
    expect(past.map(({ series }) => series)).toEqual([
      ...Array(15).fill('daily'),
      ...Array(5).fill('daily-1530'),
    ]);
  });

  test.each(EXPECTED)('%s is %s (notice %s, together %s) by %s', (date, outcome, notice, minutes) => {
    const one = occurrenceOn(lineage, date);
    expect(one.outcome).toBe(outcome);
    expect(one.notice?.minutes ?? null).toBe(notice);
    expect(one.minutesTogether).toBe(minutes);
  });

  test('is the same one asked by the later series, or by the single meeting that came back', () => {
    expect(judge(month, 'daily-1530', NOW)).toEqual(lineage);
    expect(judge(month, 'daily-again', NOW)).toEqual(lineage);
  });

  test('asks about Thu 19 Nov only, and about nothing that somebody answered', () => {
    expect(past.filter(({ questions }) => questions.length > 0).map(({ date }) => date)).toEqual([
      '2026-11-19',
    ]);
    expect(lineage.splitQuestions).toEqual([]);
    expect(lineage.vanished).toEqual([]);
  });

  test('names who changed what, and nobody where there was only silence (5.5)', () => {
    const by = Object.fromEntries(past.map(({ date, changedBy }) => [date, changedBy?.name ?? null]));
    expect(by).toMatchObject({
      '2026-10-27': null,
      '2026-10-29': 'Marcus',
      '2026-11-03': 'Marcus',
      '2026-11-12': 'Priya',
    });
    expect(by).toMatchObject({
      '2026-10-28': null,
      '2026-11-04': null,
      '2026-11-17': 'Marcus',
      '2026-11-19': null,
    });
  });

  test('rests on the evidence that was there', () => {
    const evidence = (date: string) => occurrenceOn(lineage, date).evidence;
    expect(evidence('2026-10-26')).toEqual(['own-check-in']);
    expect(evidence('2026-10-29')).toEqual(['cancel-mail']);
    expect(evidence('2026-11-03')).toEqual(['own-check-in', 'update-mail']);
    expect(evidence('2026-11-04')).toEqual(['free-busy']);
    expect(evidence('2026-11-11')).toEqual(['holiday-list']);
    expect(evidence('2026-11-12')).toEqual(['response-mail']);
    expect(evidence('2026-11-17')).toEqual(['own-check-in', 'cancel-mail', 'request-mail']);
    expect(evidence('2026-11-19')).toEqual([]);
  });

  test.each([
    ['same-day-or-12h' as const, 3],
    [{ minutes: 1440 }, 3],
    [{ minutes: 60 }, 2],
    [{ minutes: 5 }, 1],
  ])(
    'under the window %j has %d cancellations at short notice, always four in all (8.0)',
    (window, short) => {
      const again = judge([...month, sync.ruled({ window }, '2026-11-20 16:10')], 'daily', NOW);
      const cancelled = again.occurrences.filter(({ outcome }) => outcome.startsWith('cancelled'));
      expect(cancelled).toHaveLength(4);
      expect(cancelled.filter(({ outcome }) => outcome === 'cancelled-short-notice')).toHaveLength(short);
    },
  );

  test('kept apart, is two series of fifteen and five (8.1, story 11)', () => {
    const apart = [...month, sameMeeting('daily', 'daily-1530', '2026-11-13 16:30', false)];
    const keepBoth = [...apart, half.kept('start', '2026-11-13 16:31')];
    const first = judge(keepBoth, 'daily', NOW);
    const second = judge(keepBoth, 'daily-1530', NOW);
    expect(first.occurrences).toHaveLength(15);
    expect(second.occurrences.filter(({ effective }) => effective.start <= NOW)).toHaveLength(5);
    expect(first.splitQuestions).toEqual([]);
  });

  test('asks once whether the new series is the same meeting, before anybody answered (5.6)', () => {
    const unasked = month.filter(({ kind }) => kind !== 'lineage');
    const [question, ...rest] = judge(unasked, 'daily', NOW).splitQuestions;
    expect(question).toMatchObject({
      earlier: 'daily',
      later: 'daily-1530',
      laterStart: at('2026-11-16 15:30'),
    });
    expect(rest).toEqual([]);
    expect(judge(unasked, 'daily-1530', NOW).splitQuestions).toEqual([question]);
  });
});

import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import { about, at, daily, judge, priya, span } from '../builders/facts';

/** 1: a cancelled series is not an ended one. */

const told = about(daily);
const MESSAGE = '2026-11-03 14:00';
const base: readonly Fact[] = [
  told.kept('start', '2026-10-26 09:00'),
  told.seen({ seenAt: at('2026-10-26 09:00') }),
];
const gone = told.seen({
  seenAt: at('2026-11-04 09:00'),
  lookedBefore: at('2026-11-02 09:00'),
  cancelled: true,
});
const rowsOf = (...facts: readonly Fact[]) =>
  Object.fromEntries(
    judge([...base, ...facts], 'daily', at('2026-11-20 18:00')).occurrences.map(
      ({ date, outcome, notice }) => [
        date,
        notice?.minutes == null ? outcome : `${outcome}, ${notice.minutes} min`,
      ],
    ),
  );
const message = told.mail('cancellation', null, at(MESSAGE));

describe('1 a cancelled series', () => {
  test.each([
    ['by a message, the series shown as cancelled', [message, gone]],
    ['by a message, the series gone', [message, { ...gone, cancelled: false, there: false }]],
    ['by a message, before anybody looked again', [message]],
  ] as const)('1 %s: cancelled for seven days, then no rows', (_, facts) => {
    const rows = rowsOf(...facts);
    expect(rows['2026-11-02']).toBe('not-recorded');
    expect(rows['2026-11-03']).toBe('cancelled-short-notice, 60 min');
    expect(rows['2026-11-04']).toBe('cancelled-with-notice, 1500 min');
    // Seven days after the message end an hour before the occurrence of that day.
    expect(rows['2026-11-09']).toMatch(/^cancelled-with-notice/);
    expect(Object.keys(rows).filter((date) => date > '2026-11-09')).toEqual([]);
  });

  test('1 without a message: from the first sighting of it, and the notice is a range', () => {
    const rows = rowsOf(gone);
    expect(rows['2026-11-03']).toBe('not-recorded');
    expect(rows['2026-11-04']).toBe('cancelled-notice-unknown');
    expect(rows['2026-11-09']).toBe('cancelled-with-notice');
    expect(Object.keys(rows).filter((date) => date > '2026-11-11')).toEqual([]);
  });

  test('1 what had started before the message was not cancelled, however the calendar shows it now', () => {
    const shown = ['2026-10-30', '2026-11-03'].flatMap((date) => [
      told.sighted(date, { seenAt: at('2026-10-27 09:00') }),
      told.sighted(date, {
        seenAt: at('2026-11-04 09:00'),
        lookedBefore: at('2026-11-02 09:00'),
        cancelled: true,
      }),
    ]);
    const rows = rowsOf(message, gone, ...shown);
    expect(rows['2026-10-30']).toBe('not-recorded');
    expect(rows['2026-11-03']).toBe('cancelled-short-notice, 60 min');
  });

  test('1 later ones are rows where they were held all the same, or had been cancelled by themselves before', () => {
    const rows = rowsOf(
      message,
      gone,
      told.noted('2026-11-12', '2026-11-12 15:31', 'we-met'),
      told.noted('2026-11-13', '2026-11-13 15:31', 'nobody-joined'),
      told.cancelledBy('2026-11-16', '2026-11-02 10:00'),
      told.sighted('2026-11-17', { seenAt: at('2026-11-04 09:00'), cancelled: true }),
    );
    expect(rows['2026-11-12']).toBe('held');
    expect(rows['2026-11-16']).toMatch(/^cancelled-with-notice/);
    expect(Object.keys(rows).filter((date) => date > '2026-11-10')).toEqual(['2026-11-12', '2026-11-16']);
  });

  test('1 one of the seven days that took place was held', () => {
    const rows = rowsOf(message, gone, told.noted('2026-11-04', '2026-11-04 15:31', 'we-met'));
    expect(rows['2026-11-04']).toMatch(/^held/);
  });

  test('1 a master that is left without the mark is no sign of life, where all that was to come is shown cancelled', () => {
    const shown = (cancelled: (date: string) => boolean) =>
      ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-16'].flatMap((date) => [
        told.sighted(date, { seenAt: at('2026-11-02 09:00') }),
        ...(cancelled(date) ? [told.sighted(date, { seenAt: at('2026-11-04 09:00'), cancelled: true })] : []),
      ]);
    const still = ['2026-11-04 09:00', '2026-11-09 09:00'].map((when, look) =>
      told.seen({
        seenAt: at(when),
        lookedBefore: at(look === 0 ? '2026-11-02 09:00' : '2026-11-04 09:00'),
      }),
    );
    const rows = rowsOf(message, ...still, ...shown(() => true));
    expect(rows['2026-11-03']).toBe('cancelled-short-notice, 60 min');
    expect(rows['2026-11-04']).toBe('cancelled-with-notice, 1500 min');
    expect(Object.keys(rows).filter((date) => date > '2026-11-09')).toEqual([]);
    // One that stands speaks against the message.
    const alive = rowsOf(message, ...still, ...shown((date) => date !== '2026-11-05'));
    expect(alive['2026-11-05']).toBe('not-recorded');
    expect(alive['2026-11-19']).toBe('not-recorded');
  });

  test('1 the seven days are counted to where an occurrence stands', () => {
    const moved = told.movedBy('2026-11-09', '2026-11-02 12:00', span('2026-11-13', '15:00', '15:30'));
    const rows = rowsOf(message, gone, moved);
    expect(rows['2026-11-09']).toBeUndefined();
    expect(rows['2026-11-06']).toMatch(/^cancelled/);
  });

  test('1 a series that ends has no row for what its rule no longer plans, joined or not', () => {
    const rule = told.seen().recurrence;
    if (rule === null) throw new Error('no rule');
    const ended = told.seen({
      ...{ seenAt: at('2026-11-03 14:05'), lookedBefore: at('2026-11-03 13:00') },
      recurrence: { ...rule, lastDate: '2026-11-03' },
    });
    const rows = rowsOf(ended, told.noted('2026-11-05', '2026-11-05 15:31', 'we-met'));
    expect(Object.keys(rows).at(-1)).toBe('2026-11-03');
  });

  test('1 the organizer who cancels their own series knows it from the sent mail', () => {
    const own = about({ ...daily, organizer: priya });
    const facts = [
      own.kept('start', '2026-10-26 09:00'),
      own.seen({ seenAt: at('2026-10-26 09:00') }),
      own.mail('cancellation', null, at(MESSAGE)),
      own.seen({ seenAt: at('2026-11-04 09:00'), there: false }),
    ];
    const rows = judge(facts, 'daily', at('2026-11-20 18:00')).occurrences;
    expect(rows.find(({ date }) => date === '2026-11-03')?.outcome).toBe('cancelled-short-notice');
    expect(rows.at(-1)?.date).toBe('2026-11-09');
  });
});

import { describe, expect, test } from 'vitest';

import type { Keeping } from '../../../src/domain/facts/entered/rules';
import { candidateSeries, observeCalendar } from '../../../src/domain/observe/observe';
import { marksThatHold, sessionsWanted } from '../../../src/domain/observe/wanted';
import { item, looked, PRIYA, utc } from '../builders/readings';

const keeping = (id: string, when: string, more: Partial<Keeping> = {}): Keeping => ({
  ...{ kind: 'keeping', id, recordedAt: utc(when), series: 'daily', does: 'start' },
  ...more,
});
const alone = keeping('a', '2026-11-02T08:00', { only: 'daily/2026-11-03' });
const whole = keeping('b', '2026-11-04T08:00');
const days = ['2026-11-02', '2026-11-03', '2026-11-04'].map((date) => item(date));
const sighted = (...facts: readonly Keeping[]) =>
  observeCalendar(facts, ['daily'], looked('2026-11-05T09:00', days), PRIYA, []);

describe('Of a series of which one occurrence is kept by itself (10.3)', () => {
  test('nothing is written down of the others, until all of it is kept', () => {
    const keys = (...facts: readonly Keeping[]) =>
      sighted(...facts).flatMap((fact) => (fact.kind === 'sighting' ? [fact.occurrence] : []));
    expect(keys(alone)).toEqual(['daily/2026-11-03']);
    expect(keys(alone, whole)).toHaveLength(days.length);
    expect(keys(whole, alone)).toHaveLength(days.length);
  });

  test('no other series is looked at as what it goes on as', () => {
    const next = item('2026-11-06', { id: 'n', series: 'next' });
    const reading = looked('2026-11-05T09:00', [...days, next]);
    expect(candidateSeries([whole], ['daily'], reading, PRIYA)).toEqual(['next']);
    expect(candidateSeries([alone], ['daily'], reading, PRIYA)).toEqual([]);
  });

  test('sessions are asked for around it alone', () => {
    const around = sessionsWanted([alone, ...sighted(alone)], 'daily');
    expect(
      around?.some(({ start, end }) => utc('2026-11-03T15:30') > start && utc('2026-11-03T16:00') < end),
    ).toBe(true);
    expect(
      around?.some(({ start, end }) => utc('2026-11-04T15:30') > start && utc('2026-11-04T15:30') < end),
    ).toBe(false);
    expect(sessionsWanted([alone, whole, ...sighted(alone)], 'daily')).toBeNull();
  });

  test.each([
    ['a look at the one says nothing of all', [alone, whole], '2026-11-03T08:00', 0],
    ['a look since then does', [alone, whole], '2026-11-04T09:00', 1],
    [
      'nor of another one',
      [alone, keeping('c', '2026-11-04T08:00', { only: 'daily/2026-11-09' })],
      '2026-11-03T08:00',
      0,
    ],
    [
      'the same one kept again changes nothing',
      [alone, keeping('c', '2026-11-04T08:00', { only: alone.only ?? '' })],
      '2026-11-03T08:00',
      1,
    ],
    [
      'a log of the whole that reaches further changes nothing',
      [whole, keeping('c', '2026-11-09T08:00')],
      '2026-11-05T08:00',
      1,
    ],
  ] as const)('5.1 %s', (_, facts, sweptAt, stay) => {
    const marks = [{ series: 'daily', sweptAt: utc(sweptAt), mailsUntil: null }];
    expect(marksThatHold(marks, facts)).toHaveLength(stay);
  });
});

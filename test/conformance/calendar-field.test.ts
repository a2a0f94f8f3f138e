import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { type Captured, judgedFrom } from '../graph/calendar/captured';

/** Calendars as they were captured in the field (`data/field` 08 and 09). */

const FIELD = path.resolve(import.meta.dirname, '../../../shared/data/field');
const read = (name: string) => JSON.parse(readFileSync(path.join(FIELD, name), 'utf8')) as Captured;
const NOW = Date.parse('2026-11-11T12:00:00Z');
const rows = ({ occurrences }: JudgedLineage) =>
  occurrences
    .filter(({ effective }) => effective.start <= NOW)
    .map(({ date, outcome, moves }) => `${date} ${outcome} ${moves.length}`);

describe('a series of whole days, told in UTC', () => {
  test.each([
    ['zone-known-on-the-master', ['2026-11-02 not-recorded 0', '2026-11-09 not-recorded 0']],
    ['zone-empty-on-the-attendees-master', ['2026-11-02 not-recorded 0', '2026-11-09 not-recorded 0']],
    ['west-as-captured', ['2026-11-03 not-recorded 0', '2026-11-10 not-recorded 0']],
  ])('1 5.4 %s: one row a week, and no move', (name, expected) => {
    expect(rows(judgedFrom(read(`08-all-day-told-in-utc/${name}.json`), NOW))).toEqual(expected);
  });
});

describe('a zone that is written in words', () => {
  const captured = read('09-zone-nobody-knows/monday-20-00-new-york.json');
  const ONCE_A_WEEK = ['2026-11-02 not-recorded 0', '2026-11-09 not-recorded 0'];

  test('1 the words name New York: one row a week', () => {
    expect(rows(judgedFrom(captured, NOW))).toEqual(ONCE_A_WEEK);
  });

  test('2 the organizer’s cancelled date is the occurrence of that day there', () => {
    const master = { ...captured.master, isOrganizer: true, cancelledOccurrences: ['OID.M.2026-11-09'] };
    const own = { ...captured, master, calendarView: captured.calendarView.slice(0, 1) };
    const found = judgedFrom(own, NOW).occurrences.find(({ date }) => date === '2026-11-09');
    expect(found?.outcome).toMatch(/^cancelled/);
    expect(found?.effective.start).toBe(Date.parse('2026-11-10T01:00:00Z'));
  });

  test('1 where nobody knows the zone, there are the rows that were sighted', () => {
    const text = JSON.stringify(captured).replaceAll(
      '(UTC-05:00) Eastern Time (US & Canada)',
      'Customized Time Zone',
    );
    expect(rows(judgedFrom(JSON.parse(text) as Captured, NOW))).toEqual(ONCE_A_WEEK);
  });
});

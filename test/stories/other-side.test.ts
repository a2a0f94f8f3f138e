import { describe, expect, test } from 'vitest';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { answers, choosesCountries } from './hand';
import { month, of, retold } from './retold';
import { tell } from './teller';

/** The same month from the side of Marcus, who organizes the sync: Graph gives him a report of every session. */
const marcus = (world = month) =>
  tell({ ...world, owner: 'marcus' })
    .keeps('daily', '2026-10-23 09:00')
    .taps('2026-10-23 09:01', choosesCountries('daily', { marcus: 'US', priya: 'GB' }))
    .looks('2026-11-03 17:00', '2026-11-10 17:00', '2026-11-13 16:30');

const FIRST = {
  '2026-10-26': 'held',
  '2026-10-27': 'not-recorded',
  '2026-10-28': 'held-part',
  '2026-10-29': 'cancelled-short-notice 10 min',
  '2026-10-30': 'cancelled-with-notice 4320 min',
  '2026-11-02': 'held',
  '2026-11-03': 'held-moved 20 min',
  '2026-11-04': 'excluded-own-absence',
  '2026-11-05': 'excluded-own-absence',
  '2026-11-06': 'held',
  '2026-11-09': 'not-recorded',
  '2026-11-10': 'cancelled-short-notice 90 min',
  '2026-11-11': 'excluded-own-absence',
  '2026-11-12': 'not-held-apologies-short-notice 420 min',
  '2026-11-13': 'held-part',
};
const SECOND = {
  '2026-11-16': 'not-recorded',
  '2026-11-17': 'held-reinstated 1290 min',
  '2026-11-18': 'cancelled-short-notice 1 min',
  '2026-11-19': 'not-recorded',
  '2026-11-20': 'held',
};

describe('the month from the other side', () => {
  test('every meeting is documented; who was missing himself says nothing of others', async () => {
    const tale = await marcus()
      .taps('2026-11-13 16:31', answers('daily', 'daily-1530', 'yes'))
      .looks('2026-11-17 17:00', '2026-11-20 17:00')
      .until('2026-11-20 18:00');
    expect(tale.outcomes()).toEqual({ ...FIRST, ...SECOND });
    expect(tale.on('2026-11-20').evidence).toEqual(['teams-report']);
    expect(tale.who('2026-10-27', 'priya')).toMatchObject({ outcome: 'present-left-earlier', minutes: 15 });
    expect(tale.lineage.unscheduled).toEqual([]);
    expect(tale.measure('minutes-together')).toMatch(/^202 of /);
  });

  test('kept apart, each series has the sessions of its own days, though they share one link', async () => {
    const tale = await marcus()
      .taps('2026-11-13 16:31', answers('daily', 'daily-1530', 'no'))
      .keeps('daily-1530', '2026-11-13 16:32')
      .looks('2026-11-17 17:00', '2026-11-20 17:00')
      .until('2026-11-20 18:00');
    expect(tale.outcomes()).toEqual(FIRST);
    expect(tale.lineage.unscheduled).toEqual([]);
    const other = await tale.of('daily-1530');
    const outcomes = other.occurrences.filter(({ effective }) => effective.start <= tale.hand.ports.clock());
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'not-recorded',
      'held-reinstated',
      'cancelled-short-notice',
      'not-recorded',
      'held',
    ]);
    expect(other.unscheduled).toEqual([]);
  });

  test.each([
    ['daily', 'daily-1530'],
    ['daily-1530', 'daily'],
  ])(
    'so has one of which a log is kept later, when its reports had been read: %s, then %s',
    async (one, two) => {
      const plain = retold({
        meetings: (meeting) => (meeting.id === 'daily-again' ? null : meeting),
        without: (happening) =>
          ('meeting' in happening && happening.meeting === 'daily-again') ||
          of('cancelled', '2026-11-17')(happening),
      });
      const tale = await tell({ ...plain, owner: 'marcus' })
        .keeps(one, '2026-11-13 16:30')
        .taps('2026-11-13 16:31', answers('daily', 'daily-1530', 'no'))
        .looks('2026-11-20 17:00')
        .keeps(two, '2026-11-20 17:30')
        .until('2026-11-20 18:00');
      const [early, late] = [await tale.of('daily'), await tale.of('daily-1530')];
      const outcomeOn = (lineage: JudgedLineage, day: string) =>
        lineage.occurrences.find(({ date }) => date === day)?.outcome;
      expect(outcomeOn(early, '2026-11-06')).toBe('held');
      expect(outcomeOn(late, '2026-11-20')).toBe('held');
      expect([early.unscheduled, late.unscheduled]).toEqual([[], []]);
      const facts = await tale.hand.ports.ledger.allFacts();
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    },
  );

  test('one link is asked once in a look, and a report that was read is not read again', async () => {
    const tale = await marcus()
      .taps('2026-11-13 16:31', answers('daily', 'daily-1530', 'yes'))
      .until('2026-11-16 08:00');
    const again = await tale.goesOn().looks('2026-11-16 09:00').until('2026-11-16 09:01');
    const asked = again.graph.requests.filter(({ url }) => url.includes('attendance'));
    expect(asked).toHaveLength(1);
  });
});

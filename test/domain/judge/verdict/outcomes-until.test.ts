import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { outcomesUntil } from '../../../../src/domain/judge/verdict/outcomes-until';
import { columnsOf } from '../../../../src/domain/measure/columns';
import { DAY, HOUR, type Instant, MINUTE } from '../../../../src/domain/time/time';
import { judgeLineage } from '../../../at-once';
import { about, at, daily, judge, occurrenceOn, priya, rowOf } from '../../builders/facts';
import { factsOf, happened, KEY } from '../../builders/worlds';

const SERIES = KEY.slice(0, -11);
const SEED = 20_261_121;

/** Judged at one time and at another one: until the instant that was said, a trend counts the same. */
function holds(facts: readonly Fact[], series: string, then: Instant, later: number): boolean {
  const before = judgeLineage({ owner: priya, facts }, series, then);
  if (before === null) return false;
  const until = outcomesUntil(before, facts, then);
  const now = then + later;
  if (until !== null && now >= until) return false;
  const after = judgeLineage({ owner: priya, facts }, series, now);
  expect(after && columnsOf(after)).toEqual(columnsOf(before));
  return true;
}

const laters = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 60 }).map((hours) => hours * HOUR),
);

test('whatever happened, what a trend counts stays until then', () => {
  const kept = about({ ...daily, series: SERIES }).kept('start', '2026-10-20 09:00');
  let held = 0;
  const begins = fc.integer({ min: -6 * 24, max: 2 * 24 }).map((hours) => hours * HOUR);
  fc.assert(
    fc.property(happened, begins, laters, (world, begin, later) => {
      const then = at('2026-11-03 15:10') + begin;
      const facts = [kept, ...factsOf(world).facts].filter(({ recordedAt }) => recordedAt <= then);
      held += Number(holds(facts, SERIES, then, later));
    }),
    { numRuns: 800, seed: SEED },
  );
  expect(held).toBeGreaterThan(300);
});

test('a meeting that goes on is counted as before until it is over', () => {
  const sync = about({ ...daily, series: 'one' });
  const facts = [sync.kept('start', '2026-10-20 09:00'), sync.seen(), sync.sighted('2026-11-03')];
  const judged = judgeLineage({ owner: priya, facts }, 'one', at('2026-11-03 09:00'));
  const meeting = judged?.occurrences.find(({ date }) => date === '2026-11-03');
  expect(judged && outcomesUntil(judged, facts, at('2026-11-03 09:00'))).toBe(meeting?.effective.end);
});

test.each(['note', 'report'] as const)(
  'nothing is said where a clock that goes ahead has told: %s',
  (how) => {
    const sync = about({ ...daily, series: 'one' });
    const planned = sync.plannedSpan('2026-11-03');
    const before = at('2026-11-03 14:00');
    const told = {
      note: sync.noted('2026-11-03', '2026-11-03 15:40', 'nobody-joined'),
      report: { ...sync.report(planned, [rowOf(priya, planned)]), recordedAt: before },
    };
    const facts = [
      sync.kept('start', '2026-10-20 09:00'),
      sync.seen(),
      sync.sighted('2026-11-03'),
      told[how],
    ];
    const outcome = (now: Instant) => occurrenceOn(judge(facts, 'one', now), '2026-11-03').outcome;
    expect([outcome(planned.start - 1), outcome(planned.start)]).toEqual(['upcoming', 'not-held-no-message']);
    expect(outcomesUntil(judge(facts, 'one', before), facts, before)).toBe(before);
  },
);

test.each(['list', 'mail', 'correction'] as const)(
  'a day out of reach that is known to fall out is seen coming: %s',
  (how) => {
    const sync = about({ ...daily, series: 'one', organizer: priya, days: ['wednesday'] });
    const far = '2027-01-13';
    const told: Readonly<Record<typeof how, Fact>> = {
      list: sync.seen({ seenAt: at('2026-11-02 10:00'), cancelledDates: [far] }),
      mail: sync.mail('cancellation', far, at('2026-11-02 10:00')),
      correction: {
        ...{ kind: 'correction', id: 'c', recordedAt: at('2026-11-02 10:00'), occurrence: `one/${far}` },
        ...{ reason: 'Museum day', outcome: 'cancelled-with-notice' },
      },
    };
    const facts = [sync.kept('start', '2026-10-20 09:00'), sync.seen(), told[how]];
    const rows = (now: Instant) => columnsOf(judge(facts, 'one', now)).starts.length;
    // The meeting of the week is over; that of January comes into the log before the next one.
    const now = at('2026-11-11 17:00');
    expect(rows(at('2026-11-16 00:00'))).toBe(rows(now) + 1);
    const until = outcomesUntil(judge(facts, 'one', now), facts, now) ?? now;
    expect(until - now).toBeGreaterThan(DAY);
    expect(rows(until)).toBe(rows(now));
    // In the log it is like any other day, until the next meeting is over.
    const later = at('2026-11-16 00:00');
    expect(outcomesUntil(judge(facts, 'one', later), facts, later)).toBe(sync.plannedSpan('2026-11-18').end);
  },
);

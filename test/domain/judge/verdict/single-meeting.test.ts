import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import { measuresOf } from '../../../../src/domain/measure/measures';
import { measuresOfPerson } from '../../../../src/domain/measure/measures-of-person';
import { about, at, daily, judge, marcus } from '../../builders/facts';

/** 10.3: kept by one tap, judged by sections 2 to 4 as an occurrence is, and in no measure. */

const DATE = '2026-11-20';
const AFTER = at('2026-11-20 18:00');
const once = about({ ...daily, series: 'once', firstDate: DATE });
const FIRST = { seenAt: at('2026-11-16 09:01'), createdAt: at('2026-11-16 09:00') };
const kept: readonly Fact[] = [
  once.kept('start', '2026-11-16 09:00'),
  once.seen({ ...FIRST, recurrence: null }),
  once.sighted(DATE, { ...FIRST, single: true }),
];
const judged = (...facts: readonly Fact[]) => judge([...kept, ...facts], 'once', AFTER);

describe('A single meeting that is kept (10.3)', () => {
  test('is one occurrence, under its own id, with 24 hours as its window', () => {
    const lineage = judged();
    expect(lineage?.single).toBe(true);
    expect(lineage?.occurrences.map(({ key, outcome }) => [key, outcome])).toEqual([
      [`once/${DATE}`, 'not-recorded'],
    ]);
    expect(lineage?.window).toEqual({ minutes: 24 * 60 });
  });

  test('cancelled by mail, it is cancelled with the notice there was', () => {
    expect(judged(once.cancelledBy(DATE, '2026-11-19 18:00'))?.occurrences[0]?.outcome).toBe(
      'cancelled-short-notice',
    );
    expect(judged(once.cancelledBy(DATE, '2026-11-18 10:00'))?.occurrences[0]?.outcome).toBe(
      'cancelled-with-notice',
    );
  });

  test.each([
    ['six hours before: expected', '09:00', 'not-recorded'],
    ['less than four: nobody has to be there', '12:00', 'excluded-short-invitation'],
  ])('4.2 invited %s', (_, time, outcome) => {
    const invited = at(`${DATE} ${time}`);
    const first = { seenAt: invited + 60_000, createdAt: invited };
    const facts = [
      once.kept('start', `${DATE} ${time}`),
      once.cancelledBy(DATE, `${DATE} ${time}`, { mail: 'request', previous: null }),
      once.seen({ ...first, recurrence: null }),
      once.sighted(DATE, { ...first, single: true }),
    ];
    expect(judge(facts, 'once', AFTER)?.occurrences.map((one) => one.outcome)).toEqual([outcome]);
  });

  const LATER = { seenAt: at('2026-11-19 12:00'), lookedBefore: at('2026-11-19 11:00') };
  const ELSEWHEN = { start: at('2026-11-21 10:00'), end: at('2026-11-21 10:30') };
  const MIDNIGHTS = { start: at(DATE), end: at('2026-11-21') };
  test.each([
    ['cancelled in the calendar', [once.sighted(DATE, { ...LATER, single: true, cancelled: true })]],
    ['moved to another day', [once.sighted(DATE, { ...LATER, single: true, span: ELSEWHEN })]],
    ['private by now', [once.sighted(DATE, { ...LATER, single: true, title: '' })]],
    ['all day by now', [once.sighted(DATE, { ...LATER, single: true, allDay: true, span: MIDNIGHTS })]],
    ['deleted from the calendar', [once.missing(DATE, LATER.seenAt, LATER.lookedBefore)]],
    ['without its people', [once.sighted(DATE, { ...LATER, single: true, attendees: [] })]],
  ] as const)('%s, it is the same row with one outcome, and takes what is noted', (_, facts) => {
    const keys = (...more: readonly Fact[]) => judged(...facts, ...more)?.occurrences.map(({ key }) => key);
    expect(keys()).toEqual([`once/${DATE}`]);
    const met = once.noted(DATE, '2026-11-20 17:00', 'we-met');
    expect(judged(...facts, met)?.occurrences[0]?.outcome).toMatch(/^held/);
    expect(keys(met)).toEqual([`once/${DATE}`]);
    expect(judged(...facts)?.single).toBe(true);
  });

  test('counts in no measure, of the meeting or of a person', () => {
    const lineage = judged(once.cancelledBy(DATE, '2026-11-19 18:00'));
    if (lineage === null) throw new Error('not judged');
    expect(measuresOf(lineage, [], [])).toEqual([]);
    expect(measuresOfPerson(lineage, marcus).measures).toEqual([]);
    const { single: _, ...asSeries } = lineage;
    expect(measuresOf(asSeries, [], []).some(({ of }) => of === 1)).toBe(true);
  });
});

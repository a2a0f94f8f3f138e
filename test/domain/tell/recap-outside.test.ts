import { describe, expect, test } from 'vitest';

import { decisionHistories } from '../../../src/domain/agree/decision-history';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import { recapPlanner } from '../../../src/domain/tell/recap-readers';
import { decision, judged, lineageOf, recap } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
const MET = judged('2026-11-16', 'held');
const CANCELLED = judged('2026-11-18', 'cancelled-short-notice');
const NEXT = judged('2026-11-20', 'upcoming');

const outside = (at: string, more: Partial<Decision> = {}) =>
  decision(1, { series: null, informed: [MARCUS], decidedAt: utc(at), ...more });

function planned(made: Decision, recaps = [] as ReturnType<typeof recap>[]) {
  const histories = decisionHistories([made, ...recaps], NOW);
  const known = {
    owner: PRIYA,
    lineage: lineageOf([MET, CANCELLED, NEXT]),
    decisions: [made],
    recaps,
    histories,
  };
  const plan = recapPlanner(known, NOW).plan(CANCELLED);
  return {
    told: plan.toldTo([MARCUS]).told.map(({ id }) => id),
    readers: plan.readers().map(({ person }) => person.key),
  };
}

describe('What was decided in no meeting, in the recap of one (13.4)', () => {
  test.each([
    ['goes along: made since they were last there', outside('2026-11-17T10:00'), ['d1']],
    ['goes along: made after it, and before the next one', outside('2026-11-19T10:00'), ['d1']],
    ['not where they were there since', outside('2026-11-16T09:00'), []],
    ['not from the next one on', outside('2026-11-20T17:00'), []],
    ['not where its reader need not hear it', outside('2026-11-17T10:00', { informed: [DANA] }), []],
  ])('%s', (_, made, told) => {
    expect(planned(made).told).toEqual(told);
  });

  test('not twice: what a mail told is told', () => {
    const mail = recap('m', '2026-11-18', 'sent', {
      decisions: ['d1'],
      to: [MARCUS],
      occurrence: 'weekly/2026-11-17',
    });
    expect(planned(outside('2026-11-17T10:00'), [mail]).told).toEqual([]);
  });

  test('brings nobody who has no part in that meeting', () => {
    expect(planned(outside('2026-11-17T10:00', { informed: [MARCUS, DANA] })).readers).toEqual([MARCUS.key]);
  });
});

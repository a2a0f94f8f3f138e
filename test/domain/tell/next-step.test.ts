import { describe, expect, test } from 'vitest';

import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { nextStep } from '../../../src/domain/tell/next-step';
import { decision, goldenMonth, judged, lineageOf, recap } from '../builders/judged-month';
import { utc } from '../builders/readings';

const NOW = utc('2026-11-20T15:40');
const split = { earlier: 'daily', later: 'new', laterTitle: '', laterStart: 0 };
const phone = { report: 'r', row: '1', name: '+49 … 77', minutes: 57, occurrence: 'daily/2026-11-18' };
const asked: Partial<JudgedOccurrence> = { questions: ['what-happened'] };
const step = (
  occurrences: readonly JudgedOccurrence[],
  more: Parameters<typeof lineageOf>[1] = {},
  recaps: Parameters<typeof nextStep>[2] = [],
  decisions: Parameters<typeof nextStep>[1] = [],
) => nextStep(lineageOf(occurrences, more), decisions, recaps, NOW);

describe('The one thing worth doing now', () => {
  const missedOne = judged('2026-11-18', 'cancelled-short-notice');
  const open = judged('2026-11-19', 'not-recorded', asked);

  test('which meeting it is comes first, then what happened, then who somebody was, then whom to tell', () => {
    expect(step([missedOne, open], { splitQuestions: [split], unmatched: [phone] }).kind).toBe(
      'same-meeting',
    );
    expect(step([missedOne, open], { unmatched: [phone] })).toMatchObject({
      kind: 'what-happened',
      occurrence: { date: '2026-11-19' },
    });
    expect(step([missedOne], { unmatched: [phone] })).toMatchObject({
      kind: 'match-participant',
      participant: phone,
    });
    expect(step([missedOne])).toMatchObject({ kind: 'recap-not-sent', occurrence: { date: '2026-11-18' } });
    expect(step([missedOne], {}, [recap('1', '2026-11-18', 'sent')])).toEqual({ kind: 'nothing' });
    expect(step([])).toEqual({ kind: 'nothing' });
    expect(step([], { vanished: ['daily'] })).toEqual({ kind: 'series-vanished', series: 'daily' });
  });

  test('of several open ones the last is asked about first', () => {
    expect(step([open, judged('2026-11-20', 'not-recorded', asked)])).toMatchObject({
      occurrence: { date: '2026-11-20' },
    });
  });

  test('whom they have spoken with since, nobody needs to tell', () => {
    expect(step([missedOne, judged('2026-11-19', 'held')])).toEqual({ kind: 'nothing' });
    expect(nextStep(goldenMonth(), [], [], NOW)).toEqual({ kind: 'nothing' });
  });

  test('what is long ago is no news, a recap that may have gone is not offered again', () => {
    expect(step([judged('2026-11-02', 'cancelled-short-notice')])).toEqual({ kind: 'nothing' });
    expect(step([missedOne], {}, [recap('1', '2026-11-18', 'sending')])).toEqual({ kind: 'nothing' });
    expect(step([missedOne], {}, [recap('1', '2026-11-18', 'taken-back')]).kind).toBe('recap-not-sent');
  });

  test('somebody who was away is told only where there is something to tell', () => {
    const away = judged('2026-11-18', 'excluded-away');
    expect(step([away])).toEqual({ kind: 'nothing' });
    const decided = decision(1, { occurrence: away.key });
    expect(step([away], {}, [], [decided]).kind).toBe('recap-not-sent');
  });
});

import { describe, expect, test } from 'vitest';

import type { TheirRhythm } from '../../../src/domain/facts/entered/rhythm';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { inRhythm } from '../../../src/domain/loops/in-rhythm';
import { mattersOf, openLoops } from '../../../src/domain/loops/open-loops';
import { HOUR } from '../../../src/domain/time/time';
import { USUAL_WEEK } from '../../../src/domain/time/working-days';
import { agreement, reply } from '../builders/consult-facts';
import { decision, judged, lineageOf } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const CANCELLED = judged('2026-11-18', 'cancelled-short-notice');
const D14 = decision(14, { occurrence: 'daily/2026-11-18', decidedAt: utc('2026-11-18T15:10') });
const D15 = decision(15, { occurrence: 'daily/2026-11-18', decidedAt: utc('2026-11-20T16:10') });
const NEW_YORK = { ...USUAL_WEEK, zone: 'America/New_York', holidays: new Set<string>() };
const FRIDAYS: TheirRhythm = { often: 'weekly', weekday: 'friday' };

const owedAt = (when: string, facts: readonly Fact[], person = MARCUS, pace = FRIDAYS) => {
  const now = utc(when);
  const { matters } = mattersOf(lineageOf([CANCELLED]), facts, PRIYA, now);
  const paced = [{ person, pace, week: NEW_YORK }];
  return openLoops({ matters: inRhythm(matters, paced), putOffs: [] }, now).map(
    ({ kind, occurrence, holds }) => `${kind} ${occurrence ?? 'page'} ${holds.map(({ id }) => id).join('+')}`,
  );
};

describe('What is to be told in a rhythm (13.5, 14.1)', () => {
  test('13.5 is owed from nine on its day, theirs, on their page, and stays owed; what came later waits for the next', () => {
    const facts = [D14, D15];
    expect(owedAt('2026-11-20T13:59', facts)).toEqual([]);
    expect(owedAt('2026-11-20T14:00', facts)).toEqual(['to-tell page d14']);
    expect(owedAt('2026-11-24T14:00', facts)).toEqual(['to-tell page d14']);
    expect(owedAt('2026-11-27T14:00', facts)).toEqual(['to-tell page d15+d14']);
  });

  test('13.5 of somebody else nothing changes, and with each miss a recap can hold it at once', () => {
    expect(owedAt('2026-11-18T16:10', [D14], DANA)).toEqual(['to-tell daily/2026-11-18 d14']);
  });

  test('13.5 what asks for their view waits for no rhythm', () => {
    const agreed = [agreement(1), reply(1, 'agreed', '2026-10-30T13:00')];
    const scope = { ...D14, topic: '2027 scope', touched: ['2027 scope'] };
    expect(owedAt('2026-11-18T16:10', [...agreed, scope])).toEqual(['to-tell page d14']);
    expect(owedAt('2026-11-18T16:10', [...agreed, D14])).toEqual([]);
  });

  test('13.5 is told when time alone brings it', () => {
    const { matters } = mattersOf(lineageOf([CANCELLED]), [D14], PRIYA, utc('2026-11-18T16:10'));
    const [first] = inRhythm(matters, [{ person: MARCUS, pace: { often: 'daily' }, week: NEW_YORK }]);
    expect(first?.from).toBe(utc('2026-11-18T14:00') + 24 * HOUR);
  });
});

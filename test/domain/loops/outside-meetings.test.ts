import { describe, expect, test } from 'vitest';

import type { PutOff } from '../../../src/domain/facts/entered/put-off';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { mattersOf, nextMidnight, openLoops } from '../../../src/domain/loops/open-loops';
import { DAY } from '../../../src/domain/time/time';
import { answer, request, step } from '../builders/consult-facts';
import { decision, recap } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
const OUTSIDE = { series: null } as const;

const MADE = { ...OUTSIDE, decidedAt: utc('2026-11-18T15:10'), informed: [MARCUS] };
const D14 = decision(14, MADE);
const told = (to = [MARCUS]) => recap('m', '2026-11-19', 'sent', { decisions: ['d14'], to });
const GUEST = { key: 'guest@agency.test', name: 'Guest', address: 'guest@agency.test' };

const owed = (facts: readonly Fact[], now = NOW) =>
  openLoops(mattersOf(null, facts, PRIYA, now), now).map(({ kind, series, people, holds }) =>
    `${kind} ${series ?? 'outside'} ${people.map(({ key }) => key.split('@')[0]).join('+')} ${holds
      .map(({ id }) => id)
      .join('+')}`.trimEnd(),
  );

const off: PutOff = {
  ...{ kind: 'put-off', id: 'off', recordedAt: NOW, series: null, loop: 'to-tell', held: ['d14'] },
  ...{ person: MARCUS.key, until: nextMidnight(NOW, PRIYA.zone) },
};

describe('What is owed of a decision made outside of meetings (10.2, 14.1)', () => {
  test.each<[string, readonly string[], readonly Fact[]]>([
    ['(6) whoever is named to hear is told at once', ['to-tell outside marcus d14'], [D14]],
    [
      'each person has a line',
      ['to-tell outside marcus d14', 'to-tell outside dana d14'].sort(),
      [decision(14, { ...MADE, informed: [MARCUS, DANA] })],
    ],
    ['nobody is owed what a mail of some meeting told', [], [D14, told()]],
    ['but whom that mail did not go to is', ['to-tell outside marcus d14'], [D14, told([DANA])]],
    [
      'nobody who is not named, as of no meeting anybody was absent (10.5)',
      [],
      [decision(14, { ...MADE, informed: [] })],
    ],
    ['nobody outside the organization (13.3)', [], [decision(14, { ...MADE, informed: [GUEST] })]],
    [
      'nothing older than 90 days (13.3)',
      [],
      [decision(14, { ...MADE, decidedAt: utc('2026-08-01T12:00') })],
    ],
    ['what was decided in a meeting is that meeting’s', [], [{ ...D14, series: 'daily' }]],
    ['put off, it comes back', [], [D14, off]],
    [
      '(2) an objection',
      ['objection outside marcus answer 2026-11-19T10:00'],
      [D14, answer('problem', '2026-11-19T10:00', OUTSIDE)],
    ],
    [
      '(5) a question whose deadline has passed',
      ['no-answer outside marcus k1'],
      [decision(14, { ...MADE, proposed: true }), request(OUTSIDE)],
    ],
    [
      '(8) what is to be looked at again',
      ['look-again outside d14'].map((line) => line.replace('outside', 'outside ')),
      [decision(14, { ...MADE, informed: [], revisitOn: '2026-11-20' })],
    ],
    ['nothing of it once it is held', [], [D14, step('held', '2026-11-19T10:00', OUTSIDE)]],
  ])('%s', (_, lines, facts) => {
    expect(owed(facts).sort()).toEqual([...lines].sort());
  });

  test('a mail that told an earlier state tells nothing of a later one (13.1)', () => {
    const again = step('decided', '2026-11-20T10:00', OUTSIDE);
    expect(owed([D14, told(), again])).toEqual(['to-tell outside marcus d14']);
  });

  test('what was put off is owed again after midnight', () => {
    expect(owed([D14, off], off.until)).toEqual(['to-tell outside marcus d14']);
  });

  test('is no news any more after 90 days, by time alone (13.3)', () => {
    const matters = mattersOf(null, [D14], PRIYA, NOW);
    const end = D14.decidedAt + 90 * DAY;
    expect(openLoops(matters, end - 1)).toHaveLength(1);
    expect(openLoops(matters, end)).toEqual([]);
  });
});

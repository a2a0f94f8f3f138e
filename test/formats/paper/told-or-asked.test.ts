import { describe, expect, test } from 'vitest';

import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { pointHistories } from '../../../src/domain/points/point-history';
import { chronologyOfPerson } from '../../../src/domain/tell/chronology';
import { decisionChronicle } from '../../../src/domain/tell/decision-chronicle';
import { chronicleLines } from '../../../src/formats/paper/chronology-lines';
import { lineWords } from '../../../src/ui/words/decide/decisions';
import { wordingOf } from '../../../src/ui/words/wording';
import { catchUpEntry, decision, goldenMonth, recap } from '../../domain/builders/judged-month';
import { point } from '../../domain/builders/point-facts';
import { MARCUS, utc } from '../../domain/builders/readings';

const NOW = utc('2026-11-20T18:00');
const wording = wordingOf('Europe/London', NOW);
const DECISIONS = [11, 13, 14].map((number) => decision(number, { occurrence: null }));
const POINTS = pointHistories([point(1), point(2), point(3, { sort: 'news' })]);

/** All that a mail can carry: what was decided, what waits, a question, and news. */
const TELLS = { decisions: ['d11'] };
const ASKS = { decisions: [], questions: ['d14'] };
const QUESTION = { points: ['p1'], pointsCalled: ['P-001'] };
const NEWS = { points: ['p3'], pointsCalled: ['P-003'] };

const MATTERS = [
  ['a decision', TELLS, 'Told of D-011'],
  ['a decision that waits', ASKS, 'Asked about D-014'],
  ['a question', { decisions: [], ...QUESTION }, 'Asked about P-001'],
  ['news', { decisions: [], ...NEWS }, 'Told of P-003'],
  ['a decision and one that waits', { ...TELLS, ...ASKS, ...TELLS }, 'Told of D-011 and asked about D-014'],
  ['a decision and a question', { ...TELLS, ...QUESTION }, 'Told of D-011 and asked about P-001'],
  ['one that waits and news', { ...ASKS, ...NEWS }, 'Told of P-003 and asked about D-014'],
  [
    'a question under the name that its mail gave it',
    { decisions: [], points: ['p1'], pointsCalled: ['P-001b'] },
    'Asked about P-001b',
  ],
  ['a decision that is gone', { decisions: ['away'] }, 'Told'],
  ['a question that is gone', { decisions: [], points: ['away'], pointsCalled: ['P-009'] }, 'Written to'],
] as const;

describe('A mail that only asks told nothing (13.8)', () => {
  describe.each([
    ['of a recap', (more: object) => recap('m', '2026-11-18', 'sent', { subject: 'It', ...more })],
    ['of a catch-up', (more: object) => catchUpEntry('m', 'sent', { subject: 'It', ...more })],
  ])('%s', (_, mail) => {
    test.each(MATTERS)('with %s', (__, carried, words) => {
      const basis = { lineage: goldenMonth(), decisions: DECISIONS, points: POINTS, recaps: [mail(carried)] };
      const steps = chronologyOfPerson(basis, MARCUS, NOW).filter(({ what }) => what === 'told');
      const [line] = chronicleLines(steps, DECISIONS, wording);
      expect(line?.words).toBe(`${words} by message: “It”`);
    });
  });

  test.each([
    ['that told it', TELLS, 'd11', /^Told Marcus/],
    ['that asked about it', ASKS, 'd14', /^Asked Marcus/],
  ] as const)('beside the decision, of a mail %s', (_, carried, id, words) => {
    const history = decisionHistories(DECISIONS, NOW).find(({ decision: other }) => other.id === id);
    if (history === undefined) throw new Error('no such decision');
    const recaps = [recap('m', '2026-11-18', 'sent', carried)];
    const lines = decisionChronicle(history, { occurrences: [], recaps }, NOW);
    const told = lines.find(({ what }) => what === 'told');
    if (told === undefined || told.what === 'occasion') throw new Error('no mail in it');
    const nothing = () => null;
    expect(lineWords(told, history, nothing, nothing)).toMatch(words);
  });
});

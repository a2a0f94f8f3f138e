import { describe, expect, test } from 'vitest';

import { decisionHistory } from '../../../../src/domain/agree/decision-history';
import { DECISION_STEPS } from '../../../../src/domain/facts/decided/consulting';
import { lineWords } from '../../../../src/ui/words/decide/decisions';
import { titlesAmong } from '../../../../src/ui/words/decide/meeting-titles';
import { step } from '../../../domain/builders/consult-facts';
import { decision } from '../../../domain/builders/judged-month';

const titleOf = titlesAmong([
  { lineage: 'atlas', series: ['atlas', 'atlas-2'], title: 'Atlas refinement' },
  { lineage: 'nameless', title: '' },
]);

describe('10.2 each later state of a decision says in which meeting it got it', () => {
  test.each([
    ['a kept one', 'atlas/2026-11-17', ', in “Atlas refinement”'],
    ['one that continues a kept one', 'atlas-2/2026-11-24', ', in “Atlas refinement”'],
    ['one without a title', 'nameless/2026-11-24', ', in a meeting without a title'],
    ['none', null, ', outside of meetings'],
    ['one of which no log is kept here: nothing is made up', 'gone/2026-11-24', ''],
    ['nobody said in which', undefined, ''],
  ])('%s', (_, occurrence, words) => {
    for (const does of DECISION_STEPS) {
      const became = step(does, '2026-11-17T15:00', {
        reason: 'as agreed',
        ...(occurrence === undefined ? {} : { occurrence }),
      });
      const history = decisionHistory(decision(14), [became], Infinity);
      const said = lineWords({ what: 'became', at: became.at, step: became }, history, () => null, titleOf);
      expect(said).toMatch(/^(Decided|Put on hold|Replaced|Open again)/);
      expect(said.endsWith(`${words}: as agreed`)).toBe(true);
      expect(said.includes(', ')).toBe(words !== '');
    }
  });
});

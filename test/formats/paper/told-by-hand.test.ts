import { describe, expect, test } from 'vitest';

import { pointHistories } from '../../../src/domain/points/point-history';
import { chronologyOfPerson } from '../../../src/domain/tell/chronology';
import { chronicleLines } from '../../../src/formats/paper/chronology-lines';
import { pointLines } from '../../../src/formats/paper/point-lines';
import { wordingOf } from '../../../src/ui/words/wording';
import { request } from '../../domain/builders/consult-facts';
import { catchUpEntry, decision, goldenMonth, recap } from '../../domain/builders/judged-month';
import { point, pointMail } from '../../domain/builders/point-facts';
import { MARCUS, utc } from '../../domain/builders/readings';

const NOW = utc('2026-11-20T18:00');
const wording = wordingOf('Europe/London', NOW);
/** As a note of before still has it. */
const MAIL = { step: 'by-hand', subject: 'A mail', internetMessageId: '<1@contoso.example>' } as const;

const chronicle = (more: Partial<Parameters<typeof chronologyOfPerson>[0]>): string => {
  const decisions = [decision(14, { occurrence: null })];
  const steps = chronologyOfPerson({ lineage: goldenMonth(), decisions, recaps: [], ...more }, MARCUS, NOW);
  return chronicleLines(
    steps.filter(({ what }) => what === 'told' || what === 'asked'),
    decisions,
    wording,
  )
    .map(({ words }) => words)
    .join('\n');
};
const points = (sort: 'question' | 'news'): string =>
  pointLines(
    pointHistories([point(1, { sort }), pointMail(['p1'], ['P-001'], '2026-11-18T09:00', MAIL)]),
    MARCUS,
    wording,
  )
    .map(({ said }) => said)
    .join('\n');

describe('What was said by hand (13.8)', () => {
  test.each([
    [
      'of a decision',
      chronicle({ recaps: [recap('m', '2026-11-18', 'sent', { decisions: ['d14'], ...MAIL })] }),
      /^Told of D-014, noted by hand$/,
    ],
    [
      'of a question once more',
      chronicle({
        recaps: [
          catchUpEntry('m', 'by-hand', { ...MAIL, again: true, points: ['p1'], pointsCalled: ['P-001'] }),
        ],
      }),
      /^Asked once more about P-001, noted by hand$/,
    ],
    [
      'when they were asked',
      chronicle({ consulting: [request({ decision: 'd14', ...MAIL })] }),
      /^Asked about D-014, for an answer by .*, noted by hand$/,
    ],
    [
      'of a question for them',
      points('question'),
      /It is open\. Raised with them on Wed 18 Nov 2026 09:00, noted by hand\.$/,
    ],
    [
      'of news for them',
      points('news'),
      /They were told of it\. Raised with them on Wed 18 Nov 2026 09:00, noted by hand\.$/,
    ],
  ])('%s names no mail on paper', (_, said, words) => {
    expect(said).toMatch(words);
    expect(said).not.toMatch(/A mail|contoso|by message|mailed/i);
  });
});

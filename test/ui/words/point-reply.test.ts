import { expect, test } from 'vitest';

import { pointReplyWords } from '../../../src/ui/words/points';
import { timeWords } from '../../../src/ui/words/times';
import { DANA, MARCUS, utc } from '../../domain/builders/readings';

test.each([
  [null, 'Marcus replied by mail on Tue 17 Nov at 10:12. Please read it first.'],
  [
    DANA,
    `A reply in the name of Marcus came by mail on Tue 17 Nov at 10:12; ${DANA.address} sent it. Please read it first.`,
  ],
])('12.2 a reply to a question says who wrote it and when, and nothing of what is in it', (sender, words) => {
  const reply = { person: MARCUS, at: utc('2026-11-17T10:12'), mail: 'm', sender };
  expect(pointReplyWords(reply, timeWords('Europe/London'))).toBe(words);
});

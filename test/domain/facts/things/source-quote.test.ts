import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import type { SourceQuote } from '../../../../src/domain/facts/things/source-quote';
import { pointHistories } from '../../../../src/domain/points/point-history';
import { promiseHistories } from '../../../../src/domain/promises/promise-history';
import { quoteLines } from '../../../../src/formats/paper/quote-lines';
import { quotedFor, quotedWords } from '../../../../src/formats/text/quoted-words';
import { erasureOf, forgotten } from '../../../at-once';
import { decision } from '../../builders/judged-month';
import { point } from '../../builders/point-facts';
import { promised } from '../../builders/promise-facts';
import { DANA, MARCUS, PRIYA } from '../../builders/readings';

const quoted = (speaker: string | null, quote = 'Let us take vendor B'): SourceQuote => ({
  ...{ quote, speaker, line: 9 },
  begin: speaker === null ? null : 65,
});
const erasure = erasureOf([], PRIYA, MARCUS, { id: 'e', recordedAt: 9, role: 'manager', salt: 's' });
const left = (fact: Fact): Fact | undefined =>
  forgotten([fact, erasure]).find(({ kind }) => kind !== 'erasure');

const MADE_OF = [
  ['a decision', (from: SourceQuote): Fact => decision(14, { quoted: from })],
  ['a point', (from: SourceQuote): Fact => point(1, { person: DANA, quoted: from })],
  ['a promise', (from: SourceQuote): Fact => promised('1', { whose: PRIYA, to: DANA, quoted: from })],
] as const;

describe.each(MADE_OF)('A quote of which %s was made (16, 9)', (_what, made) => {
  test('goes with whoever said it, and what was made of it stays', () => {
    const fact = left(made(quoted(MARCUS.name)));
    expect(fact?.kind).toBe(made(quoted(null)).kind);
    expect(JSON.stringify(fact)).not.toMatch(/vendor B|Marcus/);
  });

  test('of somebody else stays, and names nobody who was erased', () => {
    const fact = left(made(quoted(DANA.name, 'Marcus takes vendor B')));
    expect(fact).toMatchObject({ quoted: { speaker: DANA.name, quote: 'manager takes vendor B', line: 9 } });
  });

  test('goes where notes name whoever said it at the beginning of the line', () => {
    const fact = left(made(quoted(null, 'Marcus: we take vendor B')));
    expect(JSON.stringify(fact)).not.toMatch(/vendor B|Marcus/);
  });

  test('of notes, which say of nobody who wrote them, stays', () => {
    expect(left(made(quoted(null)))).toMatchObject({ quoted: { quote: 'Let us take vendor B' } });
  });
});

test.each([
  [
    'says where it stands, once, where the words are its own',
    'Let us take vendor B',
    null,
    '; from notes, line 9',
  ],
  ['with the quote, where they are not', 'Vendor B', null, '; from notes, line 9: “Let us take vendor B”'],
  ['with who said it and when, of speech', 'Let us take vendor B', 'Ana', '; from a transcript, Ana, 1:05'],
] as const)('Behind what was made of it, a quote %s', (_what, own, speaker, words) => {
  expect(quotedWords(quoted(speaker), own)).toBe(words);
});

test('In the copy of one person nobody else is named as who said it, nor what they said (9)', () => {
  expect(quotedFor(quoted('Bo Lindqvist'), 'Send it', 'Marcus')).toBe('; from a transcript, line 9');
  expect(quotedFor(quoted('Marcus'), 'Send it', 'Marcus')).toContain('Let us take vendor B');
});

test('The copy of one person has what they said, whatever was made of it, and nothing that others said (9)', () => {
  const of = (speaker: string) => quoted(speaker, `Said by ${speaker}`);
  const lines = quoteLines(
    {
      decisions: [decision(14, { quoted: of('Marcus') }), decision(15, { quoted: of('Dana') })],
      points: pointHistories([point(1, { person: DANA, quoted: of('Marcus') })]),
      promises: promiseHistories([
        promised('1', { whose: PRIYA, to: DANA, quoted: of('Marcus') }),
        promised('2', { whose: MARCUS, quoted: of('Marcus') }),
      ]),
    },
    MARCUS,
  );
  expect(lines.map(({ said }) => said)).toEqual([
    '“Said by Marcus” (Marcus, 1:05): D-014 was made of it.',
    '“Said by Marcus” (Marcus, 1:05): P-001 was made of it.',
    // What they promised themselves stands among the promises.
    '“Said by Marcus” (Marcus, 1:05): a promise was made of it.',
  ]);
});

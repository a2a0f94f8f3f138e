import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saysByItself } from '../../../src/domain/candidates/by-itself';
import { candidatesOf } from '../../../src/domain/candidates/candidates-of';
import { atOnce } from '../../../src/domain/pace';
import { readSource } from '../../../src/formats/spoken/read-source';

describe('What is likely can be read by itself as what was settled (16)', () => {
  test.each([
    ['a sentence that settles something', 'Keep the dates and set the number next week.', true],
    ['one that goes on from the line before', '… and do it in the other direction', false],
    ['which settles something all the same', '… we have consensus to allow both', true],
    ['a question', 'Keep the prefix or not?', false],
    ['what only leads to the lines below', 'Extensions by profiles:', false],
    ['what was settled at another time', 'Last week the group agreed to publish a draft.', false],
    ['that something was talked about', 'Discussed the two things that confuse people', false],
    ['that it was not', 'Could not discuss.', false],
    ['what one person holds with', 'James agreed that this would also work.', false],
    ['what all hold with', 'Everybody agreed that this would also work.', true],
    ['what one person will do', 'Nisha agreed to take the lead on the set', true],
    ['an opinion', 'I think, we should just keep it, as is.', false],
    ['that all agree, as one says it', 'I think we all agree to have this in', true],
    ['a link', 'https://example.com/a/b', false],
  ])('%s: “%s”, %s', (_what, quote, expected) => {
    expect(saysByItself(quote, /consensus|agreed|agree to/.test(quote))).toBe(expected);
  });

  test('whatever the notes are', () => {
    const line = fc.constantFrom(
      'Decided: nothing so far',
      '… we agreed to go with offer B, unanimously, and keep the date',
      '… so let us keep it and go with it for now, agreed',
      'We all agreed to go with offer B and keep the date, no objections?',
      'Last week we agreed to go with offer B and keep the date for now',
      'We agreed to go with offer B and keep the date for now, no objections',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const source = atOnce(readSource(lines.join('\n')));
        const found = source.ok ? atOnce(candidatesOf(source.value)).candidates : [];
        const likely = found.filter(({ kind, grade }) => kind === 'decision' && grade === 'likely');
        expect(likely.filter(({ quote }) => !saysByItself(quote, true))).toEqual([]);
      }),
    );
  });
});

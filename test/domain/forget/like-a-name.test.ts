import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { createForgetting } from '../../../src/domain/forget/forgetting';
import { likenesses } from '../../../src/domain/forget/like-a-name';
import { passagesIn } from '../../../src/domain/forget/passages';
import { atOnce } from '../../../src/domain/pace';
import { erasureOf } from '../../at-once';
import { person, priya } from '../builders/facts';

const found = (name: string, text: string) => likenesses([name])(text).map(({ written }) => written);

describe('What in a text looks like somebody’s name', () => {
  test.each([
    ['Dana Ortiz', 'Danas Vorschlag', 'Danas'],
    ['Eva Müller', 'Wie Müllers es sagten', 'Müllers'],
    ['Jürgen Vogt', 'Juergen sagt ja', 'Juergen'],
    ['Juergen Vogt', 'JÜRGEN sagt ja', 'JÜRGEN'],
    ['Bo Ek', 'what Bo said', 'Bo'],
    ['Bo Ek', 'Bos Vorschlag', 'Bos'],
    ['Anna-Lena Kruse', 'Anna fragt', 'Anna'],
    ['Anna Kruse', 'Anna-Lenas Idee', 'Anna-Lenas'],
    ["Sean O'Neil", 'O’Neil agrees', 'O’Neil'],
    ['Sean O’Neil', "O'Neils plan", "O'Neils"],
    ['Dana Ortiz', 'd: danas idea', 'danas'],
    ['Мария Иванова', 'письмо Марии', 'Марии'],
    ['Мария Иванова', 'решено с Ивановой', 'Ивановой'],
    ['Παύλος Νίκου', 'η πρόταση του Παύλου', 'Παύλου'],
    ['Petra Nová', 'řekli Petře a Nove', 'Nove'],
    ['Zoë Stone', 'Zoe’s view', 'Zoe’s'],
    ['Łukasz Nowak', 'plan Lukasza', 'Lukasza'],
  ])('%s: %j has %j', (name, text, written) => {
    expect(found(name, text)).toContain(written);
  });

  test.each([
    ['Dana Ortiz', 'the date of the launch'],
    ['Bo Ek', 'both bones of it, a bow'],
    ['Mark Stone', 'Marketing has the market'],
    ['Anna Kruse', 'An annual cruise'],
  ])('%s: nothing in %j', (name, text) => {
    expect(found(name, text)).toEqual([]);
  });

  test('a name is found in any text that has it, whatever ending hangs on it', () => {
    const names = fc.constantFrom('Dana', 'Müller', 'Marcus', 'Мария', 'O’Neil', 'Anna-Lena');
    const word = fc.string({ unit: fc.constantFrom('x', 'y', ' ', '.', ',') });
    fc.assert(
      fc.property(
        names,
        fc.constantFrom('', 's', 'n', 'em', 'ovi'),
        word,
        word,
        (name, ending, before, after) => {
          const written = `${name}${ending}`;
          expect(found(`${name} Q`, `${before} ${written} ${after}`)).toContain(written);
        },
      ),
    );
  });

  test('each place says where in the text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, text) => {
        for (const { written, at } of likenesses([name])(text))
          expect(text.startsWith(written, at)).toBe(true);
      }),
    );
  });
});

describe('9 what is ticked before somebody is erased goes with them', () => {
  const dana = { ...person('Dana'), name: 'Dana Ortiz' };
  const note = (id: string, words: string): Fact => ({
    ...{ kind: 'annotation', id, recordedAt: 1, occurrence: 'daily/2026-11-03', by: null, words },
  });
  const facts = [note('n1', 'Danas Idee; Dan agrees'), note('n2', 'Danas plan')];
  const given = { id: 'e', recordedAt: 2, role: 'colleague', salt: 's' } as const;

  test('every place that would be left is listed, with what stands around it', () => {
    const passages = atOnce(passagesIn(facts, { own: [dana.name], others: ['Sam Lee'] }));
    expect(passages.every(({ shared }) => !shared)).toBe(true);
    expect(passages.map(({ form, fact, before, after }) => [form, fact.id, before, after])).toEqual([
      ['danas', 'n1', '', ' Idee; Dan agrees'],
      ['danas', 'n2', '', ' plan'],
    ]);
  });

  test('ticked it becomes a role word everywhere, in older files, too; left it stays', () => {
    const words = (forms: readonly string[]) => {
      const { fact } = createForgetting([erasureOf(facts, priya, dana, { ...given, forms })]);
      return facts.map((one) => (fact(one) as typeof one & { words: string }).words);
    };
    expect(words([])).toEqual(['Danas Idee; Dan agrees', 'Danas plan']);
    expect(words(['danas'])).toEqual(['colleague Idee; Dan agrees', 'colleague plan']);
  });

  test('no name stands in the entry itself', () => {
    expect(JSON.stringify(erasureOf(facts, priya, dana, { ...given, forms: ['danas'] }))).not.toMatch(
      /dana/i,
    );
  });
});

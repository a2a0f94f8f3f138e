import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Every numbered rule of the definitions, by section. */
const RULES: readonly (readonly [section: number, rules: number])[] = [
  [2, 12],
  [3, 6],
  [4, 5],
  [5, 6],
  [7, 4],
];
const MEASURES = [
  'went ahead',
  'there when it started',
  'notice given',
  'short or no notice',
  'minutes together',
  'moves',
  'coverage',
  'decisions told',
];

const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!rules-cited)\.test\.ts$/.test(name),
);
/** What tests and their rows are called: a text that begins with a number, or holds it in brackets. */
const texts = files.map((name) => readFileSync(`test/${name}`, 'utf8')).join('\n');
const isCited = (rule: string): boolean => {
  const number = rule.replace('.', '\\.');
  return new RegExp(`['"\`]${number} \\w|\\(${number}[,)]`).test(texts);
};

describe('Each rule of the definitions has a test that cites it', () => {
  test.each(RULES)('section %i, all %i of it', (section, count) => {
    const rules = Array.from({ length: count }, (_, at) => `${section}.${at + 1}`);
    expect(rules.filter((rule) => !isCited(rule))).toEqual([]);
  });

  test.each(MEASURES)('section 6: %s', (name) => {
    expect(new RegExp(`6[^\\n]*${name}|${name.replaceAll(' ', '-')}`, 'i').test(texts)).toBe(true);
  });

  test('and a rule that there is not has none', () => {
    expect(isCited('2.13')).toBe(false);
    expect(isCited('9.9')).toBe(false);
  });
});

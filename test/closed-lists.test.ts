import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { silencesOf } from './closed-lists';

const SAMPLE = `
type Fruit = 'apple' | 'pear' | 'plum';
const SOME = ['apple', 'pear'];
const TYPED: readonly Fruit[] = ['apple', 'pear'];
const SET = new Set(['apple']);
const NAMES: Record<string, string> = { apple: 'Apple' };
const ALL: Record<Fruit, string> = { apple: 'Apple', pear: 'Pear', plum: 'Plum' };
export function said(fruit: Fruit, given: { readonly of: Fruit | null }, text: string): unknown {
  switch (fruit) {
    case 'apple':
      return 1;
    default:
      break;
  }
  switch (text) {
    case 'apple':
      return 1;
    default:
      break;
  }
  const silent = [fruit.startsWith('p'), SOME.includes(fruit), SET.has(given.of ?? fruit), NAMES[fruit]];
  const asked = [text.startsWith('p'), TYPED.includes(fruit), SOME.includes(text), ALL[fruit], NAMES[text]];
  return [silent, asked, ['plum'].includes(fruit)];
}
`;

test('a default, a question about the text, an untyped subset or table of a closed list is noticed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'closed-lists-'));
  try {
    writeFileSync(join(folder, 'sample.ts'), SAMPLE);
    const tsconfig = join(folder, 'tsconfig.json');
    writeFileSync(
      tsconfig,
      JSON.stringify({ compilerOptions: { strict: true, lib: ['ES2023'], types: [] } }),
    );
    expect(silencesOf(tsconfig, 'sample.ts').map(({ what, code }) => [what, code])).toEqual([
      ['a default', 'switch (fruit) {'],
      ['a question about its text', "fruit.startsWith('p')"],
      ['an untyped subset', 'SOME.includes(fruit)'],
      ['an untyped subset', 'SET.has(given.of ?? fruit)'],
      ['an untyped table', 'NAMES[fruit]'],
      ['an untyped subset', "['plum'].includes(fruit)"],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a new member of a closed list is asked about wherever it is used', { timeout: 120_000 }, () => {
  const found = silencesOf(join(process.cwd(), 'tsconfig.json'), '/src/').map(
    ({ path, line, what, code }) => `${path.slice(path.indexOf('/src/') + 1)}:${line}: ${what}: ${code}`,
  );
  expect(found, 'Write each member, or type what holds some of them by the list').toEqual([]);
});

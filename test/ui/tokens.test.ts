import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { webLightTheme } from '@fluentui/tokens';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../src/ui/', import.meta.url));
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);
const read = (name: string) => readFileSync(folder + name, 'utf8');
const tokens = read('tokens.css');
const used = new Set(
  sheets
    .filter((name) => name !== 'tokens.css')
    .flatMap((name) => [...read(name).matchAll(/var\(--(\w+)\)/g)].map((found) => found[1] ?? '')),
);

test('every Fluent token a style sheet uses is in tokens.css; otherwise run scripts/tokens.mjs', () => {
  const missing = [...used].filter((name) => name in webLightTheme && !tokens.includes(`--${name}:`));
  expect(missing).toEqual([]);
});

test('no style sheet uses a token that Fluent does not have', () => {
  const own = ['font', 'edge', 'owed', 'people'];
  expect([...used].filter((name) => !(name in webLightTheme) && !own.includes(name))).toEqual([]);
});

test('no style sheet writes a colour of its own', () => {
  const coloured = sheets.filter(
    (name) => name !== 'tokens.css' && /#[0-9a-f]{3,8}\b|rgba?\(/i.test(read(name)),
  );
  expect(coloured).toEqual([]);
});

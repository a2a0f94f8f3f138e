import { readdirSync, readFileSync } from 'node:fs';

import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';

/** Names of products are written so; nothing else that a person reads is. */
const NAMES = ['OneDrive', 'LibreOffice', 'IndexedDB'];

const SPOKEN = ['label', 'aria-label', 'title', 'placeholder', 'hint', 'text'];

type Parsed = Node & Record<string, unknown>;
const isNode = (value: unknown): value is Parsed =>
  typeof value === 'object' && value !== null && typeof (value as Parsed).type === 'string';

const wordsIn = (node: unknown): readonly string[] => {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral')
    return (node.quasis as readonly { readonly value: { readonly cooked: string } }[]).map(
      ({ value }) => value.cooked,
    );
  if (node.type === 'ConditionalExpression') return [...wordsIn(node.consequent), ...wordsIn(node.alternate)];
  return [];
};

const attributesOf = (node: unknown): readonly string[] => {
  if (!isNode(node) || node.type !== 'ObjectExpression') return [];
  return (node.properties as readonly Parsed[]).flatMap((one) => {
    const key = one.key as Parsed | undefined;
    return SPOKEN.includes(String(key?.name ?? key?.value)) ? wordsIn(one.value) : [];
  });
};

/** What stands between tags, or is said of them. */
function textsOf(code: string): readonly string[] {
  const made = transformSync(code, { loader: 'tsx', jsx: 'transform', jsxFactory: 'h' }).code;
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression' && (value.callee as Parsed).name === 'h') {
      const [, attributes, ...children] = value.arguments as readonly Parsed[];
      found.push(...attributesOf(attributes), ...children.flatMap(wordsIn));
    }
    Object.values(value).forEach(walk);
  };
  walk(parse(made, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

const isNameOfCode = (word: string) => /\p{Ll}\p{Lu}/u.test(word) && !NAMES.includes(word);

test('nothing on screen is called as the code calls it', () => {
  const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  );
  const texts = files.flatMap((path) => textsOf(readFileSync(`src/ui/${path}`, 'utf8')));
  expect(texts.filter((text) => text.includes(' ')).length).toBeGreaterThan(200);
  expect(texts.filter((text) => text.split(/[^\p{L}\d]+/u).some(isNameOfCode))).toEqual([]);
});

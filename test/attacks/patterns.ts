import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

interface Found {
  readonly patterns: readonly Pattern[];
  /** Files that put a pattern together while they run. */
  readonly built: ReadonlySet<string>;
}

/** Every pattern that is written in the sources, and those that shapes of stored data are written with. */
export function patternsOfTheSource(): Found {
  const patterns: Pattern[] = [];
  const built = new Set<string>();
  for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue;
    const file = `src/${path.replaceAll('\\', '/')}`;
    const loader = path.endsWith('x') ? 'tsx' : 'ts';
    const { code } = transformSync(readFileSync(join(ROOT, file), 'utf8'), { loader, jsx: 'automatic' });
    for (const node of nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))) {
      const { regex, callee, arguments: given } = node as Partial<Written>;
      if (regex) patterns.push({ file, source: regex.pattern, flags: regex.flags });
      if (callee?.name === 'RegExp') built.add(file);
      const [first] = given ?? [];
      if (callee?.name === 'matching' && typeof first?.value === 'string') {
        patterns.push({ file, source: first.value, flags: 'u' });
      }
    }
  }
  return { patterns, built };
}

interface Written {
  readonly regex: { readonly pattern: string; readonly flags: string } | null;
  readonly callee: { readonly name?: string };
  readonly arguments: readonly { readonly value?: unknown }[];
}

function* nodesOf(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value) yield value;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

/** What the checker says against a pattern; nothing where it takes time in proportion to its text. */
export const judged = ({ source, flags }: Pattern): readonly string[] =>
  analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.map(
    ({ type, exponential }) => `${type}${exponential ? ', exponential' : ''}`,
  );

/**
 * Texts that a pattern begins to match over and over, and then does not: what its parts match in short, up to each of them.
 * The checker judges each loop by itself; a loop that its own beginning can stand in again (`ad\w*!`) it does not see.
 */
export function beginningsOf({ source, flags }: Pattern): readonly string[] {
  const found = new Set<string>();
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const collect = (alternatives: readonly AST.Alternative[], before: string): void => {
    for (const { elements } of alternatives) {
      let word = before;
      for (const element of elements) {
        const inner = element.type === 'Quantifier' ? element.element : element;
        if (inner.type === 'Group' || inner.type === 'CapturingGroup') collect(inner.alternatives, word);
        word += shortest(element, flags);
        found.add(word);
      }
    }
  };
  collect(pattern.alternatives, '');
  found.delete('');
  return [...found];
}

/** Signs to stand for a class of them, the likeliest to be in the way of others first. */
const SIGNS = [...'a1 -@/["\'.,:=+(<{T>)]!Z_\n\té日ا\u0301\u0002\uFF1A\uD83D'].concat('\uD800');

function shortest(element: AST.Element, flags: string): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterClass':
    case 'CharacterSet': {
      const one = new RegExp(`^${element.raw}$`, flags.replace(/[gy]/g, ''));
      return SIGNS.find((sign) => one.test(sign)) ?? '';
    }
    case 'Quantifier':
      return shortest(element.element, flags).repeat(Math.max(1, Math.min(element.min, 100)));
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map((one) => shortest(one, flags)).join('');
    case 'Assertion':
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return '';
  }
}

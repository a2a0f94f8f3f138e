import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLOUDS } from '../../src/browser/config';
import { CALLS } from '../../src/graph/client/permissions';
import { FIRST_SCOPES } from '../../src/session/consent';
import { SCOPES } from '../graph/scopes';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

describe('What the documents say', () => {
  const install = read('docs/install.md');
  const permissions = read('docs/permissions.md');
  const rows = [...permissions.matchAll(/^\| `([\w.]+)` +\| (at first|when wanted) +\| (.+?) +\|$/gm)];

  test('lists every permission with its reasons, and no other', () => {
    const wanted = SCOPES.map((scope) => {
      const reasons = Object.values(CALLS)
        .filter((call) => call.scope === scope)
        .map(({ why }) => why);
      const first: readonly string[] = FIRST_SCOPES;
      return [scope, first.includes(scope) ? 'at first' : 'when wanted', [...new Set(reasons)].join(' ')];
    });
    expect(rows.map(([, ...cells]) => cells)).toEqual(wanted);
  });

  test('names every cloud that config.json may name', () => {
    for (const [graph, [signIn]] of Object.entries(CLOUDS)) {
      expect(install).toMatch(new RegExp(`https://${signIn}\` +\\| +\`https://${graph}/v1\\.0\``));
    }
  });

  test('names the pages that sign-in comes back to, and the address of Outlook’s broker not first', () => {
    const [, list = ''] = /three redirect URIs, in this order:\s+```\n([^`]+)```/.exec(install) ?? [];
    const addresses = list.trim().split('\n');
    expect(addresses).toEqual([
      'https://your.address/auth.html',
      'https://your.address/sign-in.html',
      'brk-multihub://your.address',
    ]);
  });

  test.each([
    ['is built in', 'dependencies', 0],
    ['tests and tools use', 'devDependencies', 1],
  ] as const)('gives a reason for every library that %s, and for no other', (_, kind, part) => {
    const table =
      read('docs/libraries.md')
        .split('\n## ')
        [part]?.matchAll(/^\| (`.+?`) +\|/gm) ?? [];
    const named = [...table].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(Object.keys(JSON.parse(read('package.json'))[kind]).sort());
  });

  test('is a front page in the README: under 8 KB', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThan(8 * 1024);
  });

  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'src/README.md',
    ...readdirSync(new URL('docs', ROOT)).map((name) => `docs/${name}`),
  ];

  test.each(documents)('%s points to files that are there', (name) => {
    for (const [, path = ''] of read(name).matchAll(/\[[^\]]*\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(new URL(path, new URL(name, ROOT))), path).toBe(true);
    }
  });

  const foldersOf = (path: string) =>
    readdirSync(new URL(path, ROOT), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  const rooms = [...foldersOf('src'), ...foldersOf('src/domain')];
  const isThere = (path: string) =>
    ['src/', 'src/domain/', 'test/'].some((from) =>
      ['', '.ts', '.tsx', '.css', '.html', '.test.ts', '.browser.test.ts'].some((end) =>
        existsSync(new URL(`${from}${path}${end}`, ROOT)),
      ),
    );

  const goneIn = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .map(([, path = '']) => path)
      .filter((path) => rooms.includes(path.split('/')[0] ?? '') && !isThere(path));

  test('names files of src as they are called now', () => {
    for (const name of documents) expect(goneIn(read(name), /`((?:\w[\w-]*\/)+[\w-]+)`/g), name).toEqual([]);
  });

  test('and so do comments', () => {
    const sources = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' });
    for (const name of sources.filter((path) => /\.tsx?$/.test(path))) {
      const comments = [...read(`src/${name}`).matchAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g)].join('\n');
      expect(goneIn(comments, /(?<![\w/.-])((?:[a-z][\w-]*\/)+[a-z][\w-]*)/g), name).toEqual([]);
    }
  });

  test.each(documents)('%s names commands and scripts that exist', (name) => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const [, script = ''] of read(name).matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(script);
    for (const [path] of read(name).matchAll(/(?<![\w/])(?:src|test|scripts)\/[\w/.-]+\.(?:ts|tsx|mjs)\b/g))
      expect(existsSync(new URL(path, ROOT)), path).toBe(true);
  });
});

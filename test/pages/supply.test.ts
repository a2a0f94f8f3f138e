import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { componentsOf, noticesOf, packageFolder, sbomOf } from '../../scripts/supply.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(root + file, 'utf8'));
const own = read('package.json') as Parameters<typeof sbomOf>[1];
const lock = read('package-lock.json') as Parameters<typeof componentsOf>[2];
const fileOf = (name: string) => `${root}node_modules/${name}/package.json`;

const all = componentsOf(Object.keys(own.dependencies).map(fileOf), root, lock);

describe('12 What the build contains of others', () => {
  test.each([
    ['/a/node_modules/idb/build/index.js', '/a/node_modules/idb'],
    ['/a/node_modules/@scope/one/x.js?raw', '/a/node_modules/@scope/one'],
    ['/a/node_modules/one/node_modules/two/x.js', '/a/node_modules/one/node_modules/two'],
    ['C:\\a\\node_modules\\@scope\\one\\x.js', 'C:\\a\\node_modules\\@scope\\one'],
    ['/a/src/app/taskpane.ts', null],
  ])('%s belongs to %s', (path, folder) => {
    expect(packageFolder(path)).toBe(folder);
  });

  test('has the licence of every library with its text, and stands for exactly what the lock holds', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(own.dependencies).sort());
    for (const { name, license, texts, integrity } of all) {
      expect([name, license]).not.toContain('');
      expect(texts.join('').length, name).toBeGreaterThan(200);
      expect(integrity, name).toMatch(/^sha512-/);
    }
  });

  test('says of the public holidays that the data is CC BY-SA 3.0, in the notices and on the page for help', () => {
    const [, part = ''] = noticesOf(all, own).split('date-holidays 3');
    expect(part).toContain('CC BY-SA 3.0');
    expect(readFileSync(`${root}src/app/pages/support.html`, 'utf8')).toContain('CC BY-SA 3.0');
    expect(JSON.stringify(sbomOf(all, own))).toContain('CC-BY-SA-3.0');
  });

  test('is told the same each time, in whichever order webpack names its modules', () => {
    const paths = Object.keys(own.dependencies).map(fileOf);
    const again = componentsOf([...paths].reverse(), root, lock);
    expect(sbomOf(again, own)).toEqual(sbomOf(all, own));
    expect(noticesOf(again, own)).toBe(noticesOf(all, own));
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

interface Bom {
  readonly specVersion: string;
  readonly components: readonly {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly purl: string;
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

test('12 The build names every library in it, what it rests on, and the licence of each', () => {
  const bom = JSON.parse(read('dist/sbom.cdx.json')) as Bom;
  const notices = read('dist/THIRD-PARTY-NOTICES.txt');
  const { dependencies, version } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    version: string;
  };
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { version } },
  });
  const names = bom.components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
  // Colours are copied from tokens when they change, and are ours from then on.
  const bundled = Object.keys(dependencies).filter((name) => name !== '@fluentui/tokens');
  expect(names).toEqual(expect.arrayContaining([...bundled, 'webpack', 'date-holidays-parser']));
  for (const [at, name] of names.entries())
    expect(notices).toContain(`\n${name} ${bom.components[at]?.version}\n`);
  const refs = new Set([...bom.components.map(({ purl }) => purl), 'loopkeeper']);
  for (const { ref, dependsOn } of bom.dependencies) {
    expect([ref, ...dependsOn].filter((one) => !refs.has(one))).toEqual([]);
  }
});

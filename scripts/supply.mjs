/**
 * What of other people's work is in the build: named in `sbom.cdx.json` (CycloneDX 1.6), and with its licences in
 * `THIRD-PARTY-NOTICES.txt`. Both are made of the modules that webpack put together, and are the same for the same lock:
 * no time, no random number.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SBOM = 'sbom.cdx.json';
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Of these no module is named, and yet a few lines of theirs stand in every script. */
const RUNTIMES = ['webpack', 'mini-css-extract-plugin'];

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/** Where the licence file says something else than the name of the licence beside it, the file counts. */
const AS_ITS_FILE_SAYS = { 'date-holidays': 'ISC AND CC-BY-SA-3.0' };

/** Of a package that leaves the text behind: as it lies in the place the package comes from. */
const LEFT_BEHIND = {
  '@fluentui/svg-icons': `MIT License

Copyright (c) 2020 Microsoft Corporation

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/** What a licence does not say by itself to whoever reads it here. */
const REMARKS = {
  'date-holidays':
    'The public holidays themselves (data) are available under CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/; their sources are named below. They are bundled as they come with the package.',
};

/** The folder of the package that a file belongs to; null for our own. */
export function packageFolder(path) {
  const [, folder] =
    /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path.replace(/\?.*$/, '')) ?? [];
  return folder ?? null;
}

/** What can be told of a package, from its own folder and from the lock. */
export function componentIn(folder, root, lock) {
  const told = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, author, homepage, dependencies = {}, repository } = told;
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 && name in LEFT_BEHIND) texts.push(LEFT_BEHIND[name]);
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  const place = folder.slice(root.length).replaceAll('\\', '/').replace(/^\//, '');
  const source = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const license = AS_ITS_FILE_SAYS[name] ?? told.license ?? '';
  const integrity = lock.packages[place]?.integrity ?? null;
  return { name, version, license, by, source, texts, dependencies: Object.keys(dependencies), integrity };
}

/** All that these files belong to, by name and version. */
export function componentsOf(paths, root, lock) {
  const folders = new Set(paths.map(packageFolder).filter((folder) => folder !== null));
  const all = [...folders].map((folder) => componentIn(folder, root, lock));
  const order = ({ name, version }) => `${name}@${version}`;
  const byOrder = new Map(all.map((one) => [order(one), one]));
  return [...byOrder.keys()].sort().map((key) => byOrder.get(key));
}

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licencesOf = ({ license }) => {
  if (license === '') return [];
  return /[ ()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
};

const hashesOf = ({ integrity }) => {
  const [, sha512] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return sha512 === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] };
};

export function sbomOf(components, own) {
  const refs = new Map(components.map((one) => [one.name, purlOf(one)]));
  const described = components.map((one) => {
    const [name, group] = one.name.split('/').reverse();
    return {
      type: 'library',
      'bom-ref': purlOf(one),
      ...(group === undefined ? {} : { group }),
      ...{ name, version: one.version, purl: purlOf(one), licenses: licencesOf(one) },
      ...hashesOf(one),
    };
  });
  const dependsOn = (names) => names.flatMap((name) => refs.get(name) ?? []).sort();
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        ...{ type: 'application', 'bom-ref': own.name, name: own.name, version: own.version },
        licenses: licencesOf(own),
      },
    },
    components: described,
    dependencies: [
      { ref: own.name, dependsOn: dependsOn([...Object.keys(own.dependencies), ...RUNTIMES]) },
      ...components.map((one) => ({ ref: purlOf(one), dependsOn: dependsOn(one.dependencies) })),
    ],
  };
}

const RULE = '-'.repeat(100);

export function noticesOf(components, own) {
  const parts = components.map((one) => {
    const { name, version, license, by, source, texts } = one;
    const head = [
      `${name} ${version}`,
      `Licence: ${license}`,
      ...(by === '' ? [] : [`By: ${by}`]),
      ...(source === '' ? [] : [`From: ${source}`]),
      ...(name in REMARKS ? [REMARKS[name]] : []),
    ];
    return [RULE, ...head, '', ...texts];
  });
  return `${[`${own.name} ${own.version} contains the following work of others.`, '', ...parts.flat()].join('\n')}\n`;
}

/** Writes both beside the pages. A package without a licence, or without its text, stops the build: nobody could say whether it may be used. */
export class SupplyPlugin {
  constructor(root) {
    this.root = root;
  }

  apply(compiler) {
    const read = (file) => JSON.parse(readFileSync(join(this.root, file), 'utf8'));
    compiler.hooks.thisCompilation.tap('supply', (compilation) => {
      let paths = [];
      compilation.hooks.finishModules.tap('supply', (modules) => {
        paths = [...modules].flatMap(({ resource }) => (typeof resource === 'string' ? [resource] : []));
      });
      const { Compilation, sources } = compiler.webpack;
      const viewStore = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'supply', viewStore }, () => {
        const runtimes = RUNTIMES.map((name) => join(this.root, 'node_modules', name, 'package.json'));
        const own = read('package.json');
        const all = componentsOf([...paths, ...runtimes], this.root, read('package-lock.json'));
        for (const { name, license, texts } of all) {
          const lacks =
            license === '' ? 'names no licence' : texts.length === 0 ? 'has no text of its licence' : '';
          if (lacks !== '') compilation.errors.push(new Error(`${name} ${lacks} (scripts/supply.mjs)`));
        }
        const put = (name, text) => compilation.emitAsset(name, new sources.RawSource(text));
        put(SBOM, `${JSON.stringify(sbomOf(all, own), null, 2)}\n`);
        put(NOTICES, noticesOf(all, own));
      });
    });
  }
}

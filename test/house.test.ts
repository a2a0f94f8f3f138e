import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The house: the floor of every room, and the outside libraries that live in it and nowhere else. */
const ROOMS: Readonly<Record<string, { floor: number; libraries: readonly string[] }>> = {
  domain: { floor: 0, libraries: ['date-fns', '@date-fns/tz', '@noble/hashes'] },
  patience: { floor: 0, libraries: [] },
  formats: { floor: 1, libraries: ['fflate'] },
  browser: { floor: 1, libraries: [] },

  graph: { floor: 2, libraries: ['@microsoft/microsoft-graph-client', 'windows-iana'] },
  office: { floor: 2, libraries: ['@azure/msal-browser'] },
  ledger: { floor: 2, libraries: ['idb'] },
  almanac: { floor: 2, libraries: ['date-holidays'] },
  tasks: { floor: 2, libraries: [] },
  ui: { floor: 2, libraries: ['preact', '@preact/signals', '@fluentui/tokens', '@fluentui/svg-icons'] },
  session: { floor: 3, libraries: [] },
  app: { floor: 4, libraries: [] },
};

/** The folders of the larger rooms, from the ground up; '' is what lies in the room itself. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: [
    '',
    'time',
    'facts/things',
    'facts/observed',
    'facts/decided',
    'candidates',
    'facts/entered',
    'facts/log',
    'observe',
    'judge/judged',
    'judge/evidence',
    'judge/rows',
    'judge/verdict',
    'judge/questions',
    'agree',
    'points',
    'promises',
    'measure',
    'tell',
    'tell/catch-up',
    'tell/thread',
    'loops',
    'forget',
  ],
  formats: [
    'shapes',
    'text',
    'log',
    'languages',
    'mail',
    'mail/letters',
    'table',
    'paper',
    'attendance',
    'spoken',
  ],
  graph: ['client', 'shapes', 'calendar', 'mail', 'teams', ''],
  ledger: ['store', 'facts', 'views', 'browser', ''],
  tasks: ['', 'read', 'enter', 'find', 'roam', 'log', 'send', 'send/points'],
  ui: [
    'port',
    'words',
    'words/keep',
    'words/decide',
    'state',
    'state/check-in',
    'state/lookups',
    'state/decide',
    'state/points',
    'parts/icons',
    'parts/controls',
    'parts/in-place',
    'parts',
    'parts/menu',
    'parts/long',
    'parts/counted',
    'own-side',
    'promises',
    'letters',
    'agreements',
    'points',
    'person',
    'topics',
    'points',
    'decisions/ask',
    'decisions/notes',
    'decisions',
    'recap',
    'trend',
    'loops',
    'meeting',
    'meeting/evidence',
    'meeting/banners',
    'meeting/around',
    'meeting/first',
    'today',
    'log',
    'settings',
    '',
  ],
  session: ['storage', '', 'actions'],
};

/** More files than this side by side, and nobody finds one by looking. */
const FULLEST_FOLDER = 20;
const root = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_FILE = 250;

interface Source {
  /** From the root of the repository: `src/domain/time/zone.ts`. */
  path: string;
  room: string;
  text: string;
  /** The text without comments, so that a comment may name what the code must not do. */
  code: string;
  imports: string[];
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const code = withoutComments(text);
  const imports = [...code.matchAll(IMPORT)].map((found) => found[2] ?? '');
  return { path, room: path.split('/')[1] ?? '', text, code, imports };
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const sources = filesUnder('src')
  .filter((path) => /\.(ts|tsx)$/.test(path))
  .map(readSource);
const paths = new Set(sources.map((source) => source.path));

/** The file of src an import names, or null for a library, a style sheet or a picture. */
function target(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = posix.join(dirname(from), specifier);
  const names = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return names.find((name) => paths.has(name)) ?? null;
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const homeOf = (library: string) =>
  Object.keys(ROOMS).find((room) => ROOMS[room]?.libraries.includes(library));

function doorFault({ path, room }: Source, to: string): string | null {
  const other = to.split('/')[1] ?? '';
  const floor = ROOMS[room]?.floor ?? 0;
  const otherFloor = ROOMS[other]?.floor ?? 0;
  if (room === other || otherFloor < floor) return null;
  const why = otherFloor === floor ? 'is on the same floor' : 'is on a higher floor';
  return `${path} imports ${to}, but ${other} ${why}. Say in a plain shape what is needed, and let app fit the two together.`;
}

function libraryFault({ path, room }: Source, specifier: string): string | null {
  const library = packageOf(specifier);
  if (ROOMS[room]?.libraries.includes(library)) return null;
  const home = homeOf(library);
  if (home === undefined)
    return `${path} imports ${specifier}, which has no room. Give it one in ROOMS, with a reason in src/README.md.`;
  return `${path} imports ${specifier}, which lives in ${home}. Let ${home} export what is needed here.`;
}

/** On which floor of its room a file lies; null in a room that has none. */
function floorOf(path: string): number | null {
  const [, room = '', ...folders] = path.split('/').slice(0, -1);
  return FLOORS[room]?.indexOf(folders.join('/')) ?? null;
}

function floorFault({ path, room }: Source, to: string): string | null {
  const [from, other] = [floorOf(path), floorOf(to)];
  return to.split('/')[1] !== room || from === null || other === null || other <= from
    ? null
    : `${path} imports ${to}, which lies above it. Move what both need down, or the file up.`;
}

const circleFrom = (start: string): string[] | null => {
  const visit = (path: string, trail: string[]): string[] | null => {
    if (path === start && trail.length > 0) return [...trail, path];
    if (trail.includes(path)) return null;
    const source = sources.find((one) => one.path === path);
    for (const specifier of source?.imports ?? []) {
      const next = target(path, specifier);
      const circle = next === null ? null : seen(next, [...trail, path]);
      if (circle) return circle;
    }
    return null;
  };
  const done = new Set<string>();
  const seen = (path: string, trail: string[]) => {
    if (path !== start && done.has(path)) return null;
    done.add(path);
    return visit(path, trail);
  };
  return visit(start, []);
};

const having = (pattern: RegExp, rooms: readonly string[] = Object.keys(ROOMS)) =>
  sources.filter(({ room, code }) => rooms.includes(room) && pattern.test(code)).map(({ path }) => path);

const present = <T>(values: (T | null)[]) => values.filter((value) => value !== null);

describe('Waiting for somebody else', () => {
  test('every call of Office.js that answers is waited for with a limit', () => {
    const unlimited = sources.flatMap(({ path, code }) =>
      [...code.matchAll(/\.\w+Async\s*\(/g)]
        .filter(
          ({ index }) =>
            path !== 'src/office/ask-outlook.ts' && !/\(done\)\s*=>\s*[^;]*$/.test(code.slice(0, index)),
        )
        .map(({ 0: call }) => `${path}: ${call}`),
    );
    expect(unlimited, 'Ask through asked, shown or told of office/ask-outlook.ts').toEqual([]);
    const asking = sources
      .filter(({ room }) => room === 'office')
      .filter(({ code }) => /\(done\)\s*=>/.test(code))
      .filter(({ code }) => !/\b(asked|shown)\b/.test(code));
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  test('databases, locks and the readiness of Outlook are waited for in one place each', () => {
    const places = (pattern: RegExp) => having(pattern).sort();
    expect(places(/\bindexedDB\??\.open\(/)).toEqual([
      'src/ledger/browser/other-logs.ts',
      'src/ledger/store/disk-store.ts',
    ]);
    expect(places(/\blocks\s*\.request\(/)).toEqual(['src/patience/locked.ts']);
    expect(places(/\bonReady\(/)).toEqual(['src/office/host.ts', 'src/office/sign-in-page.ts']);
  });
});

describe('The house', () => {
  test('every file of src lies in a room', () => {
    const homeless = sources.filter(({ room }) => !(room in ROOMS)).map(({ path }) => path);
    expect(homeless, 'Move these into a room, or give the new room a floor in ROOMS').toEqual([]);
  });

  test('a room imports from itself and from lower floors only', () => {
    const faults = sources.flatMap((source) =>
      source.imports.map((specifier) => {
        const to = target(source.path, specifier);
        return to === null ? null : doorFault(source, to);
      }),
    );
    expect(present(faults)).toEqual([]);
  });

  test('within a room imports lead down only: what is told rests on what is measured, that on what is judged', () => {
    const faults = sources.flatMap((source) =>
      source.imports.map((specifier) => {
        const to = target(source.path, specifier);
        return to === null ? null : floorFault(source, to);
      }),
    );
    expect(present(faults)).toEqual([]);
  });

  test('every room of more than twenty files has floors, and every folder lies on one', () => {
    const large = Object.keys(ROOMS).filter(
      (room) => sources.filter((source) => source.room === room).length > FULLEST_FOLDER,
    );
    expect(large.filter((room) => !(room in FLOORS))).toEqual([]);
    expect(
      sources.filter(({ path }) => floorOf(path) === -1).map(({ path }) => path),
      'Give the folder a floor in FLOORS',
    ).toEqual([]);
  });

  test(`no folder holds more than ${FULLEST_FOLDER} files side by side`, () => {
    const held = new Map<string, number>();
    for (const path of [...filesUnder('src'), ...filesUnder('test')])
      held.set(dirname(path), (held.get(dirname(path)) ?? 0) + 1);
    const full = [...held].filter(([, count]) => count > FULLEST_FOLDER).map(([folder]) => folder);
    expect(full, 'Find the seam in it').toEqual([]);
  });

  test('each outside library is imported in its one room only', () => {
    const faults = sources.flatMap((source) =>
      source.imports
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) => libraryFault(source, specifier)),
    );
    expect(present(faults)).toEqual([]);
  });

  test('no file imports something that is not there', () => {
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('.') && !/\.(css|svg|json)(\?raw)?$/.test(name))
        .filter((name) => target(path, name) === null)
        .map((name) => `${path} imports ${name}, which leads to no file of src`),
    );
    expect(lost).toEqual([]);
  });

  test('imports run in no circle', () => {
    const circles = present(sources.map(({ path }) => circleFrom(path)));
    const known = new Set<string>();
    const each = circles.filter((circle) => {
      const name = [...new Set(circle)].sort().join();
      return !known.has(name) && known.add(name);
    });
    expect(
      each.map((circle) => circle.join(' → ')),
      'Move what both sides need into a file of its own',
    ).toEqual([]);
  });

  test('only the Outlook room touches the global Office', () => {
    const faults = having(/\bOffice\.[a-zA-Z]/).filter((path) => !path.startsWith('src/office/'));
    expect(faults, 'Let src/office offer what is needed').toEqual([]);
  });
});

describe('The pure rooms', () => {
  const impure = [
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
    ['chance', /\bMath\.random\b|\bcrypto\b/],
  ] as const;

  test.each(impure)('know nothing of %s', (_what, pattern) => {
    expect(having(pattern, ['domain', 'formats']), 'Take it as an argument instead').toEqual([]);
  });

  test('the clock is read in one place of the whole product', () => {
    const readers = having(/\bDate\.now\b|\bnew Date\(\s*\)/);
    expect(readers, 'Take the time as an argument; only src/browser/clock.ts reads the clock').toEqual([
      'src/browser/clock.ts',
    ]);
  });
});

describe('Every file of src', () => {
  test('has named exports only', () => {
    expect(having(/\bexport\s+default\b/), 'Name the export: names survive a search').toEqual([]);
  });

  test(`is no longer than ${LONGEST_FILE} lines`, () => {
    const long = sources
      .filter(({ text }) => text.trimEnd().split('\n').length > LONGEST_FILE)
      .map(({ path, text }) => `${path}: ${text.trimEnd().split('\n').length} lines`);
    expect(long, 'Find the second noun in it and give it a file').toEqual([]);
  });

  test('leaves nothing for later', () => {
    const later = sources.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text)).map(({ path }) => path);
    expect(later, 'Do it now, or open an issue').toEqual([]);
  });

  test('has a name that stands once, but for words and states, which are named after what they are of', () => {
    /** A page of its own, called as the file that Entra comes back to. */
    const pair = 'src/app/pages/sign-in.ts';
    const named = new Map<string, string[]>();
    for (const { path } of sources) {
      if (/^src\/ui\/(words|state)\//.test(path) || path.endsWith('.d.ts') || path === pair) continue;
      const name = posix.basename(path).replace(/\.tsx?$/, '');
      named.set(name, [...(named.get(name) ?? []), path]);
    }
    const twice = [...named.values()].filter((all) => all.length > 1).map((all) => all.join(' and '));
    expect(twice, 'Say in the name what sets it apart').toEqual([]);
  });

  test('exports types that have one home, but for shapes on which rooms without a door agree', () => {
    const homes = new Map<string, string[]>();
    for (const { code, path } of sources)
      for (const [, name = ''] of code.matchAll(/^export (?:interface|type) (\w+)/gm))
        homes.set(name, [...(homes.get(name) ?? []), path]);
    const twice = [...homes].filter(([, all]) => all.length > 1);
    const roomsOf = (all: readonly string[]) => all.map((path) => path.split('/')[1] ?? '');
    const inside = twice.filter(([, all]) => {
      const rooms = roomsOf(all);
      const floors = new Set(rooms.map((room) => ROOMS[room]?.floor));
      return new Set(rooms).size < all.length || floors.size > 1;
    });
    expect(inside, 'One word, one meaning').toEqual([]);
    expect(twice.length / homes.size, 'At most one name in fifty').toBeLessThanOrEqual(0.02);
  });

  test('is named after a noun of the product', () => {
    const vague = sources
      .filter(({ path }) => /(^|[/-])(utils?|helpers?|managers?|data|info|misc|common)[.-]/i.test(path))
      .map(({ path }) => path);
    expect(vague, 'Say what is in it').toEqual([]);
  });
});

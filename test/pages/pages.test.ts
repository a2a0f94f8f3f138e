import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FILES, policyFor } from '../../scripts/policy.mjs';
import { CLOUDS } from '../../src/browser/config';
import { CALLS } from '../../src/graph/client/permissions';
import { SCOPES } from '../graph/scopes';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const inPages = (name: string) => `src/app/pages/${name}.html`;
const privacy = read('src/app/pages/privacy.html');
const calls = [...privacy.matchAll(/<td><code>((?:GET|POST|PATCH|PUT|DELETE) [^<]+)<\/code><\/td>/g)];

describe('The privacy page', () => {
  test('names every call to Microsoft Graph that the product can make, and no other', () => {
    const said = calls.map((found) => found[1]);
    expect(said.sort()).toEqual(
      Object.values(CALLS)
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
  });

  test('names every permission', () => {
    for (const scope of SCOPES) expect(privacy).toContain(`<td><code>${scope}</code></td>`);
  });

  test('and the steps of npm run sideload name them too', () => {
    for (const scope of SCOPES) expect(read('scripts/sideload.mjs')).toContain(scope);
  });
});

describe('The content security policy', () => {
  const directive = (page: string, name: string) => {
    const [, sources = ''] = new RegExp(`${name} ([^;]+);`).exec(read(page)) ?? [];
    return sources.trim().split(/\s+/).sort();
  };
  const graphs = Object.keys(CLOUDS).map((host) => `https://${host}`);
  const signIns = [...new Set(Object.values(CLOUDS).flat())].map((host) => `https://${host}`);

  /** From where OneDrive hands a file out; which host it is, only its answer says. */
  const downloads = Object.values(FILES)
    .flat()
    .map((host) => `https://${host}`);

  test.each([
    ['taskpane.html', 'connect-src', [...graphs, ...signIns, ...downloads]],
    ['taskpane.html', 'frame-src', signIns],
    ['taskpane.html', 'form-action', signIns],
    ['pages/sign-in.html', 'connect-src', signIns],
  ])('of %s lets %s reach every host that config.json may name, and no other', (page, name, hosts) => {
    expect(directive(`src/app/${page}`, name)).toEqual(["'self'", ...hosts].sort());
  });
});

describe('12 The content security policy', () => {
  const PAGES_HERE = ['src/app/taskpane.html', ...['sign-in', 'auth', 'support', 'privacy'].map(inPages)];
  const pathsOf = (page: string) =>
    [...read(page).matchAll(/https:\/\/[^\s;"]+/g)].map(([address]) => address);

  test.each(['src/app/taskpane.html', inPages('sign-in')])(
    'of %s takes scripts from the folders of Office.js alone, though its hosts have everybody’s',
    (page) => {
      const [, scripts = ''] = /script-src ([^;]+);/.exec(read(page)) ?? [];
      expect(scripts.trim().split(/\s+/)).toEqual([
        "'self'",
        'https://appsforoffice.microsoft.com/lib/1/hosted/',
        'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js',
      ]);
    },
  );

  test.each(['sign-in', 'auth', 'support', 'privacy'].map(inPages))(
    'of %s lets no form go anywhere',
    (page) => {
      expect(read(page)).toContain("form-action 'none'");
    },
  );

  test.each(Object.entries(CLOUDS))(
    'sent as a header names the hosts of %s and of no other cloud',
    (graph, signIns) => {
      const [signIn = ''] = signIns;
      const config = {
        clientId: `${'0'.repeat(8)}-0000-0000-0000-000000000000`,
        graph: `https://${graph}/v1.0`,
      };
      for (const page of PAGES_HERE) {
        const policy = policyFor(read(page), { ...config, authority: `https://${signIn}/common` });
        const here = new Set([graph, signIn, ...(FILES[graph] ?? [])].map((host) => `https://${host}`));
        const clouds = new Set([
          ...Object.keys(CLOUDS),
          ...Object.values(CLOUDS).flat(),
          ...Object.values(FILES).flat(),
        ]);
        const named = [...policy.matchAll(/https:\/\/[^\s;]+/g)].map(([address]) => address);
        const ofClouds = named.filter((address) => clouds.has(address.replace('https://', '')));
        expect(ofClouds.filter((address) => !here.has(address))).toEqual([]);
        const stays = pathsOf(page).filter((address) => here.has(address) && policy.includes(address));
        expect(new Set(ofClouds)).toEqual(new Set(stays));
        expect(policy).toMatch(/^default-src 'none'; .*base-uri 'none'$/);
      }
    },
  );
});

describe('A page beside the pane', () => {
  test.each(['support', 'privacy', 'auth'])(
    '%s.html runs no foreign script and loads nothing from elsewhere',
    (name) => {
      const html = read(`src/app/pages/${name}.html`);
      expect(html).toContain("default-src 'none'");
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
      expect(html).not.toMatch(/<script|\son[a-z]+=/);
    },
  );

  test('the pane loads Office.js as a guest does: late, from its one address, and no other script from elsewhere', () => {
    const html = read('src/app/taskpane.html');
    const foreign = [...html.matchAll(/<script([^>]*)src="(https:[^"]+)"/g)];
    expect(foreign.map((found) => found[2])).toEqual([
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    ]);
    expect(foreign[0]?.[1]).toContain('async');
    expect(html).not.toMatch(/'unsafe-(inline|eval)'/);
  });
});

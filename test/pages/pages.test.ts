import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CALLS, SCOPES } from '../../src/graph/permissions';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
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

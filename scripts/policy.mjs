/**
 * Prints, for a server that sends it as a header, the content security policy of each page for the one cloud that
 * `config.json` names. The policy in the pages themselves lets them reach every cloud, as one build serves them all.
 *
 *   npm run policy                        for dist/config.json
 *   npm run policy -- path/to/config.json for one that was filled in elsewhere
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLOUDS, checkConfig } from '../src/browser/config.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
export const PAGES = ['taskpane.html', 'sign-in.html', 'auth.html', 'support.html', 'privacy.html'];

/** From where OneDrive of each cloud hands files out. */
export const FILES = {
  'graph.microsoft.com': ['*.sharepoint.com', '*.1drv.com', 'my.microsoftpersonalcontent.com'],
  'graph.microsoft.us': ['*.sharepoint.us'],
  'dod-graph.microsoft.us': ['*.sharepoint-mil.us'],
  'microsoftgraph.chinacloudapi.cn': ['*.sharepoint.cn'],
};

const addressesOf = (graph) => [graph, ...CLOUDS[graph], ...FILES[graph]].map((host) => `https://${host}`);

/** The policy of a page, in one line, without the hosts of any cloud but the one of this configuration. */
export function policyFor(html, config) {
  const { graph, authority } = checkConfig(config);
  const own = new URL(graph).host;
  const kept = new Set([
    `https://${own}`,
    new URL(authority).origin,
    ...FILES[own].map((host) => `https://${host}`),
  ]);
  const others = new Set(
    Object.keys(CLOUDS)
      .flatMap(addressesOf)
      .filter((one) => !kept.has(one)),
  );
  const [, policy = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
  return policy
    .split(';')
    .map((directive) =>
      directive
        .trim()
        .split(/\s+/)
        .filter((one) => !others.has(one))
        .join(' '),
    )
    .filter((directive) => directive !== '')
    .join('; ');
}

function print([path = `${dist}config.json`]) {
  const config = JSON.parse(readFileSync(path, 'utf8'));
  for (const page of PAGES) {
    console.log(
      `/${page}\n  Content-Security-Policy: ${policyFor(readFileSync(dist + page, 'utf8'), config)}\n`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print(process.argv.slice(2));

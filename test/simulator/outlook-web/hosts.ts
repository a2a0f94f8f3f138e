import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { SimulatedGraph } from '../graph/simulated-graph';
import type { World } from '../world';
import type { HostSetup } from './host-page';
import { MS_AJAX } from './ms-ajax';
import { HOST } from './wire';

/** Where the pane is served from in these tests: another site than Outlook's. */
export const PANE = 'https://loopkeeper.example';

/** Served from Outlook's own site the pane has the same store in its frame and in its windows, as on a desktop. */
export const PANE_OF_ONE_STORE = 'https://loopkeeper.office.com';

/** Where Graph and the sign-in page of a cloud are. */
export interface Cloud {
  graph: string;
  signIn: string;
}

export const WORLDWIDE: Cloud = {
  graph: 'https://graph.microsoft.com',
  signIn: 'https://login.microsoftonline.com',
};

export const US_GOVERNMENT: Cloud = {
  graph: 'https://graph.microsoft.us',
  signIn: 'https://login.microsoftonline.us',
};

/** The built `config.json`, as an administrator writes it for a cloud. */
function configFor({ graph, signIn }: Cloud): Buffer {
  const built = JSON.parse(readFileSync(join(DIST, 'config.json'), 'utf8')) as object;
  return Buffer.from(JSON.stringify({ ...built, graph: `${graph}/v1.0`, authority: `${signIn}/common` }));
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DIST = here('../../../dist');
const OFFICE = here('../../../node_modules/@microsoft/office-js/dist');

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
};

/** Ours have a digest in their names, and Office.js is the one that was installed. */
const LASTING = new Set(['.js', '.css']);

/** What goes back to the browser. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Answers for one host; null where it has nothing at that address. */
export type Host = (request: Request) => Promise<Reply | null>;

const reply = (kind: string, body: string | Buffer): Reply => ({
  status: 200,
  headers: { 'Content-Type': kind },
  body: Buffer.from(body),
});

function fileIn(folder: string, path: string): Reply | null {
  const file = join(folder, normalize(decodeURIComponent(path)));
  const kind = KINDS[extname(file)];
  if (!file.startsWith(folder) || kind === undefined || !existsSync(file)) return null;
  const kept = LASTING.has(extname(file)) ? { 'Cache-Control': 'max-age=31536000, immutable' } : {};
  return { ...reply(kind, readFileSync(file)), headers: { 'Content-Type': kind, ...kept } };
}

/** Bundled once for all tests of a file. */
const scripts = new Map<string, Promise<string>>();

/** A script of this folder as the browser can run it. */
export function bundled(name: 'host-page.ts' | 'frame-setup.ts'): Promise<string> {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const making = build({
    entryPoints: [here(name)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  scripts.set(name, making);
  return making;
}

const hostPage = (setup: HostSetup, script: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Outlook</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{width:320px;height:570px;border:0;display:block}</style></head>
<body><button id="before">Reply</button><div id="app"></div><button id="after">Close</button>
<script>window.setup = ${JSON.stringify(setup).replaceAll('<', '\\u003c')};</script>
<script>${script.replaceAll('</script', '<\\/script')}</script></body></html>`;

/** Headers of Graph that a page of another site may read. */
const EXPOSED =
  'ETag, Location, Preference-Applied, request-id, client-request-id, Retry-After, WWW-Authenticate';

/** Whom a token was given to. */
function holderOf(request: Request): string | null {
  const [, claims = ''] = (request.headers.get('authorization') ?? '').split('.');
  try {
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { preferred_username?: string };
    return read.preferred_username ?? null;
  } catch {
    return null;
  }
}

/** Graph answers for the mailbox of whoever holds the token. */
async function graphReply(
  graph: SimulatedGraph,
  world: World,
  request: Request,
  { challenge, cloud }: Pick<Doors, 'challenge' | 'cloud'>,
): Promise<Reply> {
  const holder = world.people.find(({ address }) => address === holderOf(request));
  const another = holder !== undefined && holder.id !== world.owner;
  const refusal = challenge(request);
  const asked = new Request(request.url.replace(cloud.graph, WORLDWIDE.graph), request);
  const answer = refusal ?? (await (another ? graph.answerAs(holder.id, asked) : graph.answer(asked)));
  const body = Buffer.from(await answer.arrayBuffer());
  const elsewhere = cloud.graph !== WORLDWIDE.graph;
  return {
    status: answer.status,
    headers: {
      ...Object.fromEntries(answer.headers),
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': EXPOSED,
    },
    // Its links lead on in the same cloud.
    body: elsewhere ? Buffer.from(body.toString().replaceAll(WORLDWIDE.graph, cloud.graph)) : body,
  };
}

/** What a test holds in its hand. */
export interface Doors {
  setup: () => HostSetup;
  /** Graph answers nothing before that. */
  graphIsFree: () => Promise<void>;
  challenge: (request: Request) => Response | null;
  cloud: Cloud;
  /** Where the pane is served from. */
  pane: string;
  /** Microsoft's sign-in page, where one is expected. */
  signIn: Host;
}

/** Every host the product may speak to, by name. Whatever is not here is a surprise. */
export function hostsOf(
  graph: SimulatedGraph,
  world: World,
  { setup, graphIsFree, challenge, cloud, pane, signIn }: Doors,
): ReadonlyMap<string, Host> {
  const nameOf = (address: string) => new URL(address).host;
  const path = ({ url }: Request) => new URL(url).pathname;
  return new Map<string, Host>([
    [
      nameOf(HOST),
      async (request) =>
        path(request) === '/mail/'
          ? reply('text/html; charset=utf-8', hostPage(setup(), await bundled('host-page.ts')))
          : null,
    ],
    [
      nameOf(pane),
      async (request) =>
        path(request) === '/config.json'
          ? reply(KINDS['.json'] ?? '', configFor(cloud))
          : fileIn(DIST, path(request)),
    ],
    [
      'appsforoffice.microsoft.com',
      async (request) =>
        path(request).startsWith('/lib/1/hosted/')
          ? fileIn(OFFICE, path(request).slice('/lib/1/hosted/'.length))
          : null,
    ],
    [
      'ajax.aspnetcdn.com',
      async (request) =>
        path(request) === '/ajax/3.5/MicrosoftAjax.js' ? reply('text/javascript', MS_AJAX) : null,
    ],
    [nameOf(cloud.signIn), signIn],
    [
      nameOf(cloud.graph),
      async (request) => {
        await graphIsFree();
        return graphReply(graph, world, request, { challenge, cloud });
      },
    ],
  ]);
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Frame, Page } from 'playwright-core';

const PATIENCE = 15_000;
const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What is served at a path; null for nothing. */
type Find = (path: string) => string | Uint8Array | null;

/** A page that frames another one, as Outlook frames the pane. */
async function serveFramed(framed: string, find: Find): Promise<{ url: string; close: () => void }> {
  const outer = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Framed</title><body><iframe src="${framed}"></iframe></body></html>`;
  const server = createServer(({ url = '/' }, response) => {
    const found = url === '/' ? outer : find(url);
    const kind =
      KINDS[url === '/' ? '.html' : extname(url.replace(/\?.*/, ''))] ?? 'application/octet-stream';
    response.writeHead(found === null ? 404 : 200, { 'Content-Type': kind, 'Cache-Control': 'no-store' });
    response.end(found);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/** A page that is nothing but one script. */
export const servePeer = (script: Uint8Array) =>
  serveFramed('/peer.html', (path) => {
    if (path === '/peer.js') return script;
    const body = '<body data-peer><script type="module" src="peer.js"></script></body>';
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Peer</title>${body}</html>`;
  });

const file = (path: string): Uint8Array | null => {
  const at = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return existsSync(at) ? readFileSync(at) : null;
};

/** Makes the pane as people get it, in dist/. */
export function buildPane(): void {
  const built = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}

/** The pane as built, with the real Office.js beside it: there is no Outlook, but nothing else is left out. */
export const servePane = () =>
  // Without the name of a host Office.js empties the frame.
  serveFramed('/taskpane.html?_host_Info=Outlook$Web$16.01$en-GB', (url) => {
    const path = url.replace(/\?.*/, '');
    if (path.startsWith('/office/'))
      return file(`node_modules/@microsoft/office-js/dist/${path.slice('/office/'.length)}`);
    const built = file(`dist${path}`);
    return path === '/taskpane.html'
      ? Buffer.from(built ?? '')
          .toString()
          .replace('https://appsforoffice.microsoft.com/lib/1/hosted/', 'office/')
      : built;
  });

/** A tile of the strip, and a button of the other pages: what each shows first that is of any use. */
const USEFUL = '[aria-labelledby="strip-title"] li, [data-peer] button';

/**
 * In every frame, before anything else: notes how long after the navigation it painted first, and when the first useful
 * content was there to be painted. The simulator turns the frame's clock; this one is taken before that.
 */
const STOPWATCH = `(() => {
  const note = (name, at) => document.documentElement.setAttribute('data-' + name, String(at));
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) note(name, startTime);
  }).observe({ type: 'paint', buffered: true });
  const now = performance.now.bind(performance);
  const next = requestAnimationFrame.bind(window);
  const look = () => {
    if (document.querySelector(${JSON.stringify(USEFUL)}) === null) return;
    watching.disconnect();
    next(() => note('first-content', now()));
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { childList: true, subtree: true });
})();`;

export const holdStopwatch = (context: BrowserContext) => context.addInitScript(STOPWATCH);

/** From navigation, in ms; `useful` only where a page is asked for it. */
export interface Opened {
  readonly paint: number;
  readonly contentful: number;
  readonly useful: number;
}

const framedIn = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame());
  if (frame === undefined) throw new Error('nothing is framed');
  return frame;
};

/** The frame is loaded anew, as Outlook does for every appointment that is opened. */
async function openAgain(page: Page, isUseful: boolean): Promise<Opened> {
  await page.bringToFront();
  const before = framedIn(page);
  const loaded = page.waitForEvent('framenavigated', { predicate: (frame) => frame === before });
  await before.evaluate('location.reload()').catch(() => undefined);
  await loaded;
  const noted = async (name: string): Promise<number> => {
    const html = page.frameLocator('iframe').locator(`html[data-${name}]`);
    return Number(await html.getAttribute(`data-${name}`, { timeout: PATIENCE }));
  };
  return {
    useful: isUseful ? await noted('first-content') : Number.NaN,
    contentful: await noted('first-contentful-paint'),
    paint: await noted('first-paint'),
  };
}

export interface Racer {
  readonly page: Page;
  readonly isUseful: boolean;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How long each page takes, in turns, so that what else the machine does falls on all of them. */
export async function race(racers: readonly Racer[], rounds: number): Promise<readonly Opened[]> {
  const times = racers.map((): Opened[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { page, isUseful }] of racers.entries()) times[at]?.push(await openAgain(page, isUseful));
  }
  return times.map((each) => ({
    paint: median(each.map(({ paint }) => paint)),
    contentful: median(each.map(({ contentful }) => contentful)),
    useful: median(each.map(({ useful }) => useful)),
  }));
}

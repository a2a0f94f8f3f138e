import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Frame, type Page } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { startSimulator } from '../simulator/serve';
import { bareScript } from './bare-page';
import type { Ratio } from './ratio';
import { templateScript } from './template-page';

const ROUNDS = 15;
const PATIENCE = 15_000;

/** A tile of the strip, and a button of the other pages: what each shows first that is of any use. */
const USEFUL = '[aria-labelledby="strip-title"] li, [data-peer] button';

/**
 * In every frame, before anything else: notes how long after the navigation the first useful content was there to be
 * painted. The simulator turns the frame's clock; this one is taken before that.
 */
const STOPWATCH = `(() => {
  const now = performance.now.bind(performance);
  const next = requestAnimationFrame.bind(window);
  const look = () => {
    if (document.querySelector(${JSON.stringify(USEFUL)}) === null) return;
    watching.disconnect();
    next(() => document.documentElement.setAttribute('data-first-content', String(now())));
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { childList: true, subtree: true });
})();`;

/** A page that frames another one, as Outlook frames the pane. */
async function servePeer(script: Uint8Array): Promise<{ url: string; close: () => void }> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/peer.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    if (isScript) return void response.end(script);
    const body =
      url === '/' ? '<iframe src="/peer.html"></iframe>' : '<script type="module" src="peer.js"></script>';
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Peer</title><body data-peer>${body}</body></html>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

const framed = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame());
  if (frame === undefined) throw new Error('nothing is framed');
  return frame;
};

/** The frame is loaded anew, as Outlook does for every appointment that is opened. In ms. */
async function openAgain(page: Page): Promise<number> {
  const begin = "document.documentElement.removeAttribute('data-first-content'); location.reload()";
  await framed(page)
    .evaluate(begin)
    .catch(() => undefined);
  const html = page.frameLocator('iframe').locator('html[data-first-content]');
  return Number(await html.getAttribute('data-first-content', { timeout: PATIENCE }));
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How long each page takes, in turns, so that what else the machine does falls on all of them. */
async function race(pages: readonly Page[]): Promise<readonly number[]> {
  const times = pages.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, page] of pages.entries()) {
      await page.bringToFront();
      times[at]?.push(await openAgain(page));
    }
  }
  return times.map(median);
}

/**
 * From navigation to the strip of a kept log, with the network cut: what shows can only come from the ledger. It first
 * asks Outlook which item is open; the other pages ask nobody, which favours them.
 */
export async function measure(): Promise<Ratio[]> {
  const built = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  const template = await templateScript();
  if (template === null)
    console.error('The parts of the React template did not come from npm; it is left out.');
  const peers = [
    { name: 'bare page with Preact and signals', script: await bareScript() },
    ...(template === null ? [] : [{ name: 'React task pane template', script: template }]),
  ];
  const simulator = await startSimulator({ ticking: false });
  const servers = await Promise.all(peers.map(({ script }) => servePeer(script)));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(STOPWATCH);
    const outlook = await context.newPage();
    await outlook.goto(simulator.url);
    const pane = outlook.frameLocator('iframe[title="Loopkeeper"]');
    await pane.getByRole('list', { name: 'Occurrences' }).waitFor({ timeout: PATIENCE });
    await pane.getByText('Read just now').waitFor({ timeout: PATIENCE });
    simulator.office.setOnline(false);
    const pages = [outlook];
    for (const { url } of servers) {
      const page = await context.newPage();
      await page.goto(url);
      pages.push(page);
    }
    const [ours = Number.NaN, ...theirs] = await race(pages);
    return peers.map(({ name }, at) => ({
      what: 'Navigation to the strip from the ledger, the word with Outlook included',
      value: ours,
      unit: 'ms',
      peer: name,
      peerValue: theirs[at] ?? Number.NaN,
    }));
  } finally {
    await browser.close();
    await simulator.close();
    for (const { close } of servers) close();
  }
}

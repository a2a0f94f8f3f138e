import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Frame, type Page } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { startSimulator } from '../simulator/serve';
import { bareScript } from './bare-page';
import type { Ratio } from './ratio';

const ROUNDS = 15;
const PATIENCE = 15_000;

/** A tile of the strip, and the button of the bare page: what each shows first that is of any use. */
const USEFUL = '[aria-labelledby="strip-title"] li, body > button';

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

/** A page that frames the bare one, as Outlook frames the pane. */
async function serveBarePage(): Promise<{ url: string; close: () => void }> {
  const script = await bareScript();
  const server = createServer(({ url }, response) => {
    const isScript = url === '/bare.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    if (isScript) return void response.end(script);
    const body =
      url === '/' ? '<iframe src="/bare.html"></iframe>' : '<script type="module" src="bare.js"></script>';
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><body>${body}</body></html>`,
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

/** From navigation to the strip of a kept log, with the network cut: what shows can only come from the ledger. */
export async function measure(): Promise<Ratio[]> {
  const built = spawnSync('node', ['node_modules/webpack/bin/webpack.js'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  const simulator = await startSimulator({ ticking: false });
  const bare = await serveBarePage();
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
    const plain = await context.newPage();
    await plain.goto(bare.url);

    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      await outlook.bringToFront();
      ours.push(await openAgain(outlook));
      await plain.bringToFront();
      theirs.push(await openAgain(plain));
    }
    return [
      {
        what: 'Navigation to the strip from the ledger, no network',
        value: median(ours),
        unit: 'ms',
        peer: 'bare page with Preact and signals',
        peerValue: median(theirs),
      },
    ];
  } finally {
    await browser.close();
    await simulator.close();
    bare.close();
  }
}

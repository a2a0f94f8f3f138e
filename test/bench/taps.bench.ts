import { type CDPSession, chromium, type Frame, type Locator } from 'playwright-core';
import { ensureBrowser, switches } from '../../scripts/browser.mjs';
import { toView } from '../e2e/ways';
import { startSimulator } from '../simulator/serve';
import { buildPane } from './framed-pages';
import type { Ratio } from './ratio';

const ROUNDS = 5;
const SLOWED = 6;
/** In ms: what a person takes for at once. */
const AT_ONCE = 100;

const button = (frame: Frame, name: string | RegExp): Locator => frame.getByRole('button', { name }).first();
const day = (frame: Frame, date: string): Locator =>
  frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) });
const tab = (frame: Frame, name: string): Locator => frame.getByRole('tab', { name });
const view = (frame: Frame, name: string): Locator => frame.getByRole('radio', { name });

/** What a person taps all day, in an order in which each of it is there. */
const TAPS: readonly (readonly [name: string, find: (frame: Frame) => Locator])[] = [
  ['a day', (frame) => day(frame, 'Thu 19 Nov')],
  ['*We met*', (frame) => button(frame, 'We met')],
  [
    '*Undo*',
    (frame) => frame.getByRole('group', { name: 'What happened?' }).getByRole('button', { name: 'Undo' }),
  ],
  ['*Nobody joined*', (frame) => button(frame, 'Nobody joined')],
  [
    '*Undo*',
    (frame) => frame.getByRole('group', { name: 'What happened?' }).getByRole('button', { name: 'Undo' }),
  ],
  ['*Trend*', (frame) => view(frame, 'Trend')],
  ['*Now*', (frame) => view(frame, 'Now')],
  ['*Decisions*', (frame) => tab(frame, 'Decisions')],
  ['*Log*', (frame) => tab(frame, 'Log')],
  ['*Today*', (frame) => tab(frame, 'Today')],
  ['*Meeting*', (frame) => tab(frame, 'Meeting')],
];

/** In ms, from the tap to the frame that it changed. */
async function tapped(frame: Frame, what: Locator): Promise<number> {
  await what.waitFor();
  await frame.evaluate('window.taps.length = 0');
  await what.click();
  const slowest = await frame.evaluate<number>(SLOWEST);
  // Nothing of it is left over for the next one.
  for (let times = 0; times < 3; times += 1) await frame.evaluate(IDLE);
  return slowest;
}

const SLOWEST = `new Promise((done) => {
  const look = () => (window.taps.length > 0 ? done(Math.max(...window.taps)) : setTimeout(look, 50));
  look();
})`;

const IDLE = 'new Promise((done) => requestIdleCallback(() => setTimeout(done), { timeout: 1000 }))';

/** The task after the frame after the tap: what the tap changed was on screen by then. */
const WATCH = `window.taps = [];
  addEventListener('click', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.taps.push(performance.now() - timeStamp);
    port2.postMessage(null);
  }), true)`;

const BARE = `<!doctype html><title>Bare</title><button aria-pressed="false"
  onclick="this.setAttribute('aria-pressed', this.ariaPressed === 'false')">Press</button>`;

const slow = async (session: CDPSession) => session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** The slowest of the taps of a day, each the median of some, on a machine a sixth as fast. */
export async function measure(): Promise<Ratio[]> {
  buildPane();
  const simulator = await startSimulator({ ticking: false });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: switches() });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(simulator.url);
    const handle = await page.waitForSelector('html[aria-busy="false"] iframe[title="Loopkeeper"]');
    const frame = await handle.contentFrame();
    if (frame === null) throw new Error('The pane has no frame');
    await frame.getByText('Read just now').waitFor();
    // Each part was there before: what is measured is the tap, not the network.
    await toView(frame, 'Trend');
    await toView(frame, 'Now');
    for (const name of ['Decisions', 'Log', 'Today', 'Meeting']) await tab(frame, name).click();
    await frame.evaluate(WATCH);
    await slow(await context.newCDPSession(page));
    const times = TAPS.map(([name]) => ({ name, all: [] as number[] }));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, [, find]] of TAPS.entries()) times[at]?.all.push(await tapped(frame, find(frame)));
    const bare = await context.newPage();
    await bare.setContent(BARE);
    await bare.evaluate(WATCH);
    await slow(await context.newCDPSession(bare));
    const peer: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      peer.push(await tapped(bare.mainFrame(), bare.getByRole('button')));
    const [slowest] = times
      .map(({ name, all }) => ({ name, value: median(all) }))
      .sort((one, other) => other.value - one.value);
    const line = {
      what: `The slowest tap, ${slowest?.name}: to the frame it changed, at a sixth of the speed`,
      value: slowest?.value ?? Number.NaN,
      unit: 'ms',
    };
    return [
      { ...line, peer: 'bare button', peerValue: median(peer) },
      { ...line, peer: 'what a tap may take', peerValue: AT_ONCE },
    ];
  } finally {
    await browser.close();
    await simulator.close();
  }
}

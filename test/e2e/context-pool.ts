import type { BrowserContext, Page } from 'playwright-core';
import { type Network, openNetwork } from '../simulator/outlook-web/network';
import { browserOf, type FrameStorage, PATIENCE } from './browsers';

/** A context of the browser, with one window, that a test has for itself. */
export interface TakenContext {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly network: Network;
  /** What a test put into the context goes before the next one has it. */
  readonly beforeNext: (undo: () => unknown) => void;
  /** What runs in it ends. */
  readonly giveBack: () => Promise<void>;
}

interface Pooled extends Pick<TakenContext, 'context' | 'page' | 'network'> {
  times: number;
}

/** Those that nobody has, by kind of browser and zone. */
const pools = new Map<string, Pooled[]>();

/** Playwright's clock writes down whatever was asked of it, and tells each frame all of it. */
const TIMES = 20;

const VIEWPORT = { width: 900, height: 700 };

const AS_THE_SYSTEM = {
  media: null,
  colorScheme: null,
  contrast: null,
  forcedColors: null,
  reducedMotion: null,
} as const;

/** All that pages leave; what was read of scripts stays, and nobody can tell it from a new reading. */
const LEFT = ['cookies', 'file_systems', 'indexeddb', 'local_storage', 'service_workers', 'cache_storage'];

/**
 * Making a context, its window and whatever is read into it takes a second of the processor, so one that was given back
 * is taken again, with nothing in it but the scripts that the browser has read.
 */
export async function takeContext(storage: FrameStorage, zone: string): Promise<TakenContext> {
  const kind = `${storage} ${zone}`;
  const pool = pools.get(kind) ?? [];
  pools.set(kind, pool);
  const pooled = pool.pop() ?? (await newContext(storage, zone));
  if (pooled.times > 0) await makeAsNew(pooled);
  pooled.times += 1;
  const undoing: (() => unknown)[] = [];
  return {
    ...pooled,
    beforeNext: (undo) => undoing.push(undo),
    giveBack: async () => {
      for (const undo of undoing.splice(0).reverse()) await undo();
      if (pooled.times < TIMES && (await endWhatRuns(pooled).catch(() => false))) pool.push(pooled);
      else await pooled.context.close();
    },
  };
}

async function newContext(storage: FrameStorage, zone: string): Promise<Pooled> {
  const [browser, network] = [await browserOf(storage), await openNetwork()];
  const context = await browser.newContext({
    viewport: VIEWPORT,
    timezoneId: zone,
    locale: 'en-GB',
    proxy: { server: network.proxy },
  });
  context.setDefaultTimeout(PATIENCE);
  return { context, page: await context.newPage(), network, times: 0 };
}

/** Nothing is stored or allowed, and the window is as it was. */
async function makeAsNew({ context, page }: Pooled): Promise<void> {
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: LEFT.join() });
  await browser.detach();
  await context.clearPermissions();
  await page.emulateMedia(AS_THE_SYSTEM);
  await page.setViewportSize(VIEWPORT);
}

/** Nothing of this test is heard of by the next; false where its window is gone. */
async function endWhatRuns({ context, page }: Pooled): Promise<boolean> {
  if (page.isClosed()) return false;
  for (const other of context.pages()) if (other !== page) await other.close();
  // What lasts as long as the tab can be cleared from inside alone.
  await Promise.all(page.frames().map((frame) => frame.evaluate('sessionStorage.clear()').catch(() => null)));
  await page.goto('about:blank');
  page.removeAllListeners();
  await Promise.all([context.unrouteAll(), page.unrouteAll(), context.setOffline(false)]);
  return true;
}

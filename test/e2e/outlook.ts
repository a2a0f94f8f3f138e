import type { Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { GONE } from '../simulator/send-through';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/serve';
import { browserOf, PATIENCE } from './browsers';
import { installClock } from './clock';
import { DRAFTED } from './outlook-web';
import { expectNothingMoved, watchShifts } from './shifts';
import { untilRead } from './ways';

/** A simulated Outlook in a real browser, with the built pane beside the open meeting. */
export interface Outlook {
  page: Page;
  simulator: Simulator;
  /** The pane's frame; it is another one after every opening of an appointment. */
  pane: () => Promise<Frame>;
  /** Chooses an item of the calendar by its accessible name. */
  open: (name: string | RegExp) => Promise<void>;
  /** The seconds in which a mail can be taken back go by, as soon as one of the panes counts them; for who `hurries`. */
  undoTimePasses: (...recaps: Locator[]) => Promise<void>;
  /** Time goes by in the world, in every pane and in Exchange; for who `hurries`. */
  timePasses: (ms: number) => Promise<void>;
  /** What the browser complained about so far. */
  complaints: string[];
  close: () => Promise<void>;
}

/** The pane, once the world has come to rest. */
const FRAME = 'html[aria-busy="false"] iframe[title="Loopkeeper"]';

export interface OutlookOptions extends SimulatorOptions {
  width?: number;
  height?: number;
  /** What stands behind the address: `?open=2026-11-03 Priya`. */
  query?: string;
  /** Pixels of a picture for each one of the page. */
  scale?: number;
  forcedColors?: 'active' | 'none';
  /** Of the browser; the mailbox has one of its own. */
  timezoneId?: string;
  /** Closing it fails where something moved in a pane. */
  still?: boolean;
  /** The test lets seconds go by in the pane. */
  hurries?: boolean;
  /** A world that somebody else opened and will close: another machine of the same person. */
  simulator?: Simulator;
}

export async function openOutlook(options: OutlookOptions = {}): Promise<Outlook> {
  const {
    width = 1440,
    height = 900,
    query = '',
    scale = 1,
    forcedColors = 'none',
    hurries = false,
    timezoneId = 'Europe/London',
    ...rest
  } = options;
  const simulator = options.simulator ?? (await startSimulator(rest));
  const context = await (await browserOf('denied')).newContext({
    viewport: { width, height },
    timezoneId,
    deviceScaleFactor: scale,
    forcedColors,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const { shifts } = await watchShifts(context);
  if (hurries) await installClock(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (said) => {
    // An id as Outlook gives it is refused by Graph before it is translated; the browser notes the refusal.
    const refusedId = said.text().includes('400 (Bad Request)');
    if (said.type() === 'error' && !refusedId) complaints.push(said.text());
  });
  await page.goto(simulator.url + query);
  const pane = async (): Promise<Frame> => {
    const handle = await page.waitForSelector(FRAME);
    const frame = await handle.contentFrame();
    // Found, and already given up for another one: that one is meant.
    if (frame === null) return pane();
    try {
      await frame.waitForSelector('#pane', { state: 'attached' });
      return frame;
    } catch (cause) {
      if (String(cause).includes('detached')) return pane();
      throw cause;
    }
  };
  const isWaiting = async () => {
    const { drafts } = await simulator.office.mailbox(options.world?.owner ?? 'priya');
    if (drafts.every(({ waitsUntil }) => waitsUntil === null)) throw new Error('no mail waits');
  };
  const timePasses = async (ms: number) => {
    const { office } = simulator;
    const { now, ticking } = office.clock();
    if (!ticking) await office.turnClock(now + ms, false);
    for (const open of context.pages())
      for (const frame of open.frames())
        await frame.evaluate((time) => globalThis.window.letTimePass?.(time), ms).catch(() => undefined);
    await context.clock.fastForward(ms);
  };
  return {
    page,
    simulator,
    timePasses,
    pane,
    open: async (name) => {
      const before = await page.getAttribute(FRAME, 'data-load');
      await page.getByRole('button', { name }).first().click();
      await page.waitForSelector(`${FRAME}:not([data-load="${before}"])`);
    },
    undoTimePasses: async (...recaps) => {
      await Promise.any(recaps.map((recap) => recap.getByRole('button', { name: 'Undo' }).first().waitFor()));
      // They count from when the mailbox made the draft (17). Where it waits in no mailbox, they began with the click.
      await vi.waitFor(isWaiting, { timeout: DRAFTED }).catch(() => undefined);
      await timePasses(GONE);
    },
    complaints,
    close: async () => {
      await context.close();
      if (options.simulator === undefined) await simulator.close();
      if (options.still === true) expectNothingMoved(shifts);
    },
  };
}

/**
 * One Outlook for the tests of a `describe` that are one story, as opening it takes longer than most tests: the first
 * begins once the pane has read everything, each other one where the one before ended.
 */
export function sharedOutlook(options: OutlookOptions = {}): () => Outlook {
  let outlook: Outlook | undefined;
  beforeAll(async () => {
    outlook = await openOutlook({ ticking: false, ...options });
    await untilRead(await outlook.pane());
  });
  afterAll(() => outlook?.close());
  return () => {
    if (outlook === undefined) throw new Error('No Outlook was opened');
    return outlook;
  };
}

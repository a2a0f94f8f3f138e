import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BUDGET, measureBuild } from '../../../scripts/sizes.mjs';
import { type Simulator, startSimulator } from '../../simulator/serve';
import { browserOf } from '../browsers';

let simulator: Simulator;
let context: BrowserContext;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => context.close());
afterAll(() => simulator.close());

/** The pane's page alone, in a system that prefers light colours. */
async function openPage(): Promise<Page> {
  const browser = await browserOf('denied');
  context = await browser.newContext({ colorScheme: 'light', viewport: { width: 320, height: 570 } });
  return context.newPage();
}

/** Loads it; its own script does not come before it is let go. */
async function loadWithoutScript(page: Page): Promise<() => void> {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/taskpane\.\w+\.js$/, async (route) => {
    await free;
    await route.fallback();
  });
  await page.goto(`${simulator.url}/pane/taskpane.html`, { waitUntil: 'commit' });
  await page.locator('.skeleton.tall').waitFor();
  return letGo;
}

/** Where the shapes stand, as soon as there are so many tabs. */
async function places(page: Page, tabs: number): Promise<readonly DOMRect[]> {
  const found = await page.waitForFunction((count) => {
    if (document.querySelectorAll('[role="tab"]').length !== count) return null;
    return [...document.querySelectorAll('.skeleton')].map((one) => one.getBoundingClientRect().toJSON());
  }, tabs);
  return (await found.jsonValue()) as readonly DOMRect[];
}

const ground = (page: Page) =>
  page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);

describe('Before any script is there', () => {
  test('the shape of what comes is painted where it will stand', async () => {
    const page = await openPage();
    // Outlook says nothing meanwhile.
    await page.route('**/office.js', () => undefined);
    const letGo = await loadWithoutScript(page);
    const painted = await places(page, 0);
    expect(painted).toHaveLength(3);
    letGo();
    expect(await places(page, 4)).toEqual(painted);
  });

  test('it is painted in what was worn last, whatever the system prefers', async () => {
    const page = await openPage();
    (await loadWithoutScript(page))();
    const light = await ground(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Dark' });
    await page.locator('html[data-theme="dark"]').waitFor();
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    await loadWithoutScript(page);
    expect(await ground(page)).toBe(dark);
  });
});

test(`the first view has at most ${BUDGET} KB of our own JavaScript, compressed`, async () => {
  const bytes = measureBuild().first.reduce((sum, file) => sum + file.bytes, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes / 1024).toBeLessThanOrEqual(BUDGET);
});

import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserOf } from '../browsers';
import { toView } from '../ways';

const ADDRESS = 'http://pane.example/';
/** Rows in the page at any time; a screen holds about twenty. */
const MOST_ROWS = 200;

/** The pane on a log of fifty thousand occurrences. */
async function openLong(): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: ['test/ui/page.tsx'],
    bundle: true,
    format: 'iife',
    outdir: 'build/long',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'text' },
    logLevel: 'error',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const context = await (await browserOf('denied')).newContext({ viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  await page.route(`${ADDRESS}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js')
      return route.fulfill({ contentType: 'text/javascript', body: textOf('.js') });
    if (pathname === '/page.css') return route.fulfill({ contentType: 'text/css', body: textOf('.css') });
    return route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pane</title><link rel="stylesheet" href="page.css"><main id="pane"></main><script src="page.js"></script></html>',
    });
  });
  await page.goto(`${ADDRESS}#long`);
  return page;
}

test('Fifty thousand occurrences are read, walked and left by keyboard, with a few rows in the page', async () => {
  const page = await openLong();
  try {
    await page.getByRole('tab', { name: 'Log' }).click();
    const table = page.getByRole('table', { name: 'Attendance log' });
    await table.waitFor();
    const count = Number(await table.getAttribute('aria-rowcount')) - 1;
    expect(count).toBeGreaterThan(49_900);

    const rows = () => table.locator('tbody tr[data-row]').count();
    /** Which row has the focus, as somebody who does not see it hears it; null: none. */
    const focused = () =>
      page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')) - 2);
    const press = async (key: string, row: number) => {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(row);
      expect(await rows()).toBeLessThan(MOST_ROWS);
    };
    await table.getByRole('button').first().focus();
    await press('ArrowDown', 1);
    await press('PageDown', 11);
    await press('End', count - 1);
    expect(await page.locator(':focus').isVisible()).toBe(true);
    await press('ArrowDown', count - 1);
    await press('PageUp', count - 11);

    // Who scrolls away by mouse keeps the place of the keyboard.
    await page.evaluate(() => scrollTo(0, 0));
    await table.getByRole('rowheader').first().waitFor();
    await expect.poll(() => table.locator('tr[aria-rowindex="2"]').count()).toBe(1);
    expect(await focused()).toBe(count - 11);
    expect(await rows()).toBeLessThan(MOST_ROWS);
    await press('Home', 0);

    // One stop for Tab, however long the list is.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('tbody'))).toBeNull();

    await page.getByRole('tab', { name: 'Meeting' }).click();
    const strip = page.getByRole('list', { name: 'Occurrences' });
    for (let more = 0; more < 4; more++) await page.getByRole('button', { name: 'Earlier' }).click();
    expect(await strip.getByRole('listitem').count()).toBeLessThanOrEqual(420);
    const first = strip.getByRole('listitem').first();
    expect(await first.getAttribute('aria-setsize')).toBe('50000');
    expect(Number(await first.getAttribute('aria-posinset'))).toBe(50_000 - 5 * 210 + 1);

    await toView(page, 'Trend');
    await page.getByRole('button', { name: 'How this was counted' }).first().click();
    const counted = page.locator('.how-list').first();
    await counted.waitFor();
    expect(await counted.locator('li[data-row]').count()).toBeLessThan(MOST_ROWS);
    expect(
      Number(await counted.locator('li[data-row]').first().getAttribute('aria-setsize')),
    ).toBeGreaterThan(1_000);

    // What is only read scrolls by.
    await page.getByRole('button', { name: 'Show as table' }).click();
    const weeks = page.getByRole('table', { name: 'Occurrences of each week' });
    await weeks.waitFor();
    const last = Number(await weeks.getAttribute('aria-rowcount'));
    expect(last).toBeGreaterThan(5_000);
    const drawn = () => page.locator('.trend-tables tr[data-row]').count();
    expect(await drawn()).toBeLessThan(MOST_ROWS);
    await page.getByRole('table', { name: 'How much notice there was' }).scrollIntoViewIfNeeded();
    const ahead = page.getByRole('table', { name: /^Went ahead, of the last/ });
    const end = await ahead.getAttribute('aria-rowcount');
    await ahead.locator(`tr[aria-rowindex="${end}"]`).waitFor();
    expect(await drawn()).toBeLessThan(MOST_ROWS);
  } finally {
    await page.context().close();
  }
});

import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { at } from '../../simulator/time';
import { generatedWorld } from '../../simulator/worlds/generated';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { inTrend, toView } from '../ways';

const world = generatedWorld({ seed: 18, series: 2, years: 1.2, people: 3, from: '2025-10-20' });
const NOW = at('2026-11-12 12:00', 'Europe/London');
const ITEM = { open: 'appointment', title: 'Series 1', date: '2026-11-10' } as const;

const start = oneOutlook({ still: true });
let web: OutlookWeb;
let all = 0;
let whole = '';

const trend = () => web.pane().getByRole('figure', { name: 'Attendance trend' });
const numbers = () => web.pane().getByRole('list', { name: 'Numbers' });
const tiles = () => web.pane().getByRole('list', { name: 'Occurrences' }).getByRole('listitem').count();

/** What is drawn, and what the table says. */
async function trendText(): Promise<string> {
  await toView(web.pane(), 'Trend');
  const drawn = await trend()
    .getByRole('img')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  const key = trend().getByRole('button', { name: 'Show as table' });
  await key.click();
  await trend().getByRole('table').first().waitFor();
  const table = await trend().innerText();
  await key.click();
  await toView(web.pane(), 'Now');
  return [...drawn, table].join('\n');
}

/** A log that is long enough for a first look at its end alone. */
beforeEach(async () => {
  web = await start({ world, now: NOW, item: ITEM });
  await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await web.pane().getByRole('button', { name: 'Reach further back' }).click();
  await web.pane().getByText('The calendar was read back to Wed 12 Nov 2025').waitFor();
  all = await tiles();
  expect(all).toBeGreaterThan(55);
  whole = await trendText();
});

/**
 * From the next loading on somebody else writes to the pages of the log, as another pane does for as long as a sweep
 * takes: whoever wants to read them waits.
 */
async function holdPages(): Promise<{ letGo: () => Promise<void> }> {
  const names = await web
    .pane()
    .evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
  const busy = (logs: readonly string[]) => {
    if (window === window.top) return;
    for (const name of logs) {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        const pages = request.result.transaction('occurrences', 'readwrite').objectStore('occurrences');
        const again = () => {
          if (!('letGo' in window)) pages.getKey([0, '']).onsuccess = again;
          else request.result.close();
        };
        again();
      };
    }
  };
  const script = await web.page.addInitScript(busy, names);
  onTestFinished(() => script.dispose());
  return { letGo: () => web.pane().evaluate(() => void Object.assign(window, { letGo: true })) };
}

async function onlyTheTrendIsWhole(): Promise<void> {
  expect(await trendText()).toBe(whole);
  expect(await tiles()).toBeLessThan(all);
  expect(await inTrend(web.pane(), () => numbers().count())).toBe(0);
}

async function everythingComes(): Promise<void> {
  await inTrend(web.pane(), () => numbers().waitFor());
  expect(await tiles()).toBe(all);
  expect(await trendText()).toBe(whole);
}

test('The trend of a long log is there with the first look, and stays as it is when the rest has come', async () => {
  await web.pane().evaluate(() => localStorage.clear());
  const { letGo } = await holdPages();
  await web.reopen(ITEM);
  await onlyTheTrendIsWhole();
  await letGo();
  await everythingComes();
});

test('It joins what was shown last of the meeting, which is painted before anything is read', async () => {
  const { letGo } = await holdPages();
  await web.reopen(ITEM);
  await onlyTheTrendIsWhole();
  await letGo();
  await everythingComes();
});

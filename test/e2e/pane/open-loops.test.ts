import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import { DAILY, keepBoth, secondPane } from '../ways';

const start = oneOutlook({ still: true });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = 'build/shots';
mkdirSync(SHOTS, { recursive: true });

const HOUR = 3_600_000;
/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };

const list = (frame: Frame) => frame.getByRole('list', { name: 'Open loops' });
const lines = (frame: Frame) => list(frame).getByRole('listitem');
const today = (frame: Frame) => frame.getByRole('tab', { name: /^Today/ });
const dayOf = (frame: Frame, name: RegExp) => list(frame).getByRole('group', { name });
const count = async (frame: Frame): Promise<number> =>
  Number(/^Today (\d+) open loops$/.exec((await today(frame).textContent()) ?? '')?.[1]);

async function expectWell(page: Page, frame: Frame, name: string): Promise<void> {
  await frame.evaluate(axe);
  for (const look of ['light', 'dark', 'forced'] as const) {
    await page.emulateMedia({
      colorScheme: look === 'dark' ? 'dark' : 'light',
      forcedColors: look === 'forced' ? 'active' : 'none',
      // A colour on its way to another one is measured as neither.
      reducedMotion: 'reduce',
    });
    // The pane wears what its host wears; here that is the test.
    await frame.evaluate(`document.documentElement.dataset.theme = '${look === 'dark' ? 'dark' : 'light'}'`);
    const found = await frame.evaluate(`axe.run(document).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ')).join(' | ')))`);
    await page.screenshot({ path: `${SHOTS}/loops-${name}-${look}.png` });
    expect(found, `${name}, ${look}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
  await frame.evaluate(`document.documentElement.dataset.theme = 'light'`);
}

/** How many buttons stand beside each other, row by row: words of a row that are no button are not counted. */
async function expectNobodyAlone(frame: Frame): Promise<void> {
  for (const width of [320, 420, 480, 600]) {
    // Other panes and a larger Outlook are wider and narrower; the column is what the answers are laid out by.
    await frame.evaluate(`document.querySelector('.owed').style.width = '${width - 24}px'`);
    const rows = await frame.evaluate(`[...document.querySelectorAll('.owed [role=group]')].map((group) => {
      const tops = [...group.querySelectorAll('button')].map((one) => Math.round(one.getBoundingClientRect().y));
      return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length).join(' + ');
    })`);
    expect([...new Set(rows as string[])], `at ${width} px`).toEqual([width < 500 ? '2 + 2' : '4']);
  }
  await frame.evaluate(`document.querySelector('.owed').style.width = ''`);
}

describe('What is owed (14)', () => {
  test(
    'is answered where it stands, over several meetings, without anything moving; and it survives a reload',
    LONG,
    async () => {
      const web = await keepBoth(start);
      const frame = web.pane();
      // Beside a kept meeting that one is open, and at most three lines stand above it.
      expect(await frame.getByRole('tab', { name: 'Meeting' }).getAttribute('aria-selected')).toBe('true');
      await expect.poll(() => lines(frame).count()).toBe(3);
      const all = await count(frame);
      expect(all).toBeGreaterThan(3);
      await expectWell(web.page, frame, 'meeting');
      await frame.getByRole('button', { name: `All ${all}` }).click();
      await expect.poll(() => lines(frame).count()).toBe(all);
      await expectWell(web.page, frame, 'today');
      await expectNobodyAlone(frame);
      expect(await frame.getByRole('group', { name: 'What happened?' }).count()).toBe(0);

      const nineteenth = dayOf(frame, /^Thu 19 Nov, Priya\/Marcus daily sync$/);
      for (const name of ['We met', 'Nobody joined', 'Agreed to skip', 'I was not there'])
        expect(await nineteenth.getByRole('button', { name }).count()).toBe(1);
      const place = await lines(frame).nth(1).boundingBox();
      await nineteenth.getByRole('button', { name: 'We met' }).click();
      await list(frame).getByText('Thu 19 Nov, Priya/Marcus daily sync: Noted.').waitFor();
      await expect.poll(() => count(frame)).toBe(all - 1);
      expect(await frame.evaluate('document.activeElement === document.body')).toBe(false);
      expect(await lines(frame).nth(1).boundingBox()).toEqual(place);

      // Taken back, it asks again in its place.
      await list(frame).getByRole('button', { name: 'Undo' }).click();
      await nineteenth.getByRole('button', { name: 'Nobody joined' }).click();
      await expect.poll(() => count(frame)).toBe(all - 1);

      await web.reopen(DAILY);
      await expect.poll(() => count(web.pane())).toBe(all - 1);
      const strip = web.pane().getByRole('list', { name: 'Occurrences' });
      await strip.getByRole('button', { name: /^Thu 19 Nov, .*nobody joined/ }).waitFor();
    },
  );

  test('is put off until midnight, told to a second pane, and gone with the log', LONG, async () => {
    const web = await keepBoth(start);
    const { page } = web;
    const frame = web.pane();
    await today(frame).click();
    const line = dayOf(frame, /^Thu 19 Nov, /);
    await line.waitFor();
    const all = await count(frame);
    const { other, close } = await secondPane(page);
    await expect.poll(() => count(other())).toBe(all);

    const item = lines(frame).filter({ has: frame.getByRole('group', { name: /^Thu 19 Nov, / }) });
    await item.getByRole('button', { name: 'Not now' }).click();
    await list(frame).getByText('Put off until tomorrow.').waitFor();
    await expect.poll(() => count(frame)).toBe(all - 1);
    await expect.poll(() => count(other())).toBe(all - 1);
    await close();

    await web.reopen(DAILY);
    await expect.poll(() => count(web.pane())).toBe(all - 1);
    await web.timePasses(9 * HOUR);
    await web.reopen(DAILY);
    await today(web.pane()).click();
    await dayOf(web.pane(), /^Thu 19 Nov, /).waitFor();

    await web.pane().getByRole('button', { name: 'Settings' }).click();
    await web.pane().getByRole('button', { name: 'Erase everything', exact: true }).click();
    await web.pane().getByRole('button', { name: 'Yes, erase everything' }).click();
    await web.pane().getByText('Everything was erased here.').waitFor();
    await expect.poll(() => count(web.pane())).toBe(0);
  });

  test('of one meeting is noted as planned in one go, and taken back in one', LONG, async () => {
    const web = await keepBoth(start);
    let frame = web.pane();
    await today(frame).click();
    const inOneGo = () => list(frame).getByRole('button', { name: 'All as planned: we met' }).first();
    await inOneGo().waitFor();
    const all = await count(frame);
    const item = () =>
      lines(frame)
        .filter({ has: frame.getByText(/^\d+ days/) })
        .first();
    const days = Number(/(\d+) days/.exec(await item().innerText())?.[1]);
    expect(days).toBeGreaterThan(1);
    /** On the page, however it is scrolled: where the second line stands. */
    const place = () =>
      lines(frame)
        .nth(1)
        .evaluate((second) => {
          const heading = [...document.querySelectorAll('h1, h2')].find(
            (one) => one.textContent === 'Open loops',
          );
          return second.getBoundingClientRect().y - (heading?.getBoundingClientRect().y ?? 0);
        });
    const before = await place();
    await inOneGo().click();
    await list(frame).getByText(`${days} days noted as planned.`).waitFor();
    await expect.poll(() => count(frame)).toBe(all - days);
    expect(await place()).toBe(before);
    await list(frame)
      .getByRole('button', { name: `Undo: ${days} days noted as planned` })
      .click();
    await expect.poll(() => count(frame)).toBe(all);
    await inOneGo().click();
    await expect.poll(() => count(frame)).toBe(all - days);
    await web.reopen(DAILY);
    frame = web.pane();
    await expect.poll(() => count(frame)).toBe(all - days);
  });

  test('is what the pane begins with where no kept meeting is open', LONG, async () => {
    const web = await start({ item: { open: 'nothing' } });
    const selected = () => today(web.pane()).getAttribute('aria-selected');
    await web.pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    expect(await selected()).toBe('true');
    await web.pane().getByText('Nothing is owed now.').waitFor();
    await web.reopen(DAILY);
    await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    expect(await selected()).toBe('false');
    for (const item of [{ open: 'nothing' }, { open: 'plain mail', subject: 'Lunch on Friday?' }] as const) {
      await web.reopen(item);
      await dayOf(web.pane(), /^Thu 19 Nov, /).waitFor();
      expect(await selected()).toBe('true');
    }
    // Another tab leads there and back, and the line to where it can be looked at.
    await web.pane().getByRole('tab', { name: 'Log' }).click();
    await web
      .pane()
      .getByRole('tab', { name: /^Today/ })
      .click();
    await dayOf(web.pane(), /^Thu 19 Nov, /)
      .getByRole('button', { name: 'Agreed to skip' })
      .click();
    await list(web.pane())
      .getByText(/^Thu 19 Nov, .*Noted\.$/)
      .waitFor();
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import { button, decide, keepBoth, MARCUS, pageOf, secondPane } from '../ways';

const start = oneOutlook();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };

const tab = (frame: Frame, name: string | RegExp) => frame.getByRole('tab', { name }).click();
const focused = (frame: Frame) => frame.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');
const heardOf = (frame: Frame) => pageOf(frame).getByRole('list', { name: 'Not heard yet' });

async function choose(frame: Frame, day: RegExp): Promise<void> {
  await frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: day }).first().click();
}

/** In the meeting that day. */
async function decideOn(frame: Frame, day: RegExp, text: string): Promise<void> {
  await choose(frame, day);
  await decide(frame, text, { owner: MARCUS });
}

describe('The page of a person', () => {
  test(
    'opens from their name in the meeting, in Today and in Decisions, and Back leads to where it was',
    LONG,
    async () => {
      const web = await keepBoth(start);
      const frame = web.pane();
      await decideOn(frame, /^Wed 18 Nov/, 'Two vendors, not one');

      // In the meeting, scrolled down to the name.
      await tab(frame, 'Meeting');
      await choose(frame, /^Thu 19 Nov/);
      const name = button(frame, MARCUS).first();
      await name.scrollIntoViewIfNeeded();
      const top = await frame.evaluate<number>('scrollY');
      await name.press('Enter');
      await pageOf(frame).getByRole('heading', { name: MARCUS }).waitFor();
      expect(await focused(frame)).toBe('Back');
      await heardOf(frame).getByText('Two vendors, not one').waitFor();
      await frame.evaluate(axe);
      const findings = await frame.evaluate(
        `axe.run(document).then(({ violations }) => violations.map(({ id }) => id))`,
      );
      expect(findings).toEqual([]);
      await web.page.screenshot({ path: 'build/shots/person-page.png' });
      await web.page.keyboard.press('Enter');
      await pageOf(frame).waitFor({ state: 'detached' });
      expect(await focused(frame)).toBe(MARCUS);
      expect(await frame.evaluate<number>('scrollY')).toBe(top);

      // In Decisions, with something typed.
      await tab(frame, 'Decisions');
      await button(frame, /D-001 Two vendors, not one/).click();
      await button(frame, 'Record an answer').click();
      await frame.getByRole('textbox', { name: 'Their words' }).fill('Only half said');
      await button(frame, MARCUS).first().click();
      await pageOf(frame).waitFor();
      expect(await frame.getByRole('textbox', { name: 'Their words' }).isVisible()).toBe(false);
      await button(frame, 'Back').click();
      expect(await frame.getByRole('textbox', { name: 'Their words' }).inputValue()).toBe('Only half said');
      expect(await focused(frame)).toBe(MARCUS);

      // From the page to a decision, in the list that still lies below it.
      await button(frame, MARCUS).first().click();
      await heardOf(frame)
        .getByRole('button', { name: /^D-001/ })
        .click();
      await pageOf(frame).waitFor({ state: 'detached' });
      await expect.poll(() => focused(frame)).toBe('Two vendors, not one');

      // In Today, beside a mail that has nothing to do with it.
      await web.reopen({ open: 'plain mail', subject: 'Lunch on Friday?' });
      const today = web.pane();
      await today
        .getByRole('list', { name: 'Open loops' })
        .getByRole('button', { name: MARCUS })
        .first()
        .click();
      await heardOf(today).getByText('Two vendors, not one').waitFor();
      await button(today, 'Back').click();
      await today.getByRole('list', { name: 'Open loops' }).waitFor();
      expect(await focused(today)).toBe(MARCUS);
    },
  );

  test(
    'hears what a second pane does, has its letters in an order, and closes when that person is erased',
    LONG,
    async () => {
      const web = await keepBoth(start);
      const frame = web.pane();
      await decideOn(frame, /^Wed 18 Nov/, 'Two vendors, not one');
      const { other: paneOf, close } = await secondPane(web.page);
      const other = paneOf();
      await tab(other, /^Today/);
      await other
        .getByRole('list', { name: 'Open loops' })
        .getByRole('button', { name: MARCUS })
        .first()
        .click();
      await heardOf(other).getByText('Two vendors, not one').waitFor();
      const letters = pageOf(other).getByRole('region', { name: 'For the next conversation' });
      const doors = await letters.locator('.doors').getByRole('button').allInnerTexts();
      expect([doors[0], doors.at(-1)]).toEqual(['Prepare one-to-one', 'For a third person']);
      await button(other, 'For a third person').click();
      await letters.getByText(/Agree what they want to be asked about, and try it for a month/).waitFor();

      // He answers: so he knows of it (13.1), and both panes say so.
      await tab(frame, 'Decisions');
      await button(frame, /D-001 Two vendors, not one/).click();
      await button(frame, 'Record an answer').click();
      const form = frame.getByRole('form', { name: 'Record an answer' });
      await form.getByRole('combobox', { name: 'Who answered' }).selectOption({ label: MARCUS });
      await form.getByRole('radio', { name: 'I see a problem' }).check();
      await button(frame, 'Save answer').click();
      await pageOf(other)
        .getByText(/^Marcus sees a problem, since /)
        .waitFor();
      await pageOf(other).getByText('There is nothing to tell Marcus now.').waitFor();

      await tab(frame, 'Meeting');
      await choose(frame, /^Thu 19 Nov/);
      await button(frame, MARCUS).first().click();
      await button(frame, 'Erase Marcus Hale from this log…').click();
      await button(frame, 'Yes, erase Marcus Hale').click();
      await frame.getByText('Marcus Hale was erased from this log.').waitFor();
      expect(await pageOf(frame).count()).toBe(0);
      await other.getByText('This person was erased from the log, so their page is closed.').waitFor();
      expect(await other.locator('body').innerText()).not.toMatch(/Marcus|Hale/);
      await button(other, 'Back').click();
      await other.getByRole('heading', { name: 'Open loops' }).waitFor();
      expect(await focused(other)).toMatch(/^Today/);
      await close();
    },
  );
});

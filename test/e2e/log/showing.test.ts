import { readFileSync } from 'node:fs';
import type { Download, Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { decide, keepBoth, secondPane } from '../ways';

const start = oneOutlook();

/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };

/** Logs of both meetings are kept, something was decided in the sync, and the sync is open. */
async function bothWithDecision(): Promise<OutlookWeb> {
  const web = await keepBoth(start);
  const pane = web.pane();
  await pane
    .getByRole('group', { name: 'What happened?' })
    .getByRole('button', { name: 'Nobody joined' })
    .click();
  await decide(pane, 'One release a quarter', { topic: '2027 scope' });
  return web;
}

const showing = (frame: Frame) => frame.getByRole('combobox', { name: 'Showing' });
const chosen = (frame: Frame) =>
  showing(frame).evaluate((field) => (field as HTMLSelectElement).selectedOptions[0]?.textContent);
const rows = (frame: Frame) =>
  frame.getByRole('table', { name: 'Attendance log' }).locator('tbody [data-row]');
const says = (frame: Frame, words: string) => frame.getByText(words, { exact: true }).waitFor();

async function download({ page, pane }: OutlookWeb, item: string): Promise<{ name: string; text: string }> {
  await pane().getByRole('button', { name: 'Export' }).click();
  const [file]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    pane().getByRole('menuitem', { name: item, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}
const meetingsIn = (text: string) =>
  ['Priya/Marcus daily sync', 'Atlas refinement'].filter((title) => text.includes(title));

describe('The log on screen', () => {
  test(
    'is this meeting, a person, a topic or everything, and what goes out holds the same and says so',
    LONG,
    async () => {
      const web = await bothWithDecision();
      const { page } = web;
      const frame = web.pane();
      await frame.getByRole('tab', { name: 'Log' }).click();
      await rows(frame).first().waitFor();
      expect(await chosen(frame)).toBe('This meeting');
      await says(frame, 'Exports hold this meeting. JSON always holds everything.');
      const meeting = await download(web, 'CSV');
      expect(meeting.name).toBe('loopkeeper-log Priya-Marcus daily sync 2026-11-20.csv');
      expect(meetingsIn(meeting.text)).toEqual(['Priya/Marcus daily sync']);

      // Everything is one key away, and the words beside the choice are told with it.
      await showing(frame).focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => chosen(frame)).toBe('Everything');
      const told = await showing(frame).getAttribute('aria-describedby');
      await expect
        .poll(() => frame.locator(`[id="${told}"]`).textContent())
        .toBe('Exports hold every meeting.');
      await rows(frame).filter({ hasText: 'Atlas refinement' }).first().waitFor();
      const everything = await download(web, 'CSV');
      expect(everything.name).toBe('loopkeeper-log-2026-11-20.csv');
      expect(meetingsIn(everything.text)).toEqual(['Priya/Marcus daily sync', 'Atlas refinement']);

      await showing(frame).selectOption('With Dana Ortiz');
      await says(frame, 'Exports hold the meetings with Dana Ortiz. JSON always holds everything.');
      await rows(frame).filter({ hasText: 'daily sync' }).first().waitFor({ state: 'detached' });
      // They are read, and come all at once.
      await rows(frame).filter({ hasText: 'Atlas refinement' }).first().waitFor();
      const shared = await rows(frame).count();
      expect(shared).toBeGreaterThan(1);
      const person = await download(web, 'CSV');
      expect(person.name).toBe('loopkeeper-log with Dana Ortiz 2026-11-20.csv');
      expect(meetingsIn(person.text)).toEqual(['Atlas refinement']);
      // Everybody of a shared meeting stays in it.
      expect(person.text).toContain('Marcus Hale');
      const json = await download(web, 'JSON');
      expect(json.name).toBe('loopkeeper-log-2026-11-20.json');
      expect(meetingsIn(json.text)).toEqual(['Priya/Marcus daily sync', 'Atlas refinement']);

      await showing(frame).selectOption('About 2027 scope');
      await expect.poll(() => rows(frame).count()).toBe(1);
      expect((await download(web, 'Excel')).name).toBe('loopkeeper-log about 2027 scope 2026-11-20.xlsx');

      // A row of another meeting leads there, and the choice is still made when one comes back.
      await showing(frame).selectOption('With Dana Ortiz');
      await expect.poll(() => rows(frame).count()).toBe(shared);
      await rows(frame)
        .getByRole('button', { name: /^Tue 3 Nov/ })
        .click();
      await frame.getByRole('heading', { name: /^Tue 3 Nov/ }).waitFor();
      await frame.getByRole('tab', { name: 'Log' }).click();
      await expect.poll(() => chosen(frame)).toBe('With Dana Ortiz');
      await expect.poll(() => rows(frame).count()).toBe(shared);
    },
  );

  test('is everything where no kept meeting is open, and can be copied', LONG, async () => {
    const web = await bothWithDecision();
    await web.reopen({ open: 'nothing' });
    const frame = web.pane();
    await frame.getByRole('tab', { name: 'Log' }).click();
    await rows(frame).filter({ hasText: 'Atlas refinement' }).first().waitFor();
    expect(await chosen(frame)).toBe('Everything');
    await showing(frame).selectOption('About 2027 scope');
    await expect.poll(() => rows(frame).count()).toBe(1);
    await frame.getByRole('button', { name: 'Export' }).click();
    await frame.getByRole('menuitem', { name: 'Copy' }).click();
    const text = await frame.getByLabel('The log as text').inputValue();
    expect(meetingsIn(text)).toEqual(['Priya/Marcus daily sync']);
  });

  test('is this meeting again where the person that was chosen is erased in another pane', LONG, async () => {
    const web = await bothWithDecision();
    const { page } = web;
    const frame = web.pane();
    await frame.getByRole('tab', { name: 'Log' }).click();
    await showing(frame).selectOption('With Dana Ortiz');
    await rows(frame).filter({ hasText: 'Atlas refinement' }).first().waitFor();

    const { other, close } = await secondPane(page);
    await other().getByRole('tab', { name: 'Log' }).click();
    await showing(other()).selectOption('With Dana Ortiz');
    await rows(other())
      .getByRole('button', { name: /^Tue 3 Nov/ })
      .click();
    await other().getByRole('button', { name: 'Dana Ortiz', exact: true }).first().click();
    await other().getByRole('button', { name: 'Erase Dana Ortiz from this log…' }).click();
    await other().getByRole('button', { name: 'Yes, erase Dana Ortiz' }).click();
    await other().getByText('Dana Ortiz was erased from this log.').waitFor();
    await close();

    await expect.poll(() => chosen(frame)).toBe('This meeting');
    expect(await frame.getByText(/Dana|Ortiz/).count()).toBe(0);
  });
});

import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import { button, keep, typeDecision } from '../ways';

const start = oneOutlook({ still: true });
/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };

const topics = (frame: Frame, name = 'Topics') => frame.getByRole('list', { name, exact: true });
const thread = (frame: Frame, name: string) => frame.getByRole('region', { name: `Thread of ${name}` });
const decisions = (frame: Frame) => frame.getByRole('tab', { name: /^Decisions/ }).click();

describe('A topic (10.1)', () => {
  test('opens from its name, is renamed, joined and closed, and each can be taken back', LONG, async () => {
    const web = await start();
    await keep(web);
    let frame = web.pane();
    await typeDecision(frame, 'Nothing that could be found again', { topic: '\u0301'.repeat(80) });
    await frame.getByText('Please give the topic a name that can be read.').waitFor();
    await frame.getByRole('combobox', { name: 'Topic' }).fill('Ordering');
    await button(frame, 'Save decision').click();
    await frame.getByText('D-001 is in the log.').waitFor();
    await frame.getByRole('button', { name: 'Close' }).first().click();
    await typeDecision(frame, 'Prices stay', { topic: 'Pricing' });
    await frame.getByText('D-002 is in the log.').waitFor();
    await frame.getByRole('button', { name: 'Close' }).first().click();
    await topics(frame).getByRole('listitem').filter({ hasText: 'Ordering 1 decision' }).waitFor();

    // From the line of a decision, and back to where it was.
    const opener = frame.getByRole('list', { name: 'Decisions', exact: true }).getByRole('button', {
      name: 'Ordering',
      exact: true,
    });
    await opener.click();
    await thread(frame, 'Ordering').getByRole('heading', { name: 'Ordering' }).waitFor();
    await button(frame, 'Back').click();
    await expect.poll(() => opener.evaluate((it) => it === document.activeElement)).toBe(true);

    await topics(frame).getByRole('button', { name: 'Ordering' }).click();
    let page = thread(frame, 'Ordering');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByRole('textbox', { name: 'New name' }).fill('PRÍCING');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await page.getByText('Another topic has almost the same name.').waitFor();
    await page.getByRole('textbox', { name: 'New name' }).fill('2027 ordering');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    page = thread(frame, '2027 ordering');
    await page.getByText(/^“Ordering” renamed to “2027 ordering” on /).waitFor();

    await page.getByRole('button', { name: 'Join with…' }).click();
    await page.getByRole('combobox', { name: 'Join with' }).selectOption('Pricing');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    page = thread(frame, 'Pricing');
    await page.getByText('Prices stay').waitFor();
    await page.getByText('Nothing that could be found again').waitFor();
    await page.getByRole('button', { name: /^Undo: .*joined/ }).click();
    page = thread(frame, '2027 ordering');
    await page.waitFor();
    await page.getByText('Prices stay').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByText(/^Closed on /).waitFor();

    // What was done to it stands over a reload, and in a second pane; it is suggested no more.
    await web.reopen({ open: 'nothing' });
    frame = web.pane();
    await decisions(frame);
    await frame.getByText('Closed (1)').click();
    await topics(frame, 'Closed topics').getByRole('button', { name: '2027 ordering' }).waitFor();
    await button(frame, 'Log decision').click();
    const suggested = frame.locator('.topic datalist option');
    await expect
      .poll(() => suggested.evaluateAll((all) => all.map((one) => one.getAttribute('value'))))
      .toEqual(['Pricing']);
    await topics(frame, 'Closed topics').getByRole('button', { name: '2027 ordering' }).click();
    await thread(frame, '2027 ordering')
      .getByRole('button', { name: /^Undo: Closed/ })
      .click();
    // What happened with it leads to what it rests on.
    page = thread(frame, '2027 ordering');
    await page.getByText('Print or copy').click();
    await page.getByRole('article', { name: 'Thread of 2027 ordering' }).waitFor();
    await page
      .getByRole('list', { name: 'What happened: 2027 ordering' })
      .getByRole('button', { name: /^D-001 decided/ })
      .click();
    await page.waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: /^D-001 Nothing/, expanded: true }).waitFor();
    await topics(frame).getByRole('button', { name: '2027 ordering' }).waitFor();
  });
});

import { mkdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { hearCopies } from '../clipboard';
import { type Outlook, openOutlook } from '../outlook';
import { kept, untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

const THEM = /marcus|hale/i;
/** Every export, before and after, and the pane loaded anew. */
const TIME_FOR_ALL = 120_000;

async function ready(here: Outlook): Promise<Frame> {
  const frame = await here.pane();
  await untilRead(frame);
  return frame;
}

async function download({ page }: Outlook, frame: Frame, item: string): Promise<Buffer> {
  await frame.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('menuitem', { name: item, exact: true }).click(),
  ]);
  return readFileSync(await file.path());
}

async function exports(here: Outlook, frame: Frame): Promise<Readonly<Record<string, string>>> {
  await frame.getByRole('tab', { name: 'Log' }).click();
  const csv = (await download(here, frame, 'CSV')).toString();
  const json = (await download(here, frame, 'JSON')).toString();
  const book = unzipSync(await download(here, frame, 'Excel'));
  const excel = Object.entries(book).map(([name, part]) => `${name}: ${strFromU8(part)}`);
  const copied = await hearCopies(frame);
  await frame.getByRole('button', { name: 'Export' }).click();
  await frame.getByRole('menuitem', { name: 'Copy' }).click();
  await frame.getByText('Copied', { exact: true }).waitFor();
  const copy = (await copied()) ?? '';
  await frame.getByRole('button', { name: 'Close', exact: true }).click();
  return { csv, json, excel: excel.join('\n'), copy };
}

const SHOTS = 'build/shots';
mkdirSync(SHOTS, { recursive: true });

describe('9 Somebody erased from the log', () => {
  test('is named nowhere any more: not in the browser, not in an export, not after an older file', {
    timeout: TIME_FOR_ALL,
  }, async () => {
    const here = await openOutlook({ ticking: false });
    outlook = here;
    const { page } = here;
    let frame = await ready(here);
    await frame.getByRole('tab', { name: 'Decisions' }).click();
    await frame.getByRole('button', { name: 'Log decision' }).click();
    const text = frame.getByRole('textbox', { name: 'Decision', exact: true });
    await text.fill('Marcus Hale draws the plan');
    await frame.getByLabel('Owner').selectOption('Marcus Hale');
    await frame.getByRole('button', { name: 'Save decision' }).click();
    await frame.getByText('Marcus Hale draws the plan').first().waitFor();
    await frame.getByRole('button', { name: 'Log another' }).click();
    await text.fill('Ask Marcus about');
    const before = await exports(here, frame);
    for (const file of Object.values(before)) expect(file).toMatch(THEM);
    expect(await kept(frame)).toMatch(/Ask Marcus about/);

    await frame.getByRole('tab', { name: 'Meeting' }).click();
    const strip = frame.getByRole('list', { name: 'Occurrences' });
    await strip
      .getByRole('button', { name: /^Fri 6 Nov/ })
      .first()
      .click();
    await frame.getByRole('button', { name: 'Marcus Hale', exact: true }).first().click();
    await frame.getByRole('button', { name: 'Erase Marcus Hale from this log…' }).click();
    const question = frame.getByRole('group', { name: 'Erase Marcus Hale' });
    await question.getByText(/Nobody else is in “Priya\/Marcus daily sync”, so its log ends/).waitFor();
    await question.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${SHOTS}/erase-person.png` });
    await question.getByLabel('In decisions, say instead').selectOption('manager');
    await question.getByRole('button', { name: 'Yes, erase Marcus Hale' }).click();
    await frame.getByText('Marcus Hale was erased from this log.').waitFor();
    await page.screenshot({ path: `${SHOTS}/erase-person-done.png` });

    await frame.getByRole('tab', { name: 'Decisions' }).click();
    await frame.getByText('manager draws the plan').first().waitFor();
    expect(await kept(frame)).not.toMatch(THEM);
    const after = await exports(here, frame);
    for (const file of Object.values(after)) expect(file).not.toMatch(THEM);
    expect(after.json).toContain('manager draws the plan');

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      frame.getByRole('button', { name: 'Import' }).click(),
    ]);
    const older = { name: 'log.json', mimeType: 'application/json', buffer: Buffer.from(before.json ?? '') };
    await chooser.setFiles(older);
    await frame.getByText(/stay out: they are about somebody who was erased here/).waitFor();
    expect(await frame.getByRole('button', { name: 'Import these' }).isDisabled()).toBe(true);
    await page.screenshot({ path: `${SHOTS}/erase-person-import.png` });

    await page.reload();
    frame = await ready(here);
    await frame.getByRole('tab', { name: 'Decisions' }).click();
    await frame.getByText('manager draws the plan').first().waitFor();
    expect(await kept(frame)).not.toMatch(THEM);
    expect(await frame.locator('body').innerText()).not.toMatch(THEM);
    expect(here.complaints).toEqual([]);
  });
});

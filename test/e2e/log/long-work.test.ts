import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { logJson } from '../../at-once';

import { histories, owner } from '../../bench/large-log';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

/** Forty series of seventy-five: nothing that is over before a bar can be seen. */
const OCCURRENCES = 3_000;
const FACTS = histories(OCCURRENCES).flatMap(({ facts }) => facts);
const FILE = {
  name: 'log.json',
  mimeType: 'application/json',
  buffer: Buffer.from(logJson({ facts: FACTS, owner, exportedAt: Date.UTC(2026, 10, 1), app: '1.0.0' })),
};

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

async function openLog({ pane }: Outlook): Promise<Frame> {
  const frame = await pane();
  await untilRead(frame);
  await frame.getByRole('tab', { name: 'Log' }).click();
  await frame.getByRole('table', { name: 'Attendance log' }).waitFor();
  return frame;
}

const choose = (frame: Frame) => frame.getByLabel('File to import').setInputFiles(FILE);
const exportAs = async (frame: Frame, item: string) => {
  await frame.getByRole('button', { name: 'Export' }).click();
  await frame.getByRole('menuitem', { name: item }).click();
};
const focused = (frame: Frame) => frame.evaluate(() => document.activeElement?.textContent?.trim());
/** The number in front of these words. */
const numberIn = (words: string | null) => Number(/[\d,]+/.exec(words ?? '')?.[0].replaceAll(',', ''));

describe('Long work in the log', () => {
  test('an import is followed and stopped by keyboard, and goes on with the same file after a reload', async () => {
    outlook = await openOutlook({ ticking: false });
    let frame = await openLog(outlook);
    await choose(frame);
    await frame.getByRole('button', { name: 'Import these' }).click();
    const bar = frame.getByRole('progressbar', { name: 'Importing' });
    await bar.waitFor();
    // The button that began it is gone: the keyboard is at the one that ends it.
    expect(await focused(frame)).toBe('Stop');
    await outlook.page.keyboard.press('Enter');
    const end = frame.getByRole('status').filter({ hasText: 'Import the same file again to go on.' });
    await end.waitFor();
    expect(await bar.count()).toBe(0);
    expect(await focused(frame)).toMatch(/^Stopped: /);
    const first = numberIn(await end.textContent());
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(FACTS.length);

    await outlook.page.reload();
    frame = await openLog(outlook);
    await choose(frame);
    await frame.getByText(`${FACTS.length - first} new, ${first} already here`).waitFor();
    await frame.getByRole('button', { name: 'Import these' }).click();
    await frame.getByText(`${FACTS.length - first} entries were added.`).waitFor();
    expect(outlook.complaints).toEqual([]);
  });

  test('an export that is stopped hands nothing over, and the next one has everything', async () => {
    outlook = await openOutlook({ ticking: false });
    let frame = await openLog(outlook);
    await choose(frame);
    await frame.getByRole('button', { name: 'Import these' }).click();
    await frame.getByText(`${FACTS.length} entries were added.`).waitFor();

    // To see all of it is long work, too, and ended as such; read after all, it is there.
    const showing = (words: string) => frame.getByRole('combobox', { name: 'Showing' }).selectOption(words);
    // On a fast machine it would be over before anybody could stop it.
    const speed = await outlook.page.context().newCDPSession(outlook.page);
    await speed.send('Emulation.setCPUThrottlingRate', { rate: 10 });
    await showing('Everything');
    await frame.getByRole('progressbar', { name: 'Reading' }).waitFor();
    await frame.getByRole('button', { name: 'Stop reading' }).press('Enter');
    await speed.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await frame.getByRole('status').filter({ hasText: 'Stopped: nothing is shown.' }).waitFor();
    expect(await frame.getByRole('table', { name: 'Attendance log' }).count()).toBe(0);
    await frame.getByRole('button', { name: 'Read it after all' }).press('Enter');
    await frame.locator(`tr[aria-rowindex="1"]`).waitFor();
    const table = frame.getByRole('table', { name: 'Attendance log' });
    expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(OCCURRENCES / 2);

    const files: string[] = [];
    outlook.page.on('download', (file) => files.push(file.suggestedFilename()));
    await exportAs(frame, 'Excel');
    const bar = frame.getByRole('progressbar', { name: 'Exporting' });
    await bar.waitFor();
    await frame.getByRole('button', { name: 'Stop exporting' }).press('Enter');
    await frame.getByRole('status').filter({ hasText: 'Stopped: nothing was exported.' }).waitFor();
    expect(await bar.count()).toBe(0);
    expect(await focused(frame)).toBe('Export');

    // While it is on its way the pane is closed: nothing of it is left either.
    await exportAs(frame, 'Excel');
    await bar.waitFor();
    await outlook.page.reload();
    frame = await openLog(outlook);
    expect(files).toEqual([]);

    await showing('Everything');
    const [file] = await Promise.all([outlook.page.waitForEvent('download'), exportAs(frame, 'CSV')]);
    await frame.getByText('was given to the browser to save').waitFor();
    const rows = readFileSync(await file.path(), 'utf8').split('\r\n');
    const imported = new Set(rows.flatMap((row) => /series \d+\D\d{4}-\d\d-\d\d/.exec(row) ?? []));
    expect(imported.size).toBe(OCCURRENCES);
    expect(outlook.complaints).toEqual([]);
  });

  test('checking and erasing somebody are ended halfway, and done when asked again', async () => {
    outlook = await openOutlook({ ticking: false });
    const frame = await openLog(outlook);
    const press = (name: string) => frame.getByRole('button', { name, exact: true }).click();
    const stop = (doing: string) => frame.getByRole('button', { name: `Stop ${doing}` }).press('Enter');
    const said = (words: string) => frame.getByRole('status').filter({ hasText: words }).waitFor();
    await choose(frame);
    await press('Import these');
    await frame.getByText(`${FACTS.length} entries were added.`).waitFor();
    await press('Settings');

    await press('Check the log');
    await stop('checking');
    await said('Stopped before everything was looked at');
    expect(await focused(frame)).toBe('Check the log');
    await press('Check the log');
    await said('Everything is there, just as it was kept.');

    await press('Close settings');

    const askErasing = async (pane: Frame) => {
      await pane.getByRole('tab', { name: 'Meeting' }).click();
      await pane
        .getByRole('button', { name: /^Fri 6 Nov/ })
        .first()
        .click();
      await pane.getByRole('button', { name: 'Marcus Hale', exact: true }).first().click();
      await pane.getByRole('button', { name: 'Erase Marcus Hale from this log…' }).click();
      await pane.getByRole('button', { name: 'Yes, erase Marcus Hale' }).click();
    };
    await askErasing(frame);
    await stop('erasing');
    await said('Stopped: nothing was erased.');
    await outlook.page.reload();
    const again = await outlook.pane();
    await untilRead(again);
    await askErasing(again);
    await again.getByText('Marcus Hale was erased from this log.').waitFor();
    expect(outlook.complaints).toEqual([]);
  });
});

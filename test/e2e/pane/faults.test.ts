import { mkdirSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import { button, untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

const SHOTS = 'build/shots';
mkdirSync(SHOTS, { recursive: true });

async function start(): Promise<{ here: Outlook; frame: Frame }> {
  const here = await openOutlook({ ticking: false });
  outlook = here;
  return { here, frame: await read(here) };
}

async function read(here: Outlook): Promise<Frame> {
  const frame = await here.pane();
  await untilRead(frame);
  return frame;
}

describe('The log, where something happens to it', () => {
  test('is let go of for a newer version, which is said with the one thing that helps', async () => {
    const { frame } = await start();
    await frame.evaluate(async () => {
      for (const { name = '', version = 1 } of await indexedDB.databases()) {
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name, version + 1);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => reject(request.error);
          request.onblocked = () => reject(new Error('The pane does not let go'));
        });
      }
    });
    await frame.getByText('A newer version has opened this log. Reload the pane.').waitFor();
    await button(frame, 'Reload').waitFor();
  });

  test('says what is missing after damage, and works with the rest; how long rows are kept is chosen for good', async () => {
    const { here, ...first } = await start();
    let { frame } = first;
    await button(frame, 'Settings').click();
    await button(frame, 'Check the log').click();
    await frame.getByText('Everything is there, just as it was kept.').waitFor();
    await frame.evaluate(async () => {
      const wait = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await wait(indexedDB.open(name));
        const shelf = db.transaction('occurrences', 'readwrite').objectStore('occurrences');
        const pages = await wait(shelf.getAll());
        const ours = pages.filter((page) => JSON.stringify(page.facts).includes('Priya/Marcus daily sync'));
        const day = ours.find(({ date }) => date === '2026-11-12');
        await wait(shelf.put({ ...day, facts: 'damaged' }));
        db.close();
      }
    });
    await here.page.reload();
    frame = await read(here);
    await frame.getByText(/^Part of what this log kept of Thu 12 Nov is damaged on this machine/).waitFor();
    await here.page.screenshot({ path: `${SHOTS}/damaged.png` });
    await button(frame, 'Repair').click();
    await frame.getByText(/What could be restored is restored/).waitFor();
    expect(await button(frame, 'Repair').count()).toBe(0);
    await button(frame, 'Settings').click();
    await button(frame, 'Check the log').click();
    await frame.getByText('Everything is there, just as it was kept.').waitFor();
    const kept = frame.getByLabel('Keep rows about people for');
    await kept.selectOption('90 days');
    await button(frame, 'Yes, keep 90 days').scrollIntoViewIfNeeded();
    await here.page.screenshot({ path: `${SHOTS}/kept-for.png` });
    await button(frame, 'Yes, keep 90 days').click();
    await button(frame, 'Yes, keep 90 days').waitFor({ state: 'detached' });
    await here.page.reload();
    const again = await here.pane();
    await button(again, 'Settings').click();
    await expect.poll(() => again.getByLabel('Keep rows about people for').inputValue()).toBe('90');
  });
});

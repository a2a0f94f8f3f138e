import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { OutlookWeb, OutlookWebOptions } from './outlook-web';

/** Ways through the pane that many tests go. */

type Pane = Frame | Page;

/** Who the daily sync is with. */
export const MARCUS = 'Marcus Hale';

export const button = (within: Pane | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });

/** The calendar was read: nothing more comes by itself. */
export const untilRead = (pane: Pane): Promise<void> =>
  pane
    .getByText(/^Read (?!the mail)/)
    .first()
    .waitFor();

export const toView = (pane: Pane, view: 'Now' | 'Trend'): Promise<void> =>
  pane.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: view, exact: true }).check();

/** Looks at the trend, and comes back. */
export async function inTrend<Found>(pane: Pane, look: () => Promise<Found>): Promise<Found> {
  await toView(pane, 'Trend');
  const found = await look();
  await toView(pane, 'Now');
  return found;
}

/** One of the ways to change what the record says of the occurrence in hand. */
export async function change(
  pane: Pane,
  how: 'Adjust' | 'Correct' | 'Dispute' | 'Add a note' | 'Add report',
): Promise<void> {
  await pane.getByRole('button', { name: 'Change', exact: true }).click();
  await pane.getByRole('menuitem', { name: how, exact: true }).click();
}

export const DAILY = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;
export const ATLAS = { open: 'appointment', title: 'Atlas refinement', date: '2026-11-17' } as const;

/** Keeps a log of the open meeting, and waits until it was read. */
export async function keep(web: OutlookWeb): Promise<void> {
  await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
  await untilRead(web.pane());
}

/** Logs of two meetings are kept; the daily sync is open. */
export async function keepBoth(
  start: (options?: OutlookWebOptions) => Promise<OutlookWeb>,
): Promise<OutlookWeb> {
  const web = await start({ item: ATLAS });
  await keep(web);
  await web.reopen(DAILY);
  await keep(web);
  return web;
}

/** The page of a person, which lies over the screen. */
export const pageOf = (pane: Pane, name = MARCUS): Locator => pane.getByRole('region', { name, exact: true });

/** By the meeting of that day, and on to the page of one who was invited to it. */
export async function toPerson(pane: Pane, name = MARCUS, day = /^Thu 19 Nov/): Promise<void> {
  await pane.getByRole('tab', { name: 'Meeting' }).click();
  await button(pane.getByRole('list', { name: 'Occurrences' }), day)
    .first()
    .click();
  await button(pane, name).first().click();
  await pageOf(pane, name).waitFor();
}

interface DecisionTyped {
  readonly owner?: string;
  readonly topic?: string;
}

/** A decision, as far as it is saved; whether the log takes it is for whoever asks. */
export async function typeDecision(pane: Pane, text: string, { owner, topic }: DecisionTyped): Promise<void> {
  await pane.getByRole('tab', { name: /^Decisions/ }).click();
  await button(pane, 'Log decision').click();
  await pane.getByRole('textbox', { name: 'Decision', exact: true }).fill(text);
  if (owner !== undefined) await pane.getByLabel('Owner').selectOption(owner);
  if (topic !== undefined) await pane.getByRole('combobox', { name: 'Topic' }).fill(topic);
  await button(pane, 'Save decision').click();
}

export async function decide(pane: Pane, text: string, typed: DecisionTyped = {}): Promise<void> {
  await typeDecision(pane, text, typed);
  await pane.getByText(/is in the log/).waitFor();
}

/** The pane once more in the same browser, as another window of Outlook has it. */
export async function secondPane(
  first: Page,
): Promise<{ readonly other: () => Frame; readonly close: () => Promise<void> }> {
  const second = await first.context().newPage();
  await second.goto(first.url());
  const other = () => second.frames().find((one) => one.url().includes('taskpane.html')) as Frame;
  await expect.poll(() => other() !== undefined).toBe(true);
  const close = async () => {
    await second.goto('about:blank');
    await second.close();
  };
  return { other, close };
}

/** Everything this browser keeps for the pane, as it lies there. */
export const kept = (frame: Pane): Promise<string> =>
  frame.evaluate(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const dump: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await wait(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const shelf = db.transaction(store).objectStore(store);
        dump.push(name, store, await wait(shelf.getAllKeys()));
        dump.push(await wait(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
    }
    return JSON.stringify([dump, { ...localStorage }, { ...sessionStorage }, await caches.keys()]);
  });

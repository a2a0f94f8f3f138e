import type { Frame, Page } from 'playwright-core';
import type { OutlookWeb, OutlookWebOptions } from './outlook-web';

/** Ways through the pane that many tests go. */

type Pane = Frame | Page;

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
  await web
    .pane()
    .getByText(/^Read (?!the mail)/)
    .waitFor();
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

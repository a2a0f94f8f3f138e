import type { Frame, Page } from 'playwright-core';

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

import { expect, test } from 'vitest';
import { at } from '../../simulator/time';
import { generatedWorld } from '../../simulator/worlds/generated';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';

const world = generatedWorld({ seed: 18, series: 2, years: 1.2, people: 3, from: '2025-10-20' });
const NOW = at('2026-11-12 12:00', 'Europe/London');

const ITEM = { open: 'appointment', title: 'Series 1', date: '2026-11-10' } as const;

const start = oneOutlook();

const tiles = ({ pane }: OutlookWeb) =>
  pane().getByRole('list', { name: 'Occurrences' }).getByRole('listitem').count();

test('A log reaches further back when somebody wants it, stops when told to, and goes on after a reload', async () => {
  const web = await start({ world, now: NOW, item: ITEM });
  // First of all, what is kept, where, and for how long.
  const kept = await web
    .pane()
    .getByText(/^Loopkeeper keeps/)
    .innerText();
  expect(kept.split(/(?<=\.)\s/)).toEqual([
    expect.stringMatching(
      /when it took place.*who was there, what was decided, asked and promised, who was told/,
    ),
    'The log is in this browser on this machine, and leaves it only in what you send and export.',
    'After 180 days, rows about people become monthly counts, and settled questions and promises are deleted.',
    'Decisions stay until you erase them.',
  ]);
  await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await web.pane().getByText('The calendar was read back to').waitFor();
  const before = await tiles(web);

  const release = web.holdGraph();
  await web.pane().getByRole('button', { name: 'Reach further back' }).click();
  await web.pane().getByRole('button', { name: 'Stop', exact: true }).click();
  await web.pane().getByRole('button', { name: 'Reach further back' }).waitFor();
  release();

  await web.reopen(ITEM);
  await web.pane().getByRole('button', { name: 'Reach further back' }).click();
  await web.pane().getByText('The calendar was read back to Wed 12 Nov 2025').waitFor();
  expect(await tiles(web)).toBeGreaterThan(before);
});

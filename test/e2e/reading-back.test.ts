import { afterEach, expect, test } from 'vitest';
import { at } from '../simulator/time';
import { generatedWorld } from '../simulator/worlds/generated';
import { type OutlookWeb, openOutlookWeb } from './outlook-web';

const world = generatedWorld({ seed: 18, series: 2, years: 1.2, people: 3, from: '2025-10-20' });
const NOW = at('2026-11-12 12:00', 'Europe/London');

let outlook: OutlookWeb | undefined;
afterEach(async () => {
  const { complaints = [], strangers = [], missing = [] } = outlook ?? {};
  await outlook?.close();
  outlook = undefined;
  expect({ complaints, strangers, missing }).toEqual({ complaints: [], strangers: [], missing: [] });
});

const ITEM = { open: 'appointment', title: 'Series 1', date: '2026-11-10' } as const;

async function start(): Promise<OutlookWeb> {
  outlook = await openOutlookWeb({ world, now: NOW, item: ITEM });
  return outlook;
}

const tiles = ({ pane }: OutlookWeb) =>
  pane().getByRole('list', { name: 'Occurrences' }).getByRole('listitem').count();

test('A log reaches further back when somebody wants it, stops when told to, and goes on after a reload', async () => {
  const web = await start();
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

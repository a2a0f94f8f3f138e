import { afterEach, describe, expect, test } from 'vitest';
import { editing } from '../mail/mail-as-read';
import { type OutlookWeb, openOutlookWeb } from '../outlook-web';

let outlook: OutlookWeb | undefined;
afterEach(async () => {
  const { complaints = [], strangers = [], missing = [] } = outlook ?? {};
  await outlook?.close();
  outlook = undefined;
  expect({ complaints, strangers, missing }).toEqual({ complaints: [], strangers: [], missing: [] });
});

const friday = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;
const monday = { ...friday, date: '2026-11-23' };
const atlas = { open: 'appointment', title: 'Atlas refinement', date: '2026-11-17' } as const;
const WITHOUT = { name: 'Keep a log without the calendar' };

describe('Where Graph cannot be asked', () => {
  test('a log is kept by hand, over reloads, and is one with the calendar’s when that can be read', async () => {
    const web = await openOutlookWeb({ item: friday, profile: 'ltsc2021' });
    outlook = web;
    const pane = () => web.pane();
    const strip = () => pane().getByRole('list', { name: 'Occurrences' });
    const current = () => strip().locator('[aria-current]');

    await pane().getByText('Please sign in').waitFor();
    await pane().getByRole('button', WITHOUT).click();
    await pane().getByText('Kept without the calendar').waitFor();
    await pane()
      .getByRole('group', { name: 'What happened?' })
      .getByRole('button', { name: 'We met' })
      .click();
    await pane().getByRole('button', { name: 'Log decision' }).click();
    await pane().getByLabel('Decision', { exact: true }).fill('Ship on Thursday');
    await pane().getByRole('button', { name: 'Save decision' }).click();
    await pane().getByText('D-001').first().waitFor();
    const known = await strip().getByRole('listitem').count();

    await web.reopen(friday);
    await expect.poll(() => current().textContent()).toContain('20 Nov');
    await pane().getByRole('tab', { name: 'Decisions' }).click();
    await pane().getByText('D-001').first().waitFor();
    await pane().getByRole('tab', { name: 'Meeting' }).click();
    await expect.poll(() => strip().getByRole('listitem').count()).toBe(known);
    expect(web.graph.requests).toEqual([]);

    await web.reopen(monday);
    await pane().getByText('Kept without the calendar').waitFor();
    await strip().getByText('23 Nov').first().waitFor();

    // A meeting of one's own says all of it piece by piece.
    await web.reopen(atlas);
    await pane().getByRole('button', WITHOUT).click();
    await pane().getByText('Dana Ortiz').first().waitFor();
    await pane().getByText('You organize').waitFor();
    await pane()
      .getByRole('group', { name: 'What happened?' })
      .getByRole('button', { name: 'We met' })
      .click();
    await pane().getByText('Noted').first().waitFor();
    await pane().getByRole('button', { name: 'Write a recap' }).click();
    await pane().getByRole('checkbox', { name: 'Dana Ortiz' }).check();
    const recap = pane().getByRole('region', { name: 'Recap' });
    await (await editing(recap)).fill('What I wanted to say');
    expect(await web.host(({ busiest }) => busiest)).toBeLessThanOrEqual(3);

    await web.reopen(friday);
    const opened = web.page.context().waitForEvent('page');
    await pane().getByRole('button', { name: 'Sign in' }).click();
    await (await opened).getByRole('button', { name: 'Accept' }).click();
    await pane().getByText('Kept without the calendar').waitFor({ state: 'detached' });
    await strip().getByText('Fri 20 Nov, met').waitFor();
    await strip().getByText('Wed 18 Nov, cancelled').waitFor();
    await pane().getByRole('tab', { name: 'Decisions' }).click();
    await pane().getByText('D-001').first().waitFor();
    await web.reopen(atlas);
    await strip().getByText('Tue 17 Nov, met').click();
    await pane().getByRole('button', { name: 'Why?' }).click();
    await pane().getByText('You noted: we met').waitFor();
    await pane().getByRole('button', { name: 'Write a recap' }).click();
    await pane().getByRole('checkbox', { name: 'Dana Ortiz' }).check();
    const message = await editing(pane().getByRole('region', { name: 'Recap' }));
    await expect.poll(() => message.inputValue()).toBe('What I wanted to say');
    expect(await pane().getByText('Kept without the calendar').count()).toBe(0);
  });
});

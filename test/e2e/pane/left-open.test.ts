import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { at } from '../../simulator/time';
import { type Outlook, openOutlook } from '../outlook';
import { change, toView, untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

async function openAt(when: string): Promise<{ here: Outlook; frame: Frame }> {
  outlook = await openOutlook({ ticking: false, start: at(when, 'Europe/London') });
  const frame = await outlook.pane();
  await untilRead(frame);
  return { here: outlook, frame };
}

/** The page's clock, put forward as if the pane had been left open until then. */
const clockAt = (when: string) => `window.Date = new Proxy(Date, {
  get: (real, name) => (name === 'now' ? () => ${at(when, 'Europe/London')} : Reflect.get(real, name)) })`;

const sync = (frame: Frame, date: string) =>
  frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) });

describe('A pane that is left open', () => {
  test('asks what happened once the meeting has begun, without a reload, and leaves what is being typed', async () => {
    const { here, frame } = await openAt('2026-11-20 15:20');
    // Of Thursday nobody said anything: it is the one in hand.
    const card = frame.locator('section.chosen');
    await expect.poll(() => card.innerText()).toContain('Yesterday, Thu 19 Nov');
    await change(frame, 'Add a note');
    await frame.getByRole('textbox', { name: 'Reason' }).fill('Half a th');
    await expect.poll(() => sync(frame, 'Fri 20 Nov').innerText()).toContain('upcoming at 15:30');
    await frame.evaluate(`${clockAt('2026-11-20 15:41')}; window.dispatchEvent(new Event('focus'))`);
    await expect.poll(() => sync(frame, 'Fri 20 Nov').innerText()).toContain('on now');
    expect(await frame.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Half a th');
    await sync(frame, 'Fri 20 Nov').click();
    await expect.poll(() => card.innerText()).toContain('Today, Fri 20 Nov');
    const asked = frame.getByRole('group', { name: 'What happened?' });
    await asked.getByRole('button', { name: 'Nobody joined' }).click();
    await expect.poll(() => sync(frame, 'Fri 20 Nov').innerText()).toContain('nobody joined');
    expect(here.complaints).toEqual([]);
  });

  test('keeps what is being typed about a meeting while somebody looks at its trend', async () => {
    const { here, frame } = await openAt('2026-11-20 15:40');
    await change(frame, 'Add a note');
    await frame.getByRole('textbox', { name: 'Reason' }).fill('Half a th');
    await toView(frame, 'Trend');
    await frame.getByRole('figure', { name: 'Attendance trend' }).waitFor();
    expect(await frame.getByRole('textbox', { name: 'Reason' }).count()).toBe(0);
    await toView(frame, 'Now');
    expect(await frame.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Half a th');
    expect(here.complaints).toEqual([]);
  });

  test('keeps the decision that is being written, and the meeting it comes from, when the next one begins', async () => {
    const { here, frame } = await openAt('2026-11-20 15:20');
    await sync(frame, 'Fri 20 Nov').waitFor();
    await frame.getByRole('tab', { name: 'Decisions' }).click();
    await frame.getByRole('button', { name: 'Log decision' }).click();
    await frame.getByRole('textbox', { name: 'Decision', exact: true }).fill('Ship in two steps');
    await frame.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Priya Nair' });
    await frame.evaluate(`${clockAt('2026-11-20 15:41')}; window.dispatchEvent(new Event('focus'))`);
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await expect.poll(() => sync(frame, 'Fri 20 Nov').innerText()).toContain('on now');
    await frame.getByRole('tab', { name: 'Decisions' }).click();
    await frame.getByRole('button', { name: 'Save decision' }).click();
    await frame.getByText(/D-014 is in the log/).waitFor();
    await frame.getByRole('button', { name: /Ship in two steps/ }).click();
    await frame.getByRole('definition').getByText('Thu 19 Nov').waitFor();
    expect(here.complaints).toEqual([]);
  });
});

describe('Working time', () => {
  test('stands beside the clock, and decides where the owner chooses it; after a reload, too', async () => {
    const { here, frame: first } = await openAt('2026-11-20 15:40');
    let frame = first;
    // Cancelled on Tue 27 Oct at 15:00: three days, of which 24 hours are working hours.
    const friday = () => sync(frame, 'Fri 30 Oct');
    const line = () => frame.getByText(/^Notice by the clock/);
    await friday().click();
    await frame.getByRole('button', { name: 'Why?' }).click();
    await line().waitFor();
    expect(await line().innerText()).toBe(
      'Notice by the clock: 72 h, 24 h in your working time. The clock counts here.',
    );
    await frame.getByRole('button', { name: 'Settings', exact: true }).click();
    await frame.getByText(/You work Mon–Fri 09:00–17:00/).waitFor();
    await frame.getByRole('combobox', { name: 'Late means' }).selectOption({ label: 'Under 48 h' });
    await frame.getByRole('switch', { name: 'Count my working time only' }).check();
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await toView(frame, 'Trend');
    const numbers = () => frame.getByRole('list', { name: 'Numbers' }).innerText();
    await expect.poll(async () => (await numbers()).replace(/\s+/g, ' ')).toMatch(/Notice given 0 of 7/);
    await here.page.reload();
    frame = await here.pane();
    await friday().click();
    await frame.getByRole('button', { name: 'Why?' }).click();
    await expect.poll(() => line().innerText()).toContain('Working time counts here.');
    await frame.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect
      .poll(() => frame.getByRole('switch', { name: 'Count my working time only' }).isChecked())
      .toBe(true);
    expect(here.complaints).toEqual([]);
  });
});

describe('The week in which clocks differ', () => {
  test('says at what hour the sync is for the other one', async () => {
    const { frame } = await openAt('2026-10-26 14:00');
    await frame.getByText('This week the sync is at 11:00 for Marcus.').waitFor();
  });
});

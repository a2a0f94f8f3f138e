import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { meeting, required } from '../../simulator/telling';
import type { World } from '../../simulator/world';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { oneOutlook } from '../one-outlook';
import { button, MARCUS, untilRead } from '../ways';

const start = oneOutlook({ still: true });
/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };

const ONCE = { open: 'appointment', title: '2027 ordering', date: '2026-11-20' } as const;
const tab = (frame: Frame, name: string | RegExp) => frame.getByRole('tab', { name });
const box = (frame: Frame, name: string) => frame.getByRole('textbox', { name, exact: true });
const madeIn = (frame: Frame) => frame.getByRole('combobox', { name: 'Made in' });
const decided = (frame: Frame) => frame.getByRole('list', { name: 'Decisions' }).getByRole('listitem');

async function writeDown(frame: Frame, text: string, who: string) {
  await tab(frame, /^Today/).click();
  await button(frame, 'Log decision').click();
  await box(frame, 'Decision').fill(text);
  await madeIn(frame).selectOption({ label: 'Not in a meeting' });
  const somebody = frame.getByRole('combobox', { name: 'Somebody else: Who should hear' });
  await somebody.fill(who);
  await somebody.press('Enter');
}

describe('A decision made in no meeting (10.2)', () => {
  test(
    'is written down beside whatever is open, names anybody by their address, and is owed to them',
    LONG,
    async () => {
      const web = await start();
      let frame = web.pane();
      await button(frame, 'Keep a log of this meeting').click();
      await untilRead(frame);
      await writeDown(frame, 'Extend the shared catalogue', 'nina@');
      await frame.getByText('Nobody here is called that.').waitFor();
      // What was typed wrongly is mended, and nothing else is lost.
      const somebody = frame.getByRole('combobox', { name: 'Somebody else: Who should hear' });
      await somebody.fill(MARCUS);
      await somebody.press('Enter');
      expect(await frame.getByRole('checkbox', { name: MARCUS }).first().isChecked()).toBe(true);
      await somebody.fill('nina@vendor.example');
      await button(frame, 'Add: Who should hear').click();
      expect(await frame.getByRole('checkbox', { name: 'nina@vendor.example' }).isChecked()).toBe(true);
      await button(frame, 'Save decision').click();
      await frame.getByText('D-001 is in the log.').waitFor();
      await frame.getByRole('button', { name: 'Close' }).first().click();
      await decided(frame).filter({ hasText: 'Extend the shared catalogue' }).waitFor();

      // Of nobody it is said that they were absent; whoever is named is owed it, and over a reload.
      for (const again of [false, true]) {
        if (again) await web.reopen({ open: 'nothing' });
        frame = web.pane();
        await tab(frame, /^Today/).click();
        await frame
          .getByRole('list', { name: 'Open loops' })
          .getByText('Marcus was not told yet: D-001', { exact: true })
          .waitFor();
      }
    },
  );
});

/** On Fri 20 Nov from 10:00 to 11:00, with Atlas and Billing. */
const once = meeting({
  id: 'once',
  subject: ONCE.title,
  organizer: 'priya',
  invitees: [required('marcus'), required('dana')],
  zone: 'Europe/London',
  firstDate: ONCE.date,
  time: '10:00',
  minutes: 60,
  createdAt: '2026-11-16 09:00',
});

function withOnce(): World {
  const month = sampleMonth();
  return { ...month, meetings: [...month.meetings, once] };
}

describe('A meeting that takes place once (10.3)', () => {
  test('is kept by one tap, is judged like any other, and adds up to nothing', LONG, async () => {
    const web = await start({ world: withOnce(), item: ONCE });
    let frame = web.pane();
    await tab(frame, 'Meeting').click();
    await frame.getByText('This meeting takes place once.').waitFor();
    await button(frame, 'Keep this meeting').click();
    await frame.getByRole('heading', { name: ONCE.title }).waitFor();
    await frame.getByText('Once, Fri 20 Nov 2026 10:00–11:00').waitFor();
    const days = frame.getByRole('list', { name: 'Occurrences' }).getByRole('listitem');
    await days.first().waitFor();
    expect(await days.count()).toBe(1);
    expect(await frame.getByRole('radiogroup', { name: 'View' }).count()).toBe(0);
    const asked = frame.getByRole('group', { name: 'What happened?' });
    await asked.getByRole('button', { name: 'We met' }).click();
    await frame
      .getByText(/^Noted /)
      .first()
      .waitFor();

    await button(frame, 'Log decision').click();
    expect(await madeIn(frame).locator('option:checked').textContent()).toBe(
      `Fri 20 Nov 10:00, ${ONCE.title}`,
    );
    await box(frame, 'Decision').fill('2027 ordering on the shared catalogue');
    await button(frame, 'Save decision').click();
    await frame.getByText('D-001 is in the log.').waitFor();

    await frame.getByRole('button', { name: 'Close' }).first().click();

    // What it is about is said once, and stands in the thread of that topic with the meeting itself (10.1, 10.6).
    await button(frame, 'Give it a topic').click();
    await frame.getByRole('combobox', { name: 'Topic' }).fill('\u0301'.repeat(3));
    await button(frame, 'Save topic').click();
    await frame.getByText('Please give it a name that can be read.').waitFor();
    await frame.getByRole('combobox', { name: 'Topic' }).fill('2027 scope');
    await button(frame, 'Save topic').click();
    await frame.getByText('Topic: 2027 scope').waitFor();

    await web.reopen(ONCE);
    frame = web.pane();
    await frame.getByText('Once, Fri 20 Nov 2026 10:00–11:00').waitFor();
    await tab(frame, 'Decisions').click();
    // It was decided when the meeting began (10.2).
    await decided(frame).filter({ hasText: '2027 ordering on the shared catalogue' }).waitFor();
    await frame.getByRole('list', { name: 'Topics' }).getByText('1 meeting').waitFor();
    await frame.getByRole('list', { name: 'Topics' }).getByRole('button', { name: '2027 scope' }).click();
    await frame.getByText('2027 ordering: met').waitFor();
    await frame.getByRole('button', { name: /^Back/ }).click();
    await tab(frame, 'Log').click();
    const row = frame.getByRole('table', { name: 'Attendance log' }).getByRole('row');
    await row.filter({ hasText: '20 Nov' }).waitFor();
  });

  test('with nobody else in it is nothing to keep', LONG, async () => {
    const alone = { ...once, invitees: [] };
    const month = sampleMonth();
    const web = await start({ world: { ...month, meetings: [...month.meetings, alone] }, item: ONCE });
    const frame = web.pane();
    await tab(frame, 'Meeting').click();
    await frame.getByText('Nobody else is in it.').waitFor();
    expect(await button(frame, 'Keep this meeting').count()).toBe(0);
  });
});

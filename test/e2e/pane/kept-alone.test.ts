import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import { button, DAILY, untilRead } from '../ways';

const start = oneOutlook();
/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };

const THE_DAY_BEFORE = { ...DAILY, date: '2026-11-19' } as const;
const occurrences = (frame: Frame) => frame.getByRole('list', { name: 'Occurrences' }).getByRole('listitem');
const decided = (frame: Frame) =>
  frame.getByRole('list', { name: 'Decisions' }).getByRole('listitem').filter({ hasText: 'Ship on Monday' });

test(
  '10.3 one occurrence of a series that is not kept is kept by itself; all of it later, and nothing is lost or there twice',
  LONG,
  async () => {
    const web = await start({ item: THE_DAY_BEFORE });
    let frame = web.pane();
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await button(frame, 'Keep this meeting').click();
    await frame.getByText('Only Thu 19 Nov 2026 15:30–16:00').waitFor();
    await untilRead(frame);
    expect(await occurrences(frame).count()).toBe(1);
    expect(await frame.getByRole('radiogroup', { name: 'View' }).count()).toBe(0);
    await frame.getByText('Of its series only this one is kept.').waitFor();
    await frame
      .getByRole('group', { name: 'What happened?' })
      .getByRole('button', { name: 'We met', exact: true })
      .click();
    await button(frame, 'Log decision').click();
    await frame.getByRole('textbox', { name: 'Decision', exact: true }).fill('Ship on Monday');
    await button(frame, 'Save decision').click();
    await frame.getByText('D-001 is in the log.').waitFor();

    // Beside another one of the series nothing is kept, and nothing of the first stands there.
    await web.reopen(DAILY);
    frame = web.pane();
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await button(frame, 'Keep a log of this meeting').waitFor();
    await button(frame, 'Keep this meeting').waitFor();
    expect(await occurrences(frame).count()).toBe(0);

    // Beside the first it is there over a reload; then all of the series is kept.
    await web.reopen(THE_DAY_BEFORE);
    frame = web.pane();
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await frame.getByText('Only Thu 19 Nov 2026 15:30–16:00').waitFor();
    await untilRead(frame);
    expect(await occurrences(frame).count()).toBe(1);
    await button(frame, 'Keep a log of this meeting').click();
    await frame.getByRole('radiogroup', { name: 'View' }).waitFor();
    await untilRead(frame);
    await expect.poll(() => occurrences(frame).count()).toBeGreaterThan(10);
    expect(await occurrences(frame).filter({ hasText: 'Thu 19 Nov' }).count()).toBe(1);
    await frame.getByRole('tab', { name: /^Decisions/ }).click();
    await decided(frame).waitFor();
    expect(await decided(frame).count()).toBe(1);
  },
);

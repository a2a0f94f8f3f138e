import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Outlook, sharedOutlook } from '../outlook';
import { inTrend, untilRead } from '../ways';

/** What a test changes in the rules it changes back. */
const shared = sharedOutlook();

async function start(): Promise<{ here: Outlook; frame: Frame }> {
  const here = shared();
  return { here, frame: await here.pane() };
}

const inSettings = async (frame: Frame, does: () => Promise<unknown>) => {
  await frame.getByRole('button', { name: 'Settings', exact: true }).click();
  await does();
  await frame.getByRole('tab', { name: 'Meeting' }).click();
};

const numbers = (frame: Frame): Promise<string> =>
  inTrend(frame, async () =>
    (await frame.getByRole('list', { name: 'Numbers' }).innerText()).replace(/\s+/g, ' '),
  );

const spin = (frame: Frame, name: string) => frame.getByRole('spinbutton', { name });
const type = async (frame: Frame, name: string, value: string) => {
  await spin(frame, name).fill(value);
  await spin(frame, name).press('Enter');
};
const choose = (frame: Frame, name: string, label: string) =>
  frame.getByRole('combobox', { name, exact: true }).selectOption({ label });

const chosen = (frame: Frame, name: string) =>
  frame
    .getByRole('combobox', { name, exact: true })
    .evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text);

const occurrence = (frame: Frame, date: string) =>
  frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) });

describe('The rules of a series', () => {
  test('change the numbers at once and back again, and survive a reload', async () => {
    const { here, frame: first } = await start();
    let frame = first;
    const before = await numbers(frame);
    expect(before).toMatch(/^Went ahead 7 of 14 .* There when it started 7 of 10 /);

    await inSettings(frame, () => choose(frame, 'Marcus Hale is', 'Not needed'));
    await expect.poll(() => numbers(frame)).toMatch(/^Went ahead 7 of 11 There when it started 7 of 7 /);
    await here.page.reload();
    frame = await here.pane();
    await expect.poll(() => numbers(frame)).toMatch(/^Went ahead 7 of 11 There when it started 7 of 7 /);
    await inSettings(frame, async () => {
      await expect.poll(() => chosen(frame, 'Marcus Hale is')).toBe('Not needed');
      await choose(frame, 'Marcus Hale is', 'As invited');
    });
    await expect.poll(() => numbers(frame)).toBe(before);

    await inSettings(frame, () => choose(frame, 'Late means', 'Under 1 h'));
    await expect.poll(() => numbers(frame)).not.toBe(before);
    await inSettings(frame, () => choose(frame, 'Late means', 'Same day or under 12 h'));
    await expect.poll(() => numbers(frame)).toBe(before);
    expect(here.complaints).toEqual([]);
  });

  test('say from which share on it was a meeting, and keep what was noted', async () => {
    const { here, frame: first } = await start();
    let frame = first;
    const tile = () => occurrence(frame, 'Wed 28 Oct').innerText();
    const before = await tile();
    expect(before).toContain('10 min');

    await inSettings(frame, () => type(frame, 'Counts as there from', '30'));
    await expect.poll(tile).not.toContain('10 min\n');
    await expect.poll(tile).not.toBe(before);
    const whole = await tile();
    await here.page.reload();
    frame = await here.pane();
    await expect.poll(tile).toBe(whole);
    await inSettings(frame, async () => {
      await expect.poll(() => spin(frame, 'Counts as there from').inputValue()).toBe('30');
      await type(frame, 'Counts as there from', '50');
    });
    await expect.poll(tile).toBe(before);
  });

  test('leave a person out of the record, and take them in again', async () => {
    const { here, frame: first } = await start();
    await here.open(/^Atlas refinement, Tue 17 Nov/);
    const frame = await here.pane();
    await untilRead(frame);
    const before = await numbers(frame);
    await frame.getByRole('button', { name: 'Settings', exact: true }).click();
    const standing = frame.getByRole('combobox', { name: / is$/ });
    await standing.first().waitFor();
    const people = await standing.count();
    expect(people).toBeGreaterThan(1);
    for (const label of ['Left out', 'As invited']) {
      await standing.first().selectOption({ label });
      await expect
        .poll(() => standing.first().evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text))
        .toBe(label);
      expect(await standing.count()).toBe(people);
    }
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await expect.poll(() => numbers(frame)).toBe(before);
    expect(first).not.toBe(frame);
  });

  test('refuse what is no share and no grace, beside its field, and keep what was', async () => {
    const { frame } = await start();
    await frame.getByRole('button', { name: 'Settings', exact: true }).click();
    for (const [name, wrong, right] of [
      ['On time until', '90', '10'],
      ['Counts as there from', '0', '75'],
    ] as const) {
      await type(frame, name, wrong);
      await frame.getByRole('alert').filter({ hasText: 'Please give' }).waitFor();
      expect(await spin(frame, name).getAttribute('aria-invalid')).toBe('true');
      await type(frame, name, right);
      await frame.getByRole('alert').filter({ hasText: 'Please give' }).waitFor({ state: 'detached' });
      expect(await spin(frame, name).inputValue()).toBe(right);
    }
  });
});

import { afterEach, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import { toView, untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

test('Time away marked by hand is judged at once, survives a reload, and can be taken back', async () => {
  outlook = await openOutlook({ ticking: false });
  let frame = await outlook.pane();
  await untilRead(frame);
  const thursday = () =>
    frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: /^Thu 19 Nov,/ });
  const timeAway = () => frame.locator('summary', { hasText: 'Time away' });
  await expect.poll(() => thursday().innerText()).toContain('not recorded');

  await toView(frame, 'Trend');
  await timeAway().click();
  const form = () => frame.getByRole('form', { name: 'Mark time away' });
  await form().getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Marcus Hale' });
  await form().getByLabel('First day').fill('2026-11-19');
  await form().getByLabel('Last day').fill('2026-11-18');
  await form().getByRole('button', { name: 'Mark' }).click();
  await frame.getByRole('alert').filter({ hasText: 'The last day is before the first.' }).waitFor();
  await form().getByLabel('Last day').fill('2026-11-19');
  await form().getByRole('button', { name: 'Mark' }).click();
  await toView(frame, 'Now');
  await expect.poll(() => thursday().innerText()).toContain('Marcus away');

  await outlook.page.reload();
  frame = await outlook.pane();
  await expect.poll(() => thursday().innerText()).toContain('Marcus away');
  await toView(frame, 'Trend');
  await timeAway().click();
  const marked = frame.getByRole('list', { name: 'Marked by hand' });
  expect(await marked.innerText()).toMatch(/Marcus Hale\s+Away Thu 19 Nov/);
  await marked.getByRole('button', { name: 'Take back: Marcus Hale, Away Thu 19 Nov' }).click();
  await marked.waitFor({ state: 'detached' });
  await toView(frame, 'Now');
  await expect.poll(() => thursday().innerText()).toContain('not recorded');
  expect(outlook.complaints).toEqual([]);
});

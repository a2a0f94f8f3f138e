import { describe, expect, test } from 'vitest';
import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';

const start = oneOutlook();

const london = (text: string) => at(text, 'Europe/London');
const said = (web: OutlookWeb) => web.pane().getByRole('note', { name: 'This message' }).textContent();
const current = (web: OutlookWeb) =>
  web.pane().getByRole('list', { name: 'Occurrences' }).locator('[aria-current]').textContent();

async function keepLog({ pane }: OutlookWeb): Promise<void> {
  await pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await pane().getByRole('list', { name: 'Occurrences' }).waitFor();
}

describe('Beside a meeting message the pane says what it did', () => {
  test.each([
    [
      'a move',
      '2026-11-03 14:42',
      'daily sync',
      'This message moves Tuesday’s Priya/Marcus daily sync (3 Nov) from 15:00 to 17:00, 20 minutes before it starts.',
      '3 Nov',
    ],
    [
      'a cancellation',
      '2026-10-29 14:55',
      'Canceled: Priya/Marcus',
      'This message cancels Thursday’s Priya/Marcus daily sync (29 Oct), 10 minutes before it starts.',
      '29 Oct',
    ],
    [
      'an answer',
      '2026-11-03 15:10',
      'Declined: Atlas',
      'Marcus Hale declines Tuesday’s Atlas refinement (3 Nov), 5 minutes before it starts.',
      '3 Nov',
    ],
  ])('%s', async (_what, now, words, sentence, date) => {
    const web = await start({ now: london(now), item: { open: 'mail', words } });
    await expect.poll(() => said(web)).toBe(sentence);
    await keepLog(web);
    // Its occurrence is the chosen one, and with it its recap.
    await expect.poll(() => current(web)).toContain(date);
    expect(await said(web)).toBe(sentence);
  });

  test('an invitation', async () => {
    const web = await start({ now: london('2026-11-17 09:35'), item: { open: 'mail', words: 'daily sync' } });
    await expect
      .poll(() => said(web))
      .toBe(
        'This message invites you to Tuesday’s Priya/Marcus daily sync (17 Nov) at 15:30, 6 hours before it starts.',
      );
  });
});

describe('The occurrence of an open message', () => {
  test('is chosen though another one waits for an answer, and its recap is at hand', async () => {
    const web = await start({ item: { open: 'mail', words: 'Declined: Atlas' } });
    await keepLog(web);
    await expect.poll(() => current(web)).toContain('3 Nov');
    await web.pane().getByRole('button', { name: 'Open in Outlook' }).waitFor();
  });

  test('follows the message in a pinned pane, also within one series', async () => {
    const web = await start({ item: { open: 'mail', words: 'Canceled: Priya/Marcus' } });
    await keepLog(web);
    const first = await said(web);
    await web.select({ open: 'mail', words: 'Declined: Atlas' });
    await expect.poll(() => said(web)).toContain('Marcus Hale declines');
    await web.select({ open: 'mail', words: 'Canceled: Priya/Marcus' });
    await expect.poll(() => said(web)).toBe(first);
    await web.select({ open: 'nothing' });
    await expect.poll(() => web.pane().getByRole('note', { name: 'This message' }).count()).toBe(0);
  });

  test('is found by its title where mail may not be read, and nothing is said of the message', async () => {
    const web = await start({
      item: { open: 'mail', words: 'Declined: Atlas' },
      graph: { scopes: ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'] },
    });
    await web.pane().getByRole('heading', { name: 'Atlas refinement' }).waitFor();
    expect(await web.pane().getByRole('note', { name: 'This message' }).count()).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { oneOutlook } from './one-outlook';

const start = oneOutlook({ still: true });

const NAME = 'Priya/Marcus daily sync';

describe('A log without an item of its series', () => {
  test('opens by its name with a keyboard, can be exported and gone through, and gives way to what Outlook shows', async () => {
    const web = await start();
    const pane = () => web.pane();
    const open = () => pane().getByRole('button', { name: NAME, exact: true });
    await pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
    await pane().getByRole('list', { name: 'Occurrences' }).waitFor();

    await web.reopen({ open: 'nothing' });
    await pane().getByRole('heading', { name: 'You keep a log of' }).waitFor();
    await open().focus();
    await web.page.keyboard.press('Enter');
    await pane().getByRole('table', { name: 'Attendance log' }).waitFor();
    expect(await pane().evaluate('document.activeElement === document.body')).toBe(false);
    await pane().getByRole('button', { name: 'Export', exact: true }).click();
    await pane().getByRole('menuitem', { name: 'Copy' }).click();
    await pane().getByLabel('The log as text').waitFor();
    await pane().getByRole('tab', { name: 'Meeting' }).click();
    await pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    // Whoever comes back to the pane finds it as it was.
    await pane().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    await pane().getByRole('button', { name: 'Back to what is open in Outlook' }).click();
    await pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    expect(await pane().getByRole('list', { name: 'Occurrences' }).count()).toBe(0);

    // On the tab of logs, too.
    await pane().getByRole('tab', { name: 'Log' }).click();
    await open().click();
    await pane().getByRole('table', { name: 'Attendance log' }).waitFor();
    expect(web.complaints).toEqual([]);
  });
});

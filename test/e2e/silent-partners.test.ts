import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/patience/limits';
import { oneOutlook } from './one-outlook';
import type { OutlookWeb } from './outlook-web';

const start = oneOutlook();

const START = { name: 'Keep a log of this meeting' };
const NEVER = '() => new Promise(() => undefined)';

/** Asked rarely: what is on its way over the network must not run out of its own time, which goes by as well. */
const LONG = { timeout: 60_000, interval: 2_000 };

/** The time goes by in which somebody could have answered. */
const timePasses = ({ page }: OutlookWeb, limit: number) => page.clock.fastForward(limit + 1_000);

describe('Where somebody never answers, the built pane says so, with a way on', () => {
  test('the browser’s database: the log is kept until the pane closes', async () => {
    const web = await start({ before: 'IDBFactory.prototype.open = () => ({})' });
    await web.pane().getByText('Reading the calendar').first().waitFor({ state: 'attached' });
    await expect.poll(() => web.pane().evaluate('window.Office?.context?.mailbox !== undefined')).toBe(true);
    await expect
      .poll(async () => {
        await timePasses(web, LIMITS.database);
        return web.pane().getByText('The log is gone when the pane closes').count();
      }, LONG)
      .toBe(1);
    await web.pane().getByRole('button', START).click();
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
  });

  test('Outlook itself: it is said, and can be tried again', async () => {
    const web = await start({ silent: true });
    await web.pane().getByText('Reading the calendar').first().waitFor({ state: 'attached' });
    await timePasses(web, LIMITS.outlookReady);
    await web.pane().getByRole('heading', { name: 'Outlook does not answer' }).waitFor();
    await web.pane().getByRole('button', { name: 'Reload' }).waitFor();
  });

  test('locks: four at a time in this pane, and it reads the calendar all the same', async () => {
    const web = await start({ before: `if (window.LockManager) LockManager.prototype.request = ${NEVER}` });
    await expect
      .poll(async () => {
        await timePasses(web, LIMITS.lock);
        return web.pane().getByRole('button', START).count();
      }, LONG)
      .toBe(1);
    await web.pane().getByRole('button', START).click();
    await expect
      .poll(async () => {
        await timePasses(web, LIMITS.lock);
        return web
          .pane()
          .getByText(/^Read (?!the mail)/)
          .count();
      }, LONG)
      .toBe(1);
  });

  test('the form of a mail: where the draft lies is said, and a second try makes no second one', async () => {
    const web = await start({
      item: { open: 'appointment', title: 'Atlas refinement', date: '2026-11-03' },
      mute: ['messageFormAsync', 'newMessageFormAsync'],
    });
    await web.pane().getByRole('button', START).click();
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    const drafts = () => web.graph.mailbox('priya').drafts.length;
    for (const press of [1, 2]) {
      await web.pane().getByRole('button', { name: 'Open in Outlook' }).click();
      await expect
        .poll(
          async () => {
            await timePasses(web, LIMITS.outlookShows);
            return web.pane().getByText('The mail lies in your Drafts').count();
          },
          { message: `press ${press}`, ...LONG },
        )
        .toBe(1);
      expect(drafts()).toBe(1);
      await web.pane().getByRole('button', { name: 'Dismiss' }).click();
    }
  });

  test('a question about the open item: a meeting that nobody spoke of is not called unsaved', async () => {
    const web = await start({
      item: { open: 'appointment', title: 'Atlas refinement', date: '2026-11-17' },
      mute: ['getItemId'],
    });
    await expect
      .poll(async () => {
        await timePasses(web, LIMITS.outlookAnswer);
        return web.pane().getByText('Outlook does not answer').count();
      }, LONG)
      .toBeGreaterThan(0);
    expect(await web.pane().getByText('Save or send this meeting first').count()).toBe(0);
    await web.pane().getByRole('button', { name: 'Reload' }).first().waitFor();
  });
});

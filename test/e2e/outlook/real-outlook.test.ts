import { describe, expect, test } from 'vitest';
import { oneOutlook, sharedOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { button, untilRead } from '../ways';

const start = oneOutlook();

const START = { name: 'Keep a log of this meeting' };
const ATLAS = { open: 'appointment', title: 'Atlas refinement', date: '2026-11-17' } as const;
const DAILY = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;

const read = ({ pane }: OutlookWeb) => untilRead(pane());

async function keepLog({ pane }: OutlookWeb): Promise<void> {
  await pane().getByRole('button', START).click();
  await pane().getByRole('list', { name: 'Occurrences' }).waitFor();
}

describe('Beside a meeting of somebody else’s, the built pane in the real Office.js', () => {
  const daily = sharedOutlook({ item: DAILY });

  test('wears what Outlook wears, as soon as it changes', async () => {
    const web = daily();
    await web.pane().getByRole('button', START).waitFor();
    const worn = () => web.pane().locator('html').getAttribute('data-theme');
    await web.host(({ wearTheme }) => wearTheme({ bodyBackgroundColor: 0x292929 }));
    await expect.poll(worn).toBe('dark');
    await web.host(({ wearTheme }) => wearTheme({ bodyBackgroundColor: 0xffffff }));
    await expect.poll(worn).toBe('light');
  });

  test('lets Office.js carry the focus through every control and back out to Outlook', async () => {
    const web = daily();
    await web.pane().getByRole('button', START).waitFor();
    await web.host(({ tabIn }) => tabIn());
    const focused = () =>
      web
        .pane()
        .locator(':focus')
        .evaluate((one) => one.textContent || one.getAttribute('aria-label'));
    const seen: (string | null)[] = [];
    for (
      let step = 0;
      step < 10 && !(await web.host(({ notices }) => notices.includes('past the last control')));
      step++
    ) {
      seen.push(await focused());
      await web.page.keyboard.press('Tab');
    }
    expect(seen.join()).toContain('Settings');
    expect(seen.join()).toContain('Keep a log of this meeting');
    expect(seen.at(-1)).toBe('How far back');
    await web.page.keyboard.press('Escape');
    await expect.poll(() => web.host(({ notices }) => notices)).toContain('escape');
  });

  test('offers a log of an attended meeting, signed in without a word, and shows its occurrences', async () => {
    const web = daily();
    await web.pane().getByRole('heading', { name: 'Priya/Marcus daily sync' }).waitFor();
    await web.pane().getByText('Marcus Hale organizes').waitFor();
    await keepLog(web);
    const occurrences = web.pane().getByRole('list', { name: 'Occurrences' }).getByRole('listitem');
    expect(await occurrences.count()).toBeGreaterThan(15);
    const methods = (await web.tokenRequests()).map(({ method }) => method);
    expect(new Set(methods)).toEqual(new Set(['GetInitContext', 'GetToken']));
  });

  test('is allowed by Outlook to keep its log for itself: another site sees nothing of it', async () => {
    const web = daily();
    const alone = await web.page.context().newPage();
    await alone.goto(new URL('privacy.html', web.pane().url()).href);
    expect(await alone.evaluate('indexedDB.databases()')).toEqual([]);
    await alone.close();
    expect(await web.pane().evaluate('indexedDB.databases().then((all) => all.length)')).toBeGreaterThan(0);
  });

  test('keeps its log over a reload, and shows it before Graph has answered', async () => {
    const web = daily();
    await read(web);
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    const count = await web.pane().getByRole('list', { name: 'Occurrences' }).getByRole('listitem').count();
    const release = web.holdGraph();
    await web.reopen(DAILY);
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    expect(await web.pane().getByRole('list', { name: 'Occurrences' }).getByRole('listitem').count()).toBe(
      count,
    );
    release();
  });

  test('closes with Esc what is open in the pane, before Outlook hears of it, and leaves F6 to Outlook', async () => {
    const web = daily();
    await read(web);
    const focused = () => web.pane().locator(':focus').textContent();
    const notices = () => web.host(({ notices }) => notices);
    await web.pane().getByRole('tab', { name: 'Log' }).click();
    await button(web.pane(), 'Export').click();
    await web.pane().getByRole('menuitem', { name: 'CSV' }).waitFor();
    await web.page.keyboard.press('Escape');
    await web.pane().getByRole('menuitem', { name: 'CSV' }).waitFor({ state: 'detached' });
    expect(await focused()).toContain('Export');
    await button(web.pane(), 'Settings').click();
    await button(web.pane(), 'Erase everything').click();
    await button(web.pane(), 'Yes, erase everything').waitFor();
    await web.page.keyboard.press('Escape');
    await button(web.pane(), 'Yes, erase everything').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Erase everything');
    expect(await notices()).not.toContain('escape');
    await web.page.keyboard.press('Escape');
    await expect.poll(notices).toContain('escape');

    await web.page.keyboard.press('Control+F6');
    await expect.poll(notices).toContain('on to the next part of Outlook');
    await web.page.keyboard.press('Control+Shift+F6');
    await expect.poll(notices).toContain('back to the part before');
    await web.pane().evaluate(`window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      window.pressed = key + (defaultPrevented ? ', kept by the pane' : '');
    })`);
    await web.page.keyboard.press('F6');
    expect(await web.pane().evaluate('window.pressed')).toBe('F6');
  });
});

describe('Beside a meeting of one’s own, the built pane in the real Office.js', () => {
  const own = sharedOutlook({ item: ATLAS });

  test('asks it piece by piece, never more than three at a time', async () => {
    const web = own();
    await web.pane().getByRole('heading', { name: 'Atlas refinement' }).waitFor();
    await web.pane().getByText('Priya Nair organizes').waitFor();
    expect(await web.host(({ busiest }) => busiest)).toBeLessThanOrEqual(3);
    await keepLog(web);
  });

  test('then beside a message about nothing of the kind, says so and names the logs that are kept', async () => {
    const web = own();
    await web.reopen({ open: 'plain mail', subject: 'Lunch?' });
    await web.pane().getByText('A log is kept for meetings').waitFor();
    await web.pane().getByText('Atlas refinement').waitFor();
  });
});

describe('The built pane in the real Office.js', () => {
  test('waits for a meeting that was never saved', async () => {
    const web = await start({ item: { ...ATLAS, saved: 'unsaved' } });
    await web.pane().getByText('Save or send this meeting first').waitFor();
    expect(web.graph.requests).toEqual([]);
  });

  test('knows a meeting by its series while its own id has not reached the server', async () => {
    const web = await start({ item: { ...ATLAS, saved: 'client-id' } });
    await web.pane().getByRole('button', START).waitFor();
  });

  test.each(['web', 'classic', 'mac', 'new'] as const)(
    'finds out which occurrence is open in %s',
    async (profile) => {
      // Reports answer for every occurrence of it, so that the open one is chosen and not one that asks.
      const web = await start({ profile, item: { ...ATLAS, date: '2026-11-10' } });
      await keepLog(web);
      const current = web.pane().getByRole('list', { name: 'Occurrences' }).locator('[aria-current]');
      await expect.poll(() => current.textContent()).toContain('10 Nov');
    },
  );

  test('says that nothing can be kept where the browser denies it, and works on', async () => {
    const web = await start({ profile: 'storageDenied' });
    await web.pane().getByText('The log is gone when the pane closes').waitFor();
    await keepLog(web);
  });
});

describe('Beside a message about a meeting', () => {
  const beside = sharedOutlook({ item: { open: 'nothing' } });

  test('where nothing is chosen, the pane says what to do', async () => {
    await beside().pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
  });

  test.each(['Priya/Marcus daily sync', 'Canceled'])('"%s": the pane finds it', async (words) => {
    await beside().reopen({ open: 'mail', words });
    await beside().pane().getByRole('button', START).waitFor();
  });

  test('a pinned pane that hears of an item twice reads it once', async () => {
    const web = beside();
    const before = web.graph.requests.length;
    await web.select({ open: 'mail', words: 'Canceled' });
    await web.select({ open: 'mail', words: 'Canceled' });
    await web.select({ open: 'nothing' });
    await web.pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    expect(web.graph.requests).toHaveLength(before);
  });

  test('a pinned pane follows from item to item, to none and back', async () => {
    const web = beside();
    await web.select({ open: 'mail', words: 'Canceled' });
    await web.pane().getByRole('button', START).waitFor();
    await web.select({ open: 'nothing' });
    await web.pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    await web.select({ open: 'mail', words: 'Canceled' });
    await web.pane().getByRole('button', START).waitFor();
    // Of several messages Outlook shows none, and says how many only to whom it lets into the whole mailbox.
    await web.select({ open: 'several', messages: 3, told: false });
    await web.pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    await web.select({ open: 'several', messages: 3, told: true });
    await web.pane().getByRole('heading', { name: 'Choose one meeting or message' }).waitFor();
    await web.pane().getByText('3 messages are selected').waitFor();
    await web.select({ open: 'mail', words: 'Canceled' });
    await web.pane().getByRole('button', START).waitFor();
  });

  test('a pinned pane that was never told of another item sees it when somebody comes back to the pane', async () => {
    const web = beside();
    await web.reopen({ open: 'mail', words: 'Canceled' });
    await web.pane().getByRole('button', START).waitFor();
    const choose = (item: string) =>
      web.pane().evaluate(`Object.defineProperty(Office.context.mailbox, 'item', ${item})`);
    await web.pane().evaluate('window.chosen = Office.context.mailbox.item');
    await web.page.locator('#before').focus();
    await choose('{ configurable: true, get: () => null }');
    await web.host(({ tabIn }) => tabIn());
    await web.pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    await web.page.locator('#before').focus();
    await choose('{ configurable: true, get: () => window.chosen }');
    await web.host(({ tabIn }) => tabIn());
    await web.pane().getByRole('button', START).waitFor();
  });
});

describe('Beside a message about a meeting whose log is kept', () => {
  const pinned = sharedOutlook({ item: DAILY });

  test('a pinned pane shows the meeting of the message at hand, never that of the one before', async () => {
    const web = pinned();
    await keepLog(web);
    await web.reopen({ open: 'mail', words: 'Canceled: Priya/Marcus' });
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    const release = web.holdGraph();
    await web.select({ open: 'mail', words: 'Accepted: Atlas refinement' });
    await expect.poll(() => web.pane().getByRole('list', { name: 'Occurrences' }).count()).toBe(0);
    release();
    await web.pane().getByRole('heading', { name: 'Atlas refinement' }).waitFor();
    await web.pane().getByRole('button', START).waitFor();
  });

  test('a pinned pane through which somebody hurries ends at the item that is open, with Graph away', async () => {
    const web = pinned();
    await web.select({ open: 'mail', words: 'Canceled: Priya/Marcus' });
    const log = web.pane().getByRole('list', { name: 'Occurrences' });
    await log.waitFor();
    web.holdGraph();
    for (let turn = 0; turn < 5; turn++) {
      await web.select({ open: 'nothing' });
      await web.select({ open: 'mail', words: 'Canceled: Priya/Marcus' });
    }
    await log.waitFor();
    await web.select({ open: 'nothing' });
    await web.pane().getByRole('heading', { name: 'Open a meeting' }).waitFor();
    await web.select({ open: 'mail', words: 'Canceled: Priya/Marcus' });
    await log.waitFor();
    expect(await web.pane().getByRole('heading', { name: 'Open a meeting' }).count()).toBe(0);
  });
});

describe('Where somebody does not answer', () => {
  test('waits as long as Graph asks to when it throttles, and goes on by itself', async () => {
    const web = await start({
      graph: {
        faults: [{ path: /calendarView/, times: 2, answer: { kind: 'throttled', retryAfter: '0.5' } }],
      },
    });
    await keepLog(web);
    await untilRead(web.pane());
    expect(await web.pane().getByText('asks to wait').count()).toBe(0);
    expect(web.graph.busiest()).toBeLessThanOrEqual(4);
  });

  test('says so where Graph asks for a pause that nobody waits for, with what was asked for', async () => {
    const web = await start({
      graph: { faults: [{ path: /calendarView/, answer: { kind: 'throttled', retryAfter: '120' } }] },
    });
    await web.pane().getByRole('button', START).click();
    await web
      .pane()
      .getByText(/asks to wait until \d\d:\d\d\. Please try again then/)
      .first()
      .waitFor();
    await web.pane().getByRole('button', { name: 'Details for support' }).first().click();
    const details = web.pane().getByRole('textbox', { name: 'Details of what went wrong' });
    expect(await details.inputValue()).toMatch(/answer 429.*client-request-id/s);
  });

  test('says so when Outlook never answers', async () => {
    const web = await start({ silent: true });
    await web.page.clock.fastForward(9_000);
    await web.pane().getByRole('heading', { name: 'Outlook does not answer' }).waitFor();
  });
});

import { spawnSync } from 'node:child_process';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Outlook, type OutlookOptions, openOutlook } from '../outlook';
import { untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

async function start(options?: OutlookOptions): Promise<Outlook> {
  outlook = await openOutlook(options);
  return outlook;
}

/** Asks Office.js in the pane's frame, as the pane would. */
const ask = <T>(frame: Frame, question: string) => frame.evaluate(question) as Promise<T>;

/** The pane's policy forbids what `waitForFunction` does with a text: asked again from here instead. */
const until = (frame: Frame, question: string) => expect.poll(() => ask<boolean>(frame, question)).toBe(true);

const ready = (frame: Frame) => until(frame, 'window.Office?.context?.mailbox !== undefined');

const GRAPH_SUBJECT = `
  fetch('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: 'Bearer some', 'x-by-hand': 'test' } })
    .then((response) => response.json()).then((me) => me.displayName)`;

describe('The simulated Outlook', () => {
  test('opens the daily sync that is on, at 15:40 in London', async () => {
    const { page, pane, complaints } = await start({ ticking: false });
    const frame = await pane();
    await ready(frame);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Priya/Marcus daily sync');
    expect(await page.locator('.clock').textContent()).toBe('Fri 20 Nov 2026, 15:40 London');
    expect(await ask(frame, 'new Date().toISOString()')).toBe('2026-11-20T15:40:00.000Z');
    expect(await ask(frame, 'new Date(0).getTime() + Date.UTC(1970, 0, 1)')).toBe(0);
    const item = 'Office.context.mailbox.item';
    expect(await ask(frame, `${item}.itemType`)).toBe('appointment');
    expect(await ask(frame, `${item}.start.toISOString()`)).toBe('2026-11-20T15:30:00.000Z');
    expect(await ask(frame, `${item}.requiredAttendees.map((one) => one.displayName)`)).toEqual([
      'Marcus Hale',
      'Priya Nair',
    ]);
    expect(complaints).toEqual([]);
  });

  test('opens a meeting the owner organizes as Outlook does: in a form that is asked piece by piece', async () => {
    const { open, pane } = await start();
    await pane();
    await open(/^Atlas refinement, Tue 17 Nov/);
    const frame = await pane();
    await ready(frame);
    const item = 'Office.context.mailbox.item';
    const asked = await ask<{ subject: string; id: string }>(
      frame,
      `new Promise((resolve) => ${item}.subject.getAsync((subject) =>
        ${item}.getItemIdAsync((id) => resolve({ subject: subject.value, id: id.value }))))`,
    );
    expect(asked.subject).toBe('Atlas refinement');
    expect(asked.id).not.toMatch(/[-_]/);
    expect(await ask(frame, 'typeof Office.context.mailbox.displayNewMessageFormAsync')).toBe('undefined');
  });

  test('refuses a fourth call at a time', async () => {
    const { open, pane } = await start();
    await pane();
    await open(/^Atlas refinement, Tue 17 Nov/);
    const frame = await pane();
    await ready(frame);
    // The pane asks as well; when it has read everything, all three places are free.
    await untilRead(frame);
    const said = await ask(
      frame,
      `Promise.all(['subject', 'start', 'end', 'location'].map((name) => new Promise((resolve) =>
        Office.context.mailbox.item[name].getAsync((result) => resolve(result.status)))))`,
    );
    expect(said).toEqual(['succeeded', 'succeeded', 'succeeded', 'failed']);
  });

  test('takes away what a browser in Outlook has not: dialogs, and the history but for what the pane kept', async () => {
    const { pane } = await start();
    const frame = await pane();
    await ready(frame);
    expect(await ask(frame, `(() => { try { alert('x'); } catch { return 'refused'; } })()`)).toBe('refused');
    expect(await ask(frame, 'typeof history.pushState')).toBe('function');
  });

  test('answers for Microsoft Graph, until the network is cut', async () => {
    const { page, pane } = await start();
    const frame = await pane();
    await ready(frame);
    expect(await ask(frame, GRAPH_SUBJECT)).toBe('Priya Nair');
    await page.getByRole('switch', { name: 'Network' }).click();
    await until(frame, 'navigator.onLine === false');
    expect(await ask(frame, `${GRAPH_SUBJECT}.catch((error) => error.name)`)).toBe('TypeError');
  });

  test('tells a pinned pane of the next message instead of loading it anew', async () => {
    // No mail may come to the top of the list meanwhile, and no appointment may still be about to be opened.
    const { page, pane } = await start({ ticking: false });
    await pane();
    await page.getByRole('button', { name: 'Mail', exact: true }).click();
    const list = page.getByRole('list', { name: 'Inbox' }).getByRole('button');
    await list.nth(0).click();
    const frame = await pane();
    await ready(frame);
    expect(await ask(frame, 'Office.context.mailbox.item.itemClass')).toMatch(/^IPM\.Schedule\.Meeting\./);
    const first = await ask(frame, 'Office.context.mailbox.item.itemId');
    await frame.evaluate(`new Promise((resolve) =>
      Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => {
        window.heard = Office.context.mailbox.item.itemId;
      }, resolve)).then(() => undefined)`);
    await list.nth(1).click();
    await until(frame, 'window.heard !== undefined');
    expect(await ask(frame, 'window.heard')).not.toBe(first);
  });

  test('steps before and after each happening', async () => {
    const { page, pane } = await start({ ticking: false });
    await pane();
    await page.getByLabel('Go back before the last happening').click();
    await page.getByText('Wed 18 Nov 2026, 16:09').waitFor();
    await page.getByLabel('Go on after the next happening').click();
    await page.getByText('Wed 18 Nov 2026, 16:10').waitFor();
    // The pane is loaded anew with the world's time; the one before may still be there.
    await expect
      .poll(async () => ask(await pane(), 'new Date().toISOString()'))
      .toBe('2026-11-18T16:10:00.000Z');
  });

  test('shows a mail that the pane sends in the Sent Items and in the inbox of whom it went to', async () => {
    const { page, pane } = await start();
    const frame = await pane();
    await ready(frame);
    await frame.evaluate(`fetch('https://graph.microsoft.com/v1.0/me/sendMail', {
      method: 'POST',
      headers: { Authorization: 'Bearer some', 'x-by-hand': 'test', 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: {
        subject: 'A recap of today', body: { contentType: 'html', content: '<p>Short.</p>' },
        toRecipients: [{ emailAddress: { address: 'marcus.hale@northwind.example' } }] } }) })`);
    await page.getByRole('button', { name: 'Mail', exact: true }).click();
    await page.getByRole('button', { name: 'Sent Items' }).click();
    await page.getByRole('list', { name: 'Sent Items' }).getByText('A recap of today').waitFor();
    await page.getByRole('combobox', { name: 'Mailbox' }).selectOption({ label: 'Marcus Hale' });
    await page.getByRole('button', { name: 'Inbox' }).click();
    await page.getByRole('list', { name: 'Inbox' }).getByText('A recap of today').waitFor();
  });

  /** Whose mailbox is looked at, and their inbox. */
  const inboxOf = async ({ page }: Outlook, name: string | RegExp) => {
    const mailbox = page.getByRole('combobox', { name: 'Mailbox' });
    const option = mailbox.getByRole('option', { name });
    await mailbox.selectOption((await option.getAttribute('value')) ?? '');
    await page.getByRole('button', { name: 'Mail', exact: true }).click();
    return page.getByRole('list', { name: 'Inbox' });
  };

  test('opens a form for each of the three links in a mail; what is sent arrives, and so does a reply', async () => {
    const simulated = await start({ ticking: false });
    const { page, pane } = simulated;
    await pane();
    const marcus = await inboxOf(simulated, 'Marcus Hale');
    await marcus.getByText('INFO: Order screen').click();
    const form = page.getByRole('dialog', { name: 'New message' });
    const text = form.getByRole('textbox', { name: 'Message text' });
    const send = async () => {
      await form.getByRole('button', { name: 'Send' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText('The message was sent.').waitFor();
    };
    const said = { OK: '', 'Let’s talk first': '', 'I see a problem': 'I would change … because …' };
    for (const [label, words] of Object.entries(said)) {
      const link = page.frameLocator('iframe[title="Message"]').getByRole('link');
      await link.filter({ hasText: new RegExp(label.replace('’', '.')) }).click();
      await form.getByText(new RegExp(`^${label.replace('’', '.')} \\[D-012\\]$`)).waitFor();
      await form.getByText('priya.nair@northwind.example').waitFor();
      expect(await text.inputValue()).toBe(words);
      await send();
    }
    await page.getByRole('article').getByRole('button', { name: 'Reply' }).click();
    await text.fill('Thank you.');
    await send();
    const priya = await inboxOf(simulated, /Priya Nair/);
    for (const label of ['OK', 'Let.s talk first', 'I see a problem'])
      await priya.getByText(new RegExp(`^${label} \\[D-012\\]$`)).waitFor();
    await priya.getByText('Re: INFO: Order screen').waitFor();
  });

  test('lets an organizer cancel and an attendee propose another time; the other one hears of it', async () => {
    const simulated = await start({ ticking: false });
    const { page, pane } = simulated;
    await pane();
    const article = page.getByRole('article', { name: 'Open meeting' });
    await article.getByRole('button', { name: 'Propose new time' }).click();
    await article.getByRole('button', { name: 'Half an hour later' }).click();
    await article.getByRole('button', { name: 'Send proposal' }).click();
    await article.getByText('The proposed time was sent.').waitFor();
    const marcus = await inboxOf(simulated, 'Marcus Hale');
    await marcus.getByText('New Time Proposed: Priya/Marcus daily sync').waitFor();
    await page.getByRole('button', { name: 'Calendar', exact: true }).click();
    await article.getByText(/Tentative · proposes Fri 20 Nov/).waitFor();
    await article.getByRole('button', { name: 'Cancel meeting' }).click();
    await page.getByText('The cancellation was sent.').waitFor();
    const priya = await inboxOf(simulated, /Priya Nair/);
    await priya.getByText('Canceled: Priya/Marcus daily sync').first().waitFor();
  });

  test('keeps what was entered by hand when its clock is stepped back and forward', async () => {
    const { page, pane, simulator } = await start({ ticking: false });
    const first = await pane();
    await first
      .getByRole('group', { name: 'What happened?' })
      .getByRole('button', { name: 'Nobody joined', exact: true })
      .click();
    await first.getByText('Noted 15:40').waitFor();
    await page.getByLabel('Go back before the last happening').click();
    await page.getByText('Wed 18 Nov 2026, 16:09').waitFor();
    await expect
      .poll(async () => ask(await pane(), 'new Date().toISOString()'), { timeout: 30_000 })
      .toBe('2026-11-18T16:09:00.000Z');
    // Before it was entered it is not there yet.
    const back = await pane();
    await untilRead(back);
    expect(await back.getByText('Fri 20 Nov, nobody joined').count()).toBe(0);
    const later = page.getByLabel('Go on after the next happening');
    await later.click();
    await page.getByText('Wed 18 Nov 2026, 16:10').waitFor();
    await later.click();
    await page.getByText('Fri 20 Nov 2026, 16:00').waitFor();
    const day = async () =>
      (await pane()).getByRole('button', { name: /^Fri 20 Nov, nobody joined/ }).count();
    await expect.poll(day, { timeout: 30_000 }).toBe(1);
    // What the world itself brought about came once, not twice.
    const { inbox } = await simulator.office.mailbox('marcus');
    expect(inbox.filter(({ subject }) => subject === 'INFO: Order screen')).toHaveLength(1);
  });

  test('says in one sentence that its port is busy, or no port at all', async () => {
    const { simulator } = await start();
    const serve = (PORT: string) =>
      spawnSync('node', ['--import', 'tsx', 'test/simulator/serve.ts'], {
        env: { ...process.env, PORT },
        encoding: 'utf8',
      });
    const { port } = new URL(simulator.url);
    expect(serve(port)).toMatchObject({
      status: 1,
      stderr: `Port ${port} is busy. Choose another one: PORT=${Number(port) + 1} npm start\n`,
    });
    expect(serve('none')).toMatchObject({
      status: 1,
      stderr: 'PORT must be a number up to 65535, not "none".\n',
    });
  });
});

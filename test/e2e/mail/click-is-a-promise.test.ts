import type { Frame, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { GONE } from '../../simulator/send-through';
import { type Outlook, openOutlook } from '../outlook';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

const MINUTE = 60_000;
const SEND = { name: 'Send recap to absentees' };

async function openRecap(frame: Frame): Promise<Locator> {
  await frame.getByText(/^Read /).waitFor();
  await frame.getByRole('button', { name: /^Wed 18 Nov,/ }).click();
  const recap = frame.getByRole('region', { name: 'Recap' });
  await recap.getByRole('button', SEND).waitFor();
  return recap;
}

/** Send was pressed, and the press is kept: the pane says that the mail is still to go. */
async function pressed() {
  const here = await openOutlook({ ticking: false, hurries: true });
  outlook = here;
  const recap = await openRecap(await here.pane());
  return { here, recap };
}

async function press(recap: Locator): Promise<void> {
  await recap.getByRole('button', SEND).click();
  await recap.getByRole('button', { name: 'Undo' }).waitFor();
}

const sentToMarcus = async ({ simulator }: Outlook): Promise<number> =>
  (await simulator.office.mailbox('marcus')).inbox.filter(({ subject }) => subject.startsWith('INFO: Launch'))
    .length;

const reload = async ({ page, pane }: Outlook): Promise<Frame> => {
  await page.reload();
  const frame = await pane();
  await frame.getByText(/^Read /).waitFor();
  return frame;
};

const stillToGo = (frame: Frame): Locator => frame.getByRole('region', { name: 'Still to go' });

/** Another pane of the same browser. */
const anotherPane = async ({ page }: Outlook): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
};

describe('17 A click on Send is a promise', () => {
  test('after a reload within the ten seconds the mail goes, and the next pane says so', async () => {
    const { here, recap } = await pressed();
    await press(recap);
    const frame = await reload(here);
    await frame
      .getByText(/Sending to Marcus Hale/)
      .first()
      .waitFor();
    await here.timePasses(GONE);
    await frame.getByRole('button', { name: /^Wed 18 Nov,/ }).click();
    await frame.getByText(/^Sent to Marcus Hale/).waitFor();
    expect(await sentToMarcus(here)).toBe(1);
  });

  test('with another item open the pane says that it is still to go, and it can be undone from there', async () => {
    const { here, recap } = await pressed();
    await press(recap);
    await here.open(/Atlas refinement/);
    const line = stillToGo(await here.pane());
    await line.getByText(/A recap to Marcus Hale/).waitFor();
    await line.getByRole('button', { name: /^Undo/ }).click();
    await line.waitFor({ state: 'detached' });
    await here.timePasses(MINUTE);
    expect(await sentToMarcus(here)).toBe(0);
  });

  test('with every pane closed it goes, and no pane is needed for it', async () => {
    const { here, recap } = await pressed();
    await press(recap);
    const { office } = here.simulator;
    const waits = async () => (await office.mailbox('priya')).drafts.some((mail) => mail.waitsUntil !== null);
    await expect.poll(waits, { timeout: 20_000 }).toBe(true);
    await here.page.goto('about:blank');
    await office.turnClock(office.clock().now + GONE, false);
    expect(await sentToMarcus(here)).toBe(1);
  });

  test('without a network it waits, says so, and goes by itself once that is back, in whichever pane', async () => {
    const { here, recap } = await pressed();
    here.simulator.office.disturb({ path: /\/me\/messages/, times: 12, answer: { kind: 'offline' } });
    await recap.getByRole('button', SEND).click();
    await recap.getByText(/Still to go to Marcus Hale. You are offline./).waitFor();
    expect(await sentToMarcus(here)).toBe(0);
    const other = await anotherPane(here);
    for (let minute = 0; minute < 10 && (await sentToMarcus(here)) === 0; minute += 1)
      await here.timePasses(MINUTE);
    expect(await sentToMarcus(here)).toBe(1);
    await other.close();
  });

  test('kept for longer than an hour it is asked about, and a press sends it once', async () => {
    const { here, recap } = await pressed();
    here.simulator.office.setOnline(false);
    await recap.getByRole('button', SEND).click();
    await recap.getByText(/Still to go to Marcus Hale/).waitFor();
    await here.page.goto('about:blank');
    const { office } = here.simulator;
    office.setOnline(true);
    await office.turnClock(office.clock().now + 90 * MINUTE, false);
    await here.page.goto(here.simulator.url);
    const frame = await here.pane();
    await frame
      .getByText(/did not go in time/)
      .first()
      .waitFor();
    expect(await sentToMarcus(here)).toBe(0);
    await frame
      .getByRole('button', { name: /^Send it now/ })
      .first()
      .click();
    await stillToGo(frame).waitFor({ state: 'detached' });
    expect(await sentToMarcus(here)).toBe(1);
  });

  test('deleted in Outlook while it waits it is taken back, and the pane says so', async () => {
    const { here, recap } = await pressed();
    await press(recap);
    const frame = await here.pane();
    await frame.evaluate(async () => {
      const headers = { Authorization: 'Bearer by hand', 'x-by-hand': 'test' };
      const list = await fetch(
        'https://graph.microsoft.com/v1.0/me/messages?$filter=isDraft eq true&$select=id',
        { headers },
      );
      const { value } = (await list.json()) as { value: { id: string }[] };
      for (const { id } of value)
        await fetch(`https://graph.microsoft.com/v1.0/me/messages/${encodeURIComponent(id)}`, {
          method: 'DELETE',
          headers,
        });
    });
    await here.timePasses(GONE);
    await frame.getByText(/was deleted or changed in Outlook before it went/).waitFor();
    expect(await sentToMarcus(here)).toBe(0);
  });
});

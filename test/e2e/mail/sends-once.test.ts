import type { Frame, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { GONE } from '../../simulator/send-through';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

async function openRecap(frame: Frame) {
  await untilRead(frame);
  await frame.getByRole('button', { name: /^Wed 18 Nov,/ }).click();
  const recap = frame.getByRole('region', { name: 'Recap' });
  await recap.getByRole('button', { name: 'Send recap to absentees' }).waitFor();
  return recap;
}

const paneOf = async (page: Page): Promise<Frame> => {
  const handle = await page.waitForSelector('html[aria-busy="false"] iframe[title="Loopkeeper"]');
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('The pane has no frame');
  return frame;
};

const sentToMarcus = async ({ simulator }: Outlook) =>
  (await simulator.office.mailbox('marcus')).inbox.filter(({ subject }) => subject.startsWith('INFO: Launch'))
    .length;

/** Time goes by, again and again: what the pane counts may begin only after the first of it has gone. */
async function untilSent({ timePasses }: Outlook, recap: Locator, ms: number): Promise<void> {
  const sent = recap.getByText(/^Sent to Marcus Hale/);
  const came = () => sent.waitFor({ timeout: 6_000 }).then(...BOTH_WAYS);
  for (let times = 0; times < 5 && !(await came()); times += 1) await timePasses(ms);
  await sent.waitFor();
}
const BOTH_WAYS = [() => true, () => false] as const;

describe('A recap goes once', () => {
  test('when two panes send it at the same time, and the other pane says so, too', async () => {
    outlook = await openOutlook({ ticking: false, hurries: true });
    const first = await openRecap(await outlook.pane());
    const page = await outlook.page.context().newPage();
    await page.goto(outlook.page.url());
    const second = await openRecap(await paneOf(page));
    await Promise.all([
      first.getByRole('button', { name: 'Send recap to absentees' }).click(),
      second.getByRole('button', { name: 'Send recap to absentees' }).click(),
    ]);
    // One of the two panes sends, whichever was first; the other one waits for it.
    await outlook.undoTimePasses(first, second);
    await untilSent(outlook, first, GONE);
    await second.getByText(/^Sent to Marcus Hale/).waitFor();
    expect(await sentToMarcus(outlook)).toBe(1);
  });

  test('when the mail was sent and the answer was lost', async () => {
    outlook = await openOutlook({ ticking: false, hurries: true });
    const recap = await openRecap(await outlook.pane());
    outlook.simulator.office.disturb({
      method: 'POST',
      path: /\/send$/,
      times: 1,
      answer: { kind: 'done-but-lost' },
    });
    await recap.getByRole('button', { name: 'Send recap to absentees' }).click();
    await outlook.undoTimePasses(recap);
    await untilSent(outlook, recap, GONE);
    expect(await sentToMarcus(outlook)).toBe(1);
  });

  test('when nobody knows whether it went: it is looked up, and goes by itself', async () => {
    outlook = await openOutlook({ ticking: false, hurries: true });
    const recap = await openRecap(await outlook.pane());
    outlook.simulator.office.disturb({
      method: 'POST',
      path: /\/send$/,
      times: 1,
      answer: { kind: 'gateway-html' },
    });
    await recap.getByRole('button', { name: 'Send recap to absentees' }).click();
    await outlook.undoTimePasses(recap);
    await recap.getByText('Sending to Marcus Hale').waitFor();
    expect(await sentToMarcus(outlook)).toBe(0);
    // It is looked up a while after the answer that says nothing.
    await untilSent(outlook, recap, 80_000);
    expect(await sentToMarcus(outlook)).toBe(1);
  });
});

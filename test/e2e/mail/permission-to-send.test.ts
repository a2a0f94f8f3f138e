import { afterEach, describe, expect, test } from 'vitest';
import type { SignInHabits } from '../../simulator/outlook-web/frame-setup';
import { type OutlookWeb, openOutlookWeb } from '../outlook-web';

let outlook: OutlookWeb | undefined;
afterEach(async () => {
  const { complaints = [], strangers = [], missing = [] } = outlook ?? {};
  await outlook?.close();
  outlook = undefined;
  expect({ complaints, strangers, missing }).toEqual({ complaints: [], strangers: [], missing: [] });
});

const READING = ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'];
const SEND = { name: 'Send recap to absentees' };
const ALLOW = { name: 'Allow: sending from here' };

/** Beside an occurrence that nobody else joined, with the recap of it ready. */
async function start(signIn: Partial<SignInHabits>) {
  const item = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;
  const web = await openOutlookWeb({ item, signIn });
  outlook = web;
  await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await web
    .pane()
    .getByRole('group', { name: 'What happened?' })
    .getByRole('button', { name: 'Nobody joined' })
    .click();
  const recap = web.pane().getByRole('region', { name: 'Recap' });
  await recap.getByRole('button', SEND).waitFor();
  return { web, recap };
}

const asked = async ({ tokenRequests }: OutlookWeb, how: 'GetToken' | 'GetTokenPopup') =>
  (await tokenRequests()).filter(({ method, scope }) => method === how && scope.includes('Mail.Send'));

const recapsSent = ({ graph }: OutlookWeb) =>
  graph.mailbox('priya').sent.filter((one) => one.messageClass === 'IPM.Note');

describe('Where sending is not allowed yet', () => {
  test('the recap says so before the click, and sends once it was allowed', async () => {
    const { web, recap } = await start({ consented: READING });
    await recap.getByText('Sending from here is not allowed yet').waitFor();
    expect(await asked(web, 'GetTokenPopup')).toEqual([]);
    await recap.getByRole('button', ALLOW).click();
    await recap.getByText('Sending from here is not allowed yet').waitFor({ state: 'detached' });
    expect(await asked(web, 'GetTokenPopup')).toHaveLength(1);
    await expect.poll(() => web.pane().evaluate('document.activeElement.textContent')).toContain(SEND.name);
    await recap.getByRole('button', SEND).click();
    await recap.getByRole('button', { name: 'Undo' }).waitFor();
    await web.undoTimePasses();
    await recap.getByText(/^Sent to Marcus Hale/).waitFor();
    expect(recapsSent(web)).toHaveLength(1);
  });

  test('a refusal is heard, and leaves what can be done without it', async () => {
    const { web, recap } = await start({ consented: READING, person: 'cancels' });
    await recap.getByRole('button', ALLOW).click();
    await web.pane().getByText('That was not allowed').waitFor();
    await recap.getByText('Sending from here is not allowed yet').waitFor();
    await recap.getByRole('button', { name: 'Open in Outlook' }).waitFor();
    // Pressed all the same, it asks first, and counts no seconds down for what cannot go.
    await web.pane().getByRole('button', { name: 'Dismiss' }).click();
    await recap.getByRole('button', SEND).click();
    await web.pane().getByText('That was not allowed').waitFor();
    await recap.getByRole('button', SEND).waitFor();
    expect(await recap.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    expect(await asked(web, 'GetTokenPopup')).toHaveLength(2);
    expect(recapsSent(web)).toEqual([]);
  });

  test('a mail that can be sent and not looked up is called that', async () => {
    const { web, recap } = await start({ consented: [...READING, 'Mail.Send'], person: 'cancels' });
    await recap.getByText('whether it went cannot be checked afterwards').waitFor();
    await recap.getByRole('button', SEND).click();
    await recap.getByRole('button', { name: 'Undo' }).waitFor();
    await web.undoTimePasses();
    await recap.getByText('whether it went could not be looked up').waitFor();
    expect(recapsSent(web)).toHaveLength(1);
  });

  test('nothing is said where everything is allowed', async () => {
    const { web, recap } = await start({});
    await expect.poll(() => asked(web, 'GetToken')).toHaveLength(1);
    await recap.getByRole('button', { name: 'Open in Outlook' }).waitFor();
    expect(await recap.getByRole('button', ALLOW).count()).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';

const start = oneOutlook({ still: true });

const START = { name: 'Keep a log of this meeting' };
const WHICH = { name: 'Which meeting is this?' };
const DAILY = { open: 'appointment', title: 'daily sync', date: '2026-11-19' } as const;
const METHODS = async ({ tokenRequests }: OutlookWeb) =>
  (await tokenRequests()).filter(({ method }) => method === 'GetTokenPopup').map(({ scope }) => scope);

const REFUSED = {
  error: {
    code: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
    innerError: { 'request-id': '11111111-2222-3333-4444-555555555555' },
  },
};
const refusal = () =>
  new Response(JSON.stringify(REFUSED), { status: 403, headers: { 'Content-Type': 'application/json' } });

describe('A meeting of somebody else’s calendar', () => {
  test('that nobody can tell is chosen from a list, by the keyboard, once and for all, and otherwise again', async () => {
    const item = { ...DAILY, shared: 'Marcus and P., every day' };
    const web = await start({ item });
    await web.pane().getByRole('heading', WHICH).waitFor();
    const choice = web
      .pane()
      .getByRole('list', WHICH)
      .getByRole('button', { name: /daily sync.*Thu 19 Nov/ });
    await choice.focus();
    await web.page.keyboard.press('Enter');
    await web.pane().getByRole('button', START).waitFor();

    await web.reopen(item);
    await web.pane().getByRole('button', START).click();
    const current = web.pane().getByRole('list', { name: 'Occurrences' });
    await current.waitFor();
    await web.pane().getByRole('button', { name: 'Choose another' }).click();
    await web.pane().getByRole('heading', WHICH).waitFor();
  });

  test('of the same title and time is the owner’s own', async () => {
    const web = await start({ item: { ...DAILY, shared: 'Priya/Marcus daily sync' } });
    await web.pane().getByRole('button', START).waitFor();
  });
});

describe('Without any calendar', () => {
  test('the logs that are kept can be opened and noted in', async () => {
    let permitted = true;
    const web = await start({ item: DAILY, challenge: () => (permitted ? null : refusal()) });
    await web.pane().getByRole('button', START).click();
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    permitted = false;
    await web.reopen({ ...DAILY, shared: 'Marcus and P., every day' });
    await web.pane().getByText('Microsoft 365 did not permit that').waitFor();
    await web.pane().getByRole('button', { name: 'You keep a log of it' }).click();
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    await web
      .pane()
      .getByRole('group', { name: 'What happened?' })
      .getByRole('button', { name: 'We met' })
      .click();
    await web.pane().getByRole('button', { name: 'Undo' }).waitFor();
  });
});

describe('A permission that is missing', () => {
  const item = { open: 'appointment', title: 'Atlas refinement', date: '2026-11-17' } as const;

  test('costs one feature, is said with what is lost, and asked for after a click, alone', async () => {
    const web = await start({
      item,
      signIn: { consented: ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'] },
    });
    await web.pane().getByRole('button', START).click();
    const mails = web.pane().getByText('notice is only known as a range');
    const reports = web.pane().getByText('attendance reports cannot be read');
    await mails.waitFor();
    await reports.waitFor();
    expect(await METHODS(web)).toEqual([]);
    await web.pane().getByRole('button', { name: 'Allow: reading meeting messages' }).click();
    await mails.waitFor({ state: 'detached' });
    expect(await reports.count()).toBe(1);
    const [asked = '', ...more] = await METHODS(web);
    expect(more).toEqual([]);
    expect(asked).toContain('Mail.Read');
    expect(asked).not.toContain('OnlineMeeting');
    await web.pane().getByRole('button', { name: 'Allow: reading attendance reports' }).click();
    await reports.waitFor({ state: 'detached' });
  });

  test('that only an administrator can give comes with the link to give it', async () => {
    const web = await start({ item, signIn: { token: 'consent', person: 'needs-admin' } });
    await web.pane().getByRole('button', { name: 'Sign in' }).click();
    await web.pane().getByRole('button', { name: 'Link for your administrator' }).last().click();
    const link = web.pane().getByRole('textbox', { name: 'Link to approve Loopkeeper' });
    expect(await link.inputValue()).toMatch(
      /^https:\/\/login\.microsoftonline\.com\/[^/]+\/adminconsent\?client_id=.+&redirect_uri=https/,
    );
  });

  test('leaves ids that support can ask for, where Graph refused', async () => {
    const web = await start({ item, challenge: refusal });
    await web.pane().getByRole('button', { name: 'Details for support' }).first().click();
    const details = web.pane().getByRole('textbox', { name: 'Details of what went wrong' });
    expect(await details.inputValue()).toMatch(
      /not-permitted: GET .*answer 403.*request-id 11111111.*client-request-id [-0-9a-f]{36}/s,
    );
  });
});

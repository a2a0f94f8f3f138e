import { describe, expect, test } from 'vitest';
import { US_GOVERNMENT } from '../../simulator/outlook-web/hosts';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { untilRead } from '../ways';

const start = oneOutlook();

const START = { name: 'Keep a log of this meeting' };
const SIGN_IN = { name: 'Sign in' };

const methods = async ({ tokenRequests }: OutlookWeb) => (await tokenRequests()).map(({ method }) => method);

describe('Signing in through Outlook', () => {
  test('opens a window only after a click, and goes on where it was', async () => {
    const web = await start({ signIn: { token: 'consent' } });
    await web.pane().getByText('Please sign in').waitFor();
    expect(await methods(web)).not.toContain('GetTokenPopup');
    await web.pane().getByRole('button', SIGN_IN).click();
    await web.pane().getByRole('button', START).waitFor();
    expect(await methods(web)).toContain('GetTokenPopup');
    expect(await web.pane().getByRole('button', SIGN_IN).count()).toBe(0);
  });

  test.each([
    ['the person closes the window', 'cancels', 'not allowed'],
    ['the organization has not approved', 'needs-admin', 'organization has to approve'],
  ] as const)('says what to do when %s', async (_, person, words) => {
    const web = await start({ signIn: { token: 'consent', person } });
    await web.pane().getByRole('button', SIGN_IN).click();
    await web.pane().getByText(words).waitFor();
    await web.pane().getByRole('button', SIGN_IN).waitFor();
  });

  test('fills no log from another account', async () => {
    const web = await start({ signedIn: 'marcus' });
    await web.pane().getByText('Another account is signed in').waitFor();
    expect(await web.pane().getByRole('button', START).count()).toBe(0);
    await web.pane().getByRole('button', SIGN_IN).waitFor();
  });

  test('says that it is offline', async () => {
    const web = await start({ signIn: { token: 'no-network' } });
    await web.pane().getByText('You are offline').waitFor();
  });

  test.each(['account-gone', 'broken'] as const)(
    'leaves a way on when the bridge answers "%s"',
    async (token) => {
      const web = await start({ signIn: { token } });
      await web.pane().getByRole('alert').or(web.pane().getByRole('status')).first().waitFor();
      await web
        .pane()
        .getByRole('button', { name: /Sign in|Refresh/ })
        .first()
        .waitFor();
    },
  );

  test('a bridge that never answers does not hang the pane', async () => {
    const web = await start({ signIn: { token: 'never' } });
    await expect.poll(() => methods(web)).toContain('GetInitContext');
    await web.page.clock.fastForward(11_000);
    await web.pane().getByText('Please sign in').waitFor();
    await web.pane().getByRole('button', SIGN_IN).waitFor();
  });

  test('a bridge that never gives a token is said to be silent, and signing in helps', async () => {
    const web = await start({ signIn: { token: 'asleep' } });
    await expect.poll(() => methods(web)).toContain('GetToken');
    await web.page.clock.fastForward(11_000);
    await web.pane().getByText('Outlook does not answer').waitFor();
    await web.pane().getByRole('button', SIGN_IN).click();
    await web.pane().getByRole('button', START).waitFor();
  });

  test('answers a claims challenge of Graph with a token of its own', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1762905600"}}}';
    let asked = 0;
    const web = await start({
      challenge: ({ url }) => {
        if (!url.includes('/me/events/') || asked++ > 0) return null;
        const more = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`;
        return new Response('{"error":{"code":"InvalidAuthenticationToken","message":"Continuous access"}}', {
          status: 401,
          headers: { 'WWW-Authenticate': more, 'Content-Type': 'application/json' },
        });
      },
    });
    await web.pane().getByRole('button', START).waitFor();
    expect((await web.tokenRequests()).filter((one) => one.claims.includes('nbf'))).toHaveLength(1);
  });
});

describe('Without nested app authentication', () => {
  const signInWindow = async (web: OutlookWeb) => {
    await web.pane().getByText('Please sign in').waitFor();
    const opened = web.page.context().waitForEvent('page');
    await web.pane().getByRole('button', SIGN_IN).click();
    return opened;
  };

  test('the pane signs in by a window of Outlook’s, which goes to Microsoft and comes back', async () => {
    const web = await start({ profile: 'ltsc2021' });
    const opened = await signInWindow(web);
    await opened.getByRole('button', { name: 'Accept' }).click();
    await web.pane().getByRole('button', START).waitFor();
    await expect.poll(() => opened.isClosed()).toBe(true);
  });

  test('consent refused in the window leaves the pane as it was, with words', async () => {
    const web = await start({ profile: 'ltsc2021' });
    const opened = await signInWindow(web);
    await opened.getByRole('button', { name: 'Cancel' }).click();
    await web.pane().getByText('not allowed').waitFor();
    await web.pane().getByRole('button', SIGN_IN).waitFor();
  });

  test('a window that is closed is a refusal as well', async () => {
    const web = await start({ profile: 'ltsc2021' });
    const opened = await signInWindow(web);
    await opened.getByRole('button', { name: 'Accept' }).waitFor();
    await opened.close();
    await web.pane().getByText('not allowed').waitFor();
  });

  test('opens no window before a click, and none the next time: what the window left is still there', async () => {
    const web = await start({ profile: 'ltsc2021' });
    const windows = () => web.page.context().pages().length;
    await web.pane().getByText('Please sign in').waitFor();
    expect(windows()).toBe(1);
    const opened = await signInWindow(web);
    await opened.getByRole('button', { name: 'Accept' }).click();
    await web.pane().getByRole('button', START).waitFor();
    await expect.poll(windows).toBe(1);
    await web.reopen({ open: 'appointment', title: 'Atlas refinement', date: '2026-11-17' });
    await web.pane().getByRole('heading', { name: 'Atlas refinement' }).waitFor();
    await web.pane().getByRole('button', START).click();
    await untilRead(web.pane());
    expect(windows()).toBe(1);
    // What was never agreed to is anybody's to agree to, and stops nothing.
    expect(await web.pane().getByText('organization has to approve').count()).toBe(0);
  });

  test('in the cloud of the US Government the pane speaks to the hosts of that cloud alone', async () => {
    const web = await start({ profile: 'ltsc2021', cloud: US_GOVERNMENT });
    const opened = await signInWindow(web);
    await opened.getByRole('button', { name: 'Accept' }).waitFor();
    expect(new URL(opened.url()).host).toBe('login.microsoftonline.us');
    await opened.getByRole('button', { name: 'Accept' }).click();
    await web.pane().getByRole('button', START).click();
    await untilRead(web.pane());
    expect([...web.spokenTo].filter((host) => /^(login|graph)\./.test(host)).sort()).toEqual([
      'graph.microsoft.us',
      'login.microsoftonline.us',
    ]);
  });
});

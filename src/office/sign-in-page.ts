import { createStandardPublicClientApplication } from '@azure/msal-browser';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';
import type { WindowAnswer, WindowWish } from './sign-in-window';

/**
 * The window's whole life: on the first load it goes to the sign-in page, on the second it hands the token to the
 * pane that opened it. What goes wrong is handed over as well, for the pane has the words.
 */
export async function signInHere({
  onSilence,
  ...auth
}: {
  readonly clientId: string;
  readonly authority: string;
  /** This page. */
  readonly redirectUri: string;
  /** Outlook has not answered for a while: whoever looks at the window hears of it. It may still answer. */
  readonly onSilence: () => void;
}): Promise<void> {
  const ready = Office.onReady();
  await within(LIMITS.outlookReady, () => new Error('Outlook does not answer.'), ready).catch(onSilence);
  await ready;
  try {
    const app = await createStandardPublicClientApplication({
      auth: { ...auth, clientCapabilities: ['CP1'] },
      cache: { cacheLocation: 'localStorage' },
    });
    const result = await app.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (result !== null) {
      hand({
        kind: 'handed',
        token: result.accessToken,
        scopes: result.scopes,
        expiresAt: result.expiresOn?.getTime() ?? 0,
        account: result.account.homeAccountId,
      });
      return;
    }
    const { scopes, loginHint, claims } = wishHere();
    await app.acquireTokenRedirect({
      scopes: [...scopes],
      loginHint,
      ...(claims === undefined ? {} : { claims }),
    });
  } catch (thrown) {
    const { name = '', errorCode = '', message = '' } = (thrown ?? {}) as Record<string, string | undefined>;
    hand({ kind: 'refused', name, errorCode, message });
  }
}

const hand = (answer: WindowAnswer) => Office.context.ui.messageParent(JSON.stringify(answer));

function wishHere(): WindowWish {
  const asked = new URL(location.href).searchParams.get('wish');
  if (asked === null) throw new Error('Nobody asked for a token.');
  return JSON.parse(asked) as WindowWish;
}

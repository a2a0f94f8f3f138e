import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import { Trouble } from '../domain/trouble';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';
import { forgetStoredSignIn } from './forget-sign-in';
import { troubleOf } from './sign-in-trouble';
import { type Handed, signInWindow } from './sign-in-window';

/** A token, and the account it is of by the sign-in's own word; null where it gave none. */
export interface Token {
  readonly token: string;
  readonly account: string | null;
}

export interface SignIn {
  /**
   * A token for these scopes, without a window. Throws `sign-in-needed` when only the person can go on,
   * `offline`, or `refused-by-server`. Tokens are never stored or logged by us.
   */
  readonly token: (scopes: readonly string[], more?: TokenWish) => Promise<Token>;
  /** With a window, from a click. Throws `consent-refused`, `admin-approval-needed`, … */
  readonly interact: (scopes: readonly string[]) => Promise<void>;
  /** What it gave was of somebody else's account: that one is neither used nor hinted at any more. */
  readonly disown: () => void;
  /** Nothing of it is left here, in the browser's storage neither. */
  readonly forget: () => void;
}

export interface TokenWish {
  /** What the server challenged the last token with, as JSON text. */
  readonly claims?: string;
  /** A new token, even where one is at hand. */
  readonly force?: boolean;
}

export interface SignInOutside {
  readonly clientId: string;
  readonly authority: string;
  /** Whether Outlook claims to hand out tokens. */
  readonly nested: boolean;
  /** Absolute addresses of the page that hands an answer back, and of the page for the window. */
  readonly redirectUri: string;
  readonly windowUri: string;
  readonly loginHint: string;
  /** Object id of the account whose log this is, where that is known. */
  readonly objectId: () => Promise<string | null>;
  readonly clock: () => number;
}

/** A token in hand is not used in its last minutes. */
const SPARE = 5 * 60_000;

/**
 * Signs in through Outlook (nested app authentication), else by a window of our own. msal is loaded on first use.
 * Everything that can hang has a limit: a host that never answers would otherwise keep the pane waiting for ever
 * (seen with msal-browser 5.29), and some claim the feature without having it (msal#7723).
 */
export function createSignIn(outside: SignInOutside): SignIn {
  let client: ReturnType<typeof openClient> | null = null;
  let last: AuthenticationResult | null = null;
  let handed: Handed | null = null;
  /** A challenge that only the window can answer. */
  let challenged: string | undefined;

  const open = () => {
    client ??= openClient(outside).catch((thrown: unknown) => {
      client = null;
      throw thrown;
    });
    return client;
  };

  const request = (scopes: readonly string[], claims?: string) => {
    const account = last?.account;
    return {
      scopes: [...scopes],
      loginHint: outside.loginHint,
      ...(account ? { account } : {}),
      ...(claims === undefined ? {} : { claims }),
    };
  };

  /** What the window left here, where the browser keeps it for both of us; else what it handed over. */
  const ownToken = async (scopes: readonly string[], { claims, force = false }: TokenWish) => {
    const { app } = await open();
    const account = rightOf(app.getAllAccounts(), outside.loginHint, await outside.objectId(), handed);
    const fresh =
      !force && claims === undefined && handed !== null && handed.expiresAt - SPARE > outside.clock();
    if (fresh && handed !== null && covers(handed, scopes)) {
      return { token: handed.token, account: handed.account };
    }
    challenged = claims;
    if (account === undefined) throw new Trouble('sign-in-needed', 'sign-in', scopeOf(scopes));
    const silent = { ...request(scopes, claims), account, forceRefresh: force };
    last = await inTime('token', app.acquireTokenSilent(silent));
    return given(last);
  };

  const disown = () => {
    last = null;
    handed = null;
  };

  return {
    async token(scopes, more = {}) {
      try {
        const { app, nested } = await open();
        if (!nested) return await ownToken(scopes, more);
        const silent = { ...request(scopes, more.claims), forceRefresh: more.force ?? false };
        last = await inTime('token', app.acquireTokenSilent(silent));
        return given(last);
      } catch (thrown) {
        throw troubleOf(thrown, scopes);
      }
    },
    async interact(scopes) {
      try {
        const { app, nested } = await open();
        if (nested)
          last = await inTime('sign-in window', app.acquireTokenPopup(request(scopes)), LIMITS.signingIn);
        else handed = await signInWindow(outside.windowUri, { ...request(scopes, challenged) });
      } catch (thrown) {
        throw troubleOf(thrown, scopes);
      }
    },
    disown,
    forget: () => {
      disown();
      client = null;
      challenged = undefined;
      forgetStoredSignIn();
    },
  };
}

const given = ({ accessToken, account }: AuthenticationResult): Token => ({
  token: accessToken,
  account: account?.homeAccountId ?? null,
});

/**
 * Which of the accounts that ever signed in here. A sign-in name need not be the address of the mailbox; whose the token
 * is, is asked before it is used.
 */
function rightOf(
  accounts: readonly AccountInfo[],
  loginHint: string,
  objectId: string | null,
  handed: Handed | null,
): AccountInfo | undefined {
  return (
    accounts.find((one) => one.homeAccountId === handed?.account) ??
    accounts.find((one) => one.localAccountId === objectId) ??
    accounts.find((one) => one.username.toLowerCase() === loginHint) ??
    (accounts.length === 1 ? accounts[0] : undefined)
  );
}

const covers = (handed: Handed, scopes: readonly string[]): boolean => {
  const granted = handed.scopes.map((scope) => scope.toLowerCase());
  return scopes.every((scope) => granted.includes(scope.toLowerCase()));
};

const scopeOf = ([scope]: readonly string[]) => (scope === undefined ? {} : { scope });

/** Through Outlook where that works within the limit; `nested` says which it became. */
async function openClient(outside: SignInOutside) {
  const msal = await import('@azure/msal-browser');
  const { clientId, authority, redirectUri } = outside;
  const configuration = {
    auth: { clientId, authority, redirectUri, clientCapabilities: ['CP1'] },
    cache: { cacheLocation: 'localStorage' as const },
  };
  const standard = () => inTime('sign-in service', msal.createStandardPublicClientApplication(configuration));
  if (!outside.nested) return { app: await standard(), nested: false };
  let nested = false;
  const throughOutlook = msal.createNestablePublicClientApplication(configuration, undefined, (...given) => {
    nested = true;
    return new msal.PublicClientApplication(...given);
  });
  try {
    return { app: await inTime('sign-in service', throughOutlook), nested };
  } catch (thrown) {
    if (!(thrown instanceof Trouble)) throw thrown;
    return { app: await standard(), nested: false };
  }
}

const inTime = <Value>(where: string, work: Promise<Value>, limit: number = LIMITS.token): Promise<Value> =>
  within(limit, () => new Trouble('outlook-silent', where), work);

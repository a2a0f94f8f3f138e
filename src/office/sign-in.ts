import type { AuthenticationResult } from '@azure/msal-browser';
import { Trouble } from '../domain/trouble';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';
import { troubleOf } from './sign-in-trouble';
import { type Handed, signInWindow } from './sign-in-window';

export interface SignIn {
  /**
   * A token for these scopes, without a window. Throws `sign-in-needed` when only the person can go on,
   * `offline`, or `refused-by-server`. Tokens are never stored or logged by us.
   */
  readonly token: (scopes: readonly string[], more?: TokenWish) => Promise<string>;
  /** With a window, from a click. Throws `consent-refused`, `admin-approval-needed`, … */
  readonly interact: (scopes: readonly string[]) => Promise<void>;
  /** Account name of the last token; null before the first. */
  readonly account: () => string | null;
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
    const account = app.getAllAccounts().find((one) => one.username.toLowerCase() === outside.loginHint);
    const fresh =
      !force && claims === undefined && handed !== null && handed.expiresAt - SPARE > outside.clock();
    if (fresh && handed !== null && covers(handed, scopes)) return handed.token;
    challenged = claims;
    if (account === undefined) throw new Trouble('sign-in-needed', 'sign-in', scopeOf(scopes));
    const silent = { ...request(scopes, claims), account, forceRefresh: force };
    last = await inTime('token', app.acquireTokenSilent(silent));
    return last.accessToken;
  };

  return {
    async token(scopes, more = {}) {
      try {
        const { app, nested } = await open();
        if (!nested) return await ownToken(scopes, more);
        const silent = { ...request(scopes, more.claims), forceRefresh: more.force ?? false };
        last = await inTime('token', app.acquireTokenSilent(silent));
        return last.accessToken;
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
    account: () => last?.account?.username ?? handed?.account ?? null,
  };
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

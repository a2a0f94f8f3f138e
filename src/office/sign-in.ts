import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { Trouble } from '../domain/trouble';

export interface SignIn {
  /**
   * A token for these scopes, without a window. Throws `sign-in-needed` when only the person can go on,
   * `offline`, or `refused-by-server`. Tokens are never stored or logged by us.
   */
  readonly token: (scopes: readonly string[], more?: { claims?: string; force?: boolean }) => Promise<string>;
  /** With a window, from a click. Throws `consent-refused`, `admin-approval-needed`, … */
  readonly interact: (scopes: readonly string[]) => Promise<void>;
  /** Account name of the last token; null before the first. */
  readonly account: () => string | null;
}

/**
 * Signs in through Outlook (nested app authentication) where the host offers it, else by a window of our own.
 * msal is loaded on first use. Everything that can hang has a limit: a host that never answers would otherwise
 * keep the pane waiting for ever (seen with msal-browser 5.29).
 */
export function createSignIn(outside: {
  readonly clientId: string;
  readonly authority: string;
  readonly nested: boolean;
  /** Absolute address of the page that hands the answer back. */
  readonly redirectUri: string;
  readonly loginHint: string;
  readonly limit: number;
}): SignIn {
  let client: Promise<IPublicClientApplication> | null = null;
  let last: AuthenticationResult | null = null;

  const open = (): Promise<IPublicClientApplication> => {
    client ??= within(outside.limit, 'sign-in service', openClient()).catch((thrown: unknown) => {
      client = null;
      throw thrown;
    });
    return client;
  };

  async function openClient(): Promise<IPublicClientApplication> {
    const msal = await import('@azure/msal-browser');
    const configuration = {
      auth: {
        clientId: outside.clientId,
        authority: outside.authority,
        clientCapabilities: ['CP1'],
        redirectUri: outside.redirectUri,
      },
      cache: { cacheLocation: 'localStorage' as const },
    };
    return outside.nested
      ? msal.createNestablePublicClientApplication(configuration)
      : msal.createStandardPublicClientApplication(configuration);
  }

  const request = (scopes: readonly string[], claims?: string) => {
    const account = last?.account;
    return {
      scopes: [...scopes],
      loginHint: outside.loginHint,
      ...(account ? { account } : {}),
      ...(claims === undefined ? {} : { claims }),
    };
  };

  return {
    async token(scopes, more = {}) {
      const app = await open();
      try {
        const silent = { ...request(scopes, more.claims), forceRefresh: more.force ?? false };
        last = await within(outside.limit, 'token', app.acquireTokenSilent(silent));
        return last.accessToken;
      } catch (thrown) {
        throw troubleOf(thrown, scopes);
      }
    },
    async interact(scopes) {
      const app = await open();
      try {
        last = await app.acquireTokenPopup(request(scopes));
      } catch (thrown) {
        throw troubleOf(thrown, scopes);
      }
    },
    account: () => last?.account?.username ?? null,
  };
}

async function within<Value>(limit: number, where: string, work: Promise<Value>): Promise<Value> {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Trouble('outlook-silent', where)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(alarm);
  }
}

/**
 * msal's errors by name and code, so that its classes need not be loaded to tell them apart. A nested client
 * without a bridge throws `no_account_error` where it should ask for interaction: that is a sign-in, too.
 */
export function troubleOf(thrown: unknown, scopes: readonly string[]): Trouble {
  if (thrown instanceof Trouble) return thrown;
  const {
    name = '',
    errorCode = '',
    subError = '',
    message = '',
  } = (thrown ?? {}) as Record<string, string | undefined>;
  const more = { cause: thrown, ...(scopes[0] === undefined ? {} : { scope: scopes[0] }) };
  const said = `${errorCode} ${subError} ${message}`;
  if (/AADSTS90094|AADSTS65001.*admin|admin.*approval|consent.*admin/i.test(said)) {
    return new Trouble('admin-approval-needed', 'sign-in', more);
  }
  if (/user_cancel|access_denied/i.test(said)) return new Trouble('consent-refused', 'sign-in', more);
  if (/no_network|network_error|post_request_failed|get_request_failed/i.test(said)) {
    return new Trouble('offline', 'sign-in', more);
  }
  if (
    name === 'InteractionRequiredAuthError' ||
    /no_account|interaction_required|native_account_unavailable/i.test(said)
  ) {
    return new Trouble('sign-in-needed', 'sign-in', more);
  }
  return new Trouble('refused-by-server', 'sign-in', more);
}

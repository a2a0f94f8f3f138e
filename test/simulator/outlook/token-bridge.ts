/** The bridge over which Outlook hands tokens to a pane (nested app authentication), as msal-browser speaks it. */
interface Account {
  name: string;
  address: string;
  objectId: string;
  tenant: string;
}

interface TokenRequest {
  method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  requestId: string;
  tokenParams?: { clientId?: string; scope?: string };
}

const base64 = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** A token that can be read and that nobody signed: it opens the simulated Graph only. */
const unsigned = (claims: object) => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`;

const HOUR = 3600;

/** The permissions of a request, without what every sign-in asks for. */
const scopesOf = ({ tokenParams = {} }: TokenRequest) =>
  (tokenParams.scope ?? '')
    .split(' ')
    .map((scope) => scope.split('/').at(-1) ?? '')
    .filter((scope) => !['', 'openid', 'profile', 'offline_access', '.default'].includes(scope));

/** `agreed`: the permissions that were agreed to so far, one by one; null: everything. */
export function createTokenBridge(
  owner: Account,
  now: () => number,
  connected: () => boolean,
  agreed: Set<string> | null = null,
) {
  const listeners = new Set<(message: string) => void>();
  // Asked for each time: Outlook can change the account behind a pane that is open.
  const homeAccountId = () => `${owner.objectId}.${owner.tenant}`;

  const tokenFor = ({ tokenParams = {} }: TokenRequest) => {
    const second = Math.floor(now() / 1000);
    const claims = {
      iss: `https://login.microsoftonline.com/${owner.tenant}/v2.0`,
      tid: owner.tenant,
      oid: owner.objectId,
      sub: owner.objectId,
      name: owner.name,
      preferred_username: owner.address,
      iat: second,
      nbf: second,
      exp: second + HOUR,
    };
    return {
      token: {
        access_token: unsigned({
          ...claims,
          aud: 'https://graph.microsoft.com',
          scp: tokenParams.scope ?? '',
        }),
        id_token: unsigned({ ...claims, aud: tokenParams.clientId ?? '' }),
        expires_in: HOUR,
        scope: tokenParams.scope ?? '',
        properties: null,
      },
      account: {
        homeAccountId: homeAccountId(),
        environment: 'login.microsoftonline.com',
        tenantId: owner.tenant,
        username: owner.address,
        localAccountId: owner.objectId,
        name: owner.name,
      },
    };
  };

  const answer = (request: TokenRequest): object => {
    if (request.method === 'GetInitContext') {
      return {
        success: true,
        initContext: {
          sdkName: 'simulated-outlook',
          sdkVersion: '1.0.0',
          capabilities: { queryAccount: false },
          accountContext: {
            homeAccountId: homeAccountId(),
            environment: 'login.microsoftonline.com',
            tenantId: owner.tenant,
          },
        },
      };
    }
    if (!connected()) return { success: false, error: { status: 'NO_NETWORK', code: 'no_network' } };
    if (agreed !== null && request.method === 'GetTokenPopup') {
      for (const scope of scopesOf(request)) agreed.add(scope);
    }
    if (agreed !== null && !scopesOf(request).every((scope) => agreed.has(scope))) {
      return { success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: 'consent_required' } };
    }
    return { success: true, ...tokenFor(request) };
  };

  return {
    addEventListener: (_event: string, listener: (message: string) => void) => listeners.add(listener),
    removeEventListener: (_event: string, listener: (message: string) => void) => listeners.delete(listener),
    postMessage: (text: string) => {
      const request = JSON.parse(text) as TokenRequest;
      setTimeout(() => {
        const { requestId } = request;
        const response = { messageType: 'NestedAppAuthResponse', requestId, ...answer(request) };
        for (const listener of [...listeners]) listener(JSON.stringify(response));
      });
    },
  };
}

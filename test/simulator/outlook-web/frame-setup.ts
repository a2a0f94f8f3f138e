/**
 * Runs in the pane's frame before everything else: what Outlook itself puts there, and what a kind of Outlook takes
 * away. `window.outlookFrame` comes above it.
 */
import { createTokenBridge } from '../outlook/token-bridge';

/** What the person and the sign-in service do when the pane asks for a token. */
export interface SignInHabits {
  /**
   * `silent`: a token at once. `consent`: only after the person agreed in a window. `never`: the bridge says nothing
   * at all. `asleep`: it is there, and says nothing of a token before somebody signed in by its window.
   */
  token: 'silent' | 'consent' | 'no-network' | 'never' | 'asleep' | 'account-gone' | 'broken';
  /** What the person does in the window. */
  person: 'agrees' | 'cancels' | 'needs-admin' | 'never';
  /** Permissions that were agreed to before; everything unless given. */
  consented?: string[];
}

interface Account {
  name: string;
  address: string;
  objectId: string;
  tenant: string;
}

export interface OutlookFrame {
  account: Account;
  nestedAuth: boolean;
  downloads: boolean;
  habits: SignInHabits;
}

/** A request of msal's, as far as a test asks. */
interface Asked {
  method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  requestId: string;
  tokenParams?: { scope?: string; claims?: string };
}

declare global {
  interface Window {
    outlookFrame: OutlookFrame;
    /** What the pane asked of the bridge so far. */
    tokenRequests: { method: string; scope: string; claims: string }[];
  }
}

const REFUSALS: Partial<Record<SignInHabits['token'] | SignInHabits['person'], object>> = {
  consent: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' },
  'no-network': { status: 'NO_NETWORK', code: 'no_network' },
  'account-gone': { status: 'ACCOUNT_UNAVAILABLE', code: 'no_account' },
  broken: { status: 'PERSISTENT_ERROR', code: 'native_executor_error', description: 'It broke.' },
  cancels: { status: 'USER_CANCEL', code: 'user_cancelled' },
  'needs-admin': {
    status: 'PERSISTENT_ERROR',
    code: 'invalid_grant',
    description: 'AADSTS90094: The grant requires administrator permission.',
  },
};

function layBridge({ account, habits }: OutlookFrame): void {
  const bridge = createTokenBridge(
    account,
    () => Date.now(),
    () => true,
    habits.consented === undefined ? null : new Set(habits.consented),
  );
  const listeners = new Set<(message: string) => void>();
  let agreed = false;
  window.tokenRequests = [];

  const refuse = (requestId: string, error: object) =>
    setTimeout(() => {
      const words = JSON.stringify({
        messageType: 'NestedAppAuthResponse',
        requestId,
        success: false,
        error,
      });
      for (const listener of [...listeners]) listener(words);
    });

  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (name: string, listener: (message: string) => void) => {
        listeners.add(listener);
        bridge.addEventListener(name, listener);
      },
      removeEventListener: (name: string, listener: (message: string) => void) => {
        listeners.delete(listener);
        bridge.removeEventListener(name, listener);
      },
      postMessage: (text: string) => {
        const { method, requestId, tokenParams } = JSON.parse(text) as Asked;
        window.tokenRequests.push({
          method,
          scope: tokenParams?.scope ?? '',
          claims: tokenParams?.claims ?? '',
        });
        if (habits.token === 'never') return;
        if (method === 'GetInitContext') return bridge.postMessage(text);
        const inWindow = method === 'GetTokenPopup';
        if (inWindow && habits.person === 'never') return;
        if (habits.token === 'asleep' && !inWindow && !agreed) return;
        const refusal = inWindow
          ? REFUSALS[habits.person]
          : habits.token === 'consent' && agreed
            ? undefined
            : REFUSALS[habits.token];
        if (refusal) return void refuse(requestId, refusal);
        agreed ||= inWindow;
        bridge.postMessage(text);
      },
    },
  });
}

/** A link with `download` does nothing in Outlook for Mac, and says nothing. */
function denyDownloads(): void {
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute('download')) click.call(this);
  };
}

const outlook = window.outlookFrame;
if (window.name.includes('loopkeeper-conversation')) {
  if (outlook.nestedAuth) layBridge(outlook);
  if (!outlook.downloads) denyDownloads();
}

import { Trouble } from '../domain/trouble';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';
import { shown } from './ask-outlook';

/** What the window gives the pane, over Outlook's own channel between the two. Never stored. */
export interface Handed {
  readonly token: string;
  /** Everything the token is good for. */
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  /** The account's own id. */
  readonly account: string;
}

/** The window's word: a token, or why there is none. */
export type WindowAnswer =
  | ({ readonly kind: 'handed' } & Handed)
  | { readonly kind: 'refused'; readonly name: string; readonly errorCode: string; readonly message: string };

export interface WindowWish {
  readonly scopes: readonly string[];
  readonly loginHint: string;
  readonly claims?: string;
}

const WHERE = 'sign-in window';
const CLOSED_BY_THE_PERSON = 12006;

/**
 * Opens Outlook's dialog on our own page, which goes to the sign-in page and comes back with a token. For Outlooks
 * that hand out none themselves. From a click only. Throws `consent-refused` when the window was closed.
 */
export function signInWindow(page: string, wish: WindowWish): Promise<Handed> {
  const address = new URL(page);
  // In the query, because Office.js writes its own words behind the address as well.
  address.searchParams.set('wish', JSON.stringify(wishOf(wish)));
  const size = { height: 60, width: 30, promptBeforeOpen: false };
  return shown<Office.Dialog>(WHERE, (done) =>
    Office.context.ui.displayDialogAsync(address.href, size, done),
  ).then(answered);
}

const answered = (window: Office.Dialog): Promise<Handed> =>
  within(
    LIMITS.signingIn,
    () => new Trouble('outlook-silent', WHERE),
    new Promise((resolve, reject) => {
      window.addEventHandler(Office.EventType.DialogMessageReceived, (said) => {
        const answer = 'message' in said ? answerOf(said.message) : null;
        if (answer === null) return;
        window.close();
        if (answer.kind === 'handed') resolve(answer);
        else reject(answer);
      });
      window.addEventHandler(Office.EventType.DialogEventReceived, (said) => {
        const closed = 'error' in said && said.error === CLOSED_BY_THE_PERSON;
        reject(new Trouble(closed ? 'consent-refused' : 'outlook-refused', WHERE));
      });
    }),
  );

const wishOf = ({ scopes, loginHint, claims }: WindowWish): WindowWish => ({
  scopes,
  loginHint,
  ...(claims === undefined ? {} : { claims }),
});

function answerOf(text: string): WindowAnswer | null {
  try {
    const said = JSON.parse(text) as WindowAnswer;
    return said.kind === 'handed' || said.kind === 'refused' ? said : null;
  } catch {
    return null;
  }
}

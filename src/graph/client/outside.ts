import type { Account } from '../../domain/facts/things/account';
import type { Instant } from '../../domain/time/time';
import type { Gate } from './gate';
import type { Json } from './json';
import type { GraphCall } from './permissions';

/** A token, and which account it is of by the word of whoever gave it; null where nobody said. */
export interface Bearer {
  readonly token: string;
  readonly account: string | null;
}

export type TokenSource = (
  scopes: readonly string[],
  more?: { claims?: string; force?: boolean },
) => Promise<Bearer>;

export interface AccountCheck {
  /**
   * Whose this token is, by Graph's word. Throws `wrong-account` where it is somebody else's than the mailbox and the
   * log; gives Graph's refusal (401) where the token itself is refused.
   */
  readonly check: (bearer: Bearer) => Promise<Json | Response>;
  /** The signed-in person as Graph describes them. */
  readonly me: () => Promise<Json>;
}

/** What the adapter needs of the world. Times in milliseconds. */
export interface Outside {
  readonly fetch: typeof fetch;
  /** With its version: `https://graph.microsoft.com/v1.0`. */
  readonly graph: string;
  readonly token: TokenSource;
  /** Whether this account is the one of the mailbox and the log. */
  readonly isOurs: (account: Account) => Promise<boolean>;
  readonly clock: () => Instant;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** At most four at once over all panes; without it, over this pane. */
  readonly gate?: Gate;
  /** A GUID. */
  readonly newId: () => string;
  readonly browserZone: string;
}

export interface Ask {
  readonly call: GraphCall;
  /** The path with its ids (encoded), where the call's own has names in braces; or a next link, as it came. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** False where only the success counts: what stands in the answer is not read. */
  readonly answers?: boolean;
  /** The version it is meant for; another one there is refused with 412. */
  readonly match?: string | undefined;
  /** The only status that says it was done; any other success leaves open what was. */
  readonly done?: number;
}

/** Asks Graph once, through the chain. Gives the JSON object of the answer; throws `Trouble`. */
export type GraphClient = (ask: Ask) => Promise<Json>;

/** `$` stays readable; everything that could end a value is encoded, once. */
export const queryText = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

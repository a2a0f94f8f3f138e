import { isTrouble, type Trouble, type TroubleKind } from '../../domain/trouble';

/**
 * What a mail does after a trouble: it `waits` and goes later by itself, or is `refused`, because the same would happen
 * again. `keyless`: a draft with a key is not to be had, and the mail takes the way without one.
 */
interface After {
  /** Of its draft. */
  readonly draft: 'waits' | 'refused' | 'keyless';
  /** Of the mail itself. */
  readonly sending: 'waits' | 'refused';
}

const WAITS: After = { draft: 'waits', sending: 'waits' };
const REFUSED: After = { draft: 'refused', sending: 'refused' };
const KEYLESS: After = { draft: 'keyless', sending: 'refused' };
/** Where even the way without a key is not to be had: what is allowed again tomorrow waits for tomorrow. */
const SIGNS_IN: After = { draft: 'keyless', sending: 'waits' };

const AFTER: Readonly<Record<TroubleKind, After>> = {
  offline: WAITS,
  'sign-in-needed': SIGNS_IN,
  'consent-refused': SIGNS_IN,
  'admin-approval-needed': SIGNS_IN,
  'wrong-account': WAITS,
  'not-permitted': KEYLESS,
  'not-found': REFUSED,
  throttled: WAITS,
  busy: WAITS,
  'stale-token': WAITS,
  'unreadable-answer': WAITS,
  'refused-by-server': KEYLESS,
  // Of a draft: it may lie there, and goes to nobody.
  'unknown-outcome': WAITS,
  'storage-denied': WAITS,
  'storage-full': WAITS,
  'storage-newer': WAITS,
  'storage-blocked': WAITS,
  'storage-not-upgraded': WAITS,
  'log-elsewhere': WAITS,
  'no-drive': REFUSED,
  'drive-full': REFUSED,
  'mailbox-out-of-reach': REFUSED,
  // Of the names that its items may have ("Cannot get ID from name"): the same mail goes without a key.
  'mailbox-full': KEYLESS,
  'mail-limit': REFUSED,
  'mail-too-large': REFUSED,
  'mail-blocked': REFUSED,
  'send-as-denied': REFUSED,
  'recipient-refused': REFUSED,
  'outlook-silent': WAITS,
  'outlook-hangs': WAITS,
  'draft-left': WAITS,
  'not-opened': WAITS,
  'not-loaded': WAITS,
  'held-elsewhere': WAITS,
  // A fault of ours, which would only come again.
  unforeseen: REFUSED,
  'outlook-refused': WAITS,
  'wrong-configuration': WAITS,
};

export const afterDraft = (kind: TroubleKind): After['draft'] => AFTER[kind].draft;
export const afterSending = (kind: TroubleKind): After['sending'] => AFTER[kind].sending;

/** What was thrown, where it is one of the troubles that are foreseen; anything else is thrown on. */
export function troubleIn(thrown: unknown): Trouble {
  if (isTrouble(thrown)) return thrown;
  throw thrown;
}

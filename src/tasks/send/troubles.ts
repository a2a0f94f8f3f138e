import { isTrouble, type Trouble, type TroubleKind } from '../../domain/trouble';

/**
 * What a mail does after a trouble: `waits` and goes later by itself, or is `refused`, because the same would happen
 * again. `keyless`: a draft with a key is not to be had, and the mail takes the way without one.
 */
type After = 'waits' | 'refused' | 'keyless';

const AFTER: Readonly<Record<TroubleKind, After>> = {
  offline: 'waits',
  'sign-in-needed': 'keyless',
  'consent-refused': 'keyless',
  'admin-approval-needed': 'keyless',
  'wrong-account': 'waits',
  'not-permitted': 'keyless',
  'not-found': 'refused',
  throttled: 'waits',
  busy: 'waits',
  'stale-token': 'waits',
  'unreadable-answer': 'waits',
  'refused-by-server': 'keyless',
  // Of a draft: it may lie there, and goes to nobody.
  'unknown-outcome': 'waits',
  'storage-denied': 'waits',
  'storage-full': 'waits',
  'storage-newer': 'waits',
  'storage-blocked': 'waits',
  'storage-not-upgraded': 'waits',
  'log-elsewhere': 'waits',
  'no-drive': 'refused',
  'drive-full': 'refused',
  'mailbox-out-of-reach': 'refused',
  // Of the names that its items may have ("Cannot get ID from name"): the same mail goes without a key.
  'mailbox-full': 'keyless',
  'mail-limit': 'refused',
  'mail-too-large': 'refused',
  'mail-blocked': 'refused',
  'send-as-denied': 'refused',
  'recipient-refused': 'refused',
  'outlook-silent': 'waits',
  'outlook-hangs': 'waits',
  'draft-left': 'waits',
  'not-opened': 'waits',
  'not-loaded': 'waits',
  'held-elsewhere': 'waits',
  // A fault of ours, which would only come again.
  unforeseen: 'refused',
  'outlook-refused': 'waits',
  'wrong-configuration': 'waits',
};

/** Where even the way without a key is not to be had, these say that nobody has to ask again. */
const SIGNS_IN: readonly TroubleKind[] = ['sign-in-needed', 'consent-refused', 'admin-approval-needed'];

export const afterDraft = (kind: TroubleKind): After => AFTER[kind];

/** After a sending: what is allowed again tomorrow waits for tomorrow. */
export function afterSending(kind: TroubleKind): 'waits' | 'refused' {
  if (SIGNS_IN.includes(kind)) return 'waits';
  return AFTER[kind] === 'waits' ? 'waits' : 'refused';
}

/** What was thrown, where it is one of the troubles that are foreseen; anything else is thrown on. */
export function troubleIn(thrown: unknown): Trouble {
  if (isTrouble(thrown)) return thrown;
  throw thrown;
}

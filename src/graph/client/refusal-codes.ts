import type { TroubleKind } from '../../domain/trouble-rows';

/** Where a status says more because of what was asked: a mailbox without room, a mail that is too large. */
export const OF_MAIL: Readonly<Record<number, TroubleKind>> = { 413: 'mail-too-large', 507: 'mailbox-full' };

/**
 * What Graph means is in its code, whatever the HTTP status around it: the same code was seen with 400, 403, 404 and 507.
 * Codes in lower case, as their casing varies. What is not here is told by the status.
 */
const CODES: Partial<Readonly<Record<TroubleKind, readonly string[]>>> = {
  'sign-in-needed': ['invalidauthenticationtoken'],
  'stale-token': ['syncstatenotfound', 'resyncchangesapplydifferences', 'resyncchangesuploaddifferences'],
  throttled: ['applicationthrottled', 'toomanyrequests', 'activitylimitreached'],
  // On premises, a guest, no licence, a hybrid organization: no Exchange Online mailbox behind this account.
  'mailbox-out-of-reach': [
    'mailboxnotenabledforrestapi',
    'mailboxnotsupportedforrestapi',
    'restapinotenabledforcomponentsharedmailbox',
    'errornonexistentmailbox',
  ],
  // Of the mailbox, or of the names that its items may have ("Cannot get ID from name").
  'mailbox-full': ['errorquotaexceeded', 'quotaexceededexception'],
  'mail-limit': ['errorexceededmessagelimit', 'errorsubmissionquotaexceeded'],
  'mail-too-large': ['errormessagesizeexceeded', 'errorattachmentsizelimitexceeded'],
  'mail-blocked': ['erroraccountsuspend', 'erroraccountdisabled'],
  'send-as-denied': ['errorsendasdenied'],
  'recipient-refused': ['errorinvalidrecipients', 'errortoomanyrecipients', 'errormissingrecipients'],
};

const KINDS: ReadonlyMap<string, TroubleKind> = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as TroubleKind] as const)),
);

export const kindOfCode = (code: string): TroubleKind | null => KINDS.get(code) ?? null;

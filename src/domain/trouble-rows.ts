/**
 * What a mail does after a trouble: it `waits` and goes later by itself, or is `refused`, because the same would happen
 * again. `keyless`: a draft with a key is not to be had, and the mail takes the way without one.
 */
interface AfterTrouble {
  readonly draft: 'waits' | 'refused' | 'keyless';
  readonly sending: 'waits' | 'refused';
}

const WAITS: AfterTrouble = { draft: 'waits', sending: 'waits' };
const REFUSED: AfterTrouble = { draft: 'refused', sending: 'refused' };
const KEYLESS: AfterTrouble = { draft: 'keyless', sending: 'refused' };
/** Where even the way without a key is not to be had: what is allowed again tomorrow waits for tomorrow. */
const SIGNS_IN: AfterTrouble = { draft: 'keyless', sending: 'waits' };

/** All that has to be known of something that can go wrong outside. */
interface TroubleRow {
  /** What stands in the pane: what it is, and what the person can do. */
  readonly words: string;
  /** `sign-in`: or trying it once more. `reload`: this pane cannot go on as it is. */
  readonly helps: 'sign-in' | 'reload' | 'nothing-here';
  /** A refusal tells nobody apart: the person may have closed the window, or may not be allowed to agree. */
  readonly admin?: true;
  readonly mail: AfterTrouble;
}

const ROWS = {
  offline: { words: 'You are offline.', helps: 'nothing-here', mail: WAITS },
  'sign-in-needed': {
    words: 'Please sign in, so that the calendar can be read.',
    helps: 'sign-in',
    mail: SIGNS_IN,
  },
  'consent-refused': {
    words: 'Reading the calendar was not allowed. You can allow it when you sign in again.',
    helps: 'sign-in',
    admin: true,
    mail: SIGNS_IN,
  },
  'admin-approval-needed': {
    words: 'Your organization has to approve this add-in first. Your administrator can do that.',
    helps: 'sign-in',
    admin: true,
    mail: SIGNS_IN,
  },
  'wrong-account': {
    words: 'Another account is signed in, not that of this mailbox. Nothing is read or sent with it.',
    helps: 'sign-in',
    mail: WAITS,
  },
  'not-permitted': {
    words: 'Microsoft 365 did not permit that.',
    helps: 'sign-in',
    admin: true,
    mail: KEYLESS,
  },
  'not-found': { words: 'Microsoft 365 cannot find it any more.', helps: 'nothing-here', mail: REFUSED },
  throttled: {
    words: 'Microsoft 365 asks to wait a little. Please refresh in a minute.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  busy: {
    words: 'Microsoft 365 is busy just now. Please try again in a moment.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'stale-token': { words: 'The sign-in ran out. Please try again.', helps: 'sign-in', mail: WAITS },
  'unreadable-answer': {
    words: 'The answer of Microsoft 365 could not be read.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'refused-by-server': { words: 'Microsoft 365 refused that.', helps: 'nothing-here', mail: KEYLESS },
  // Of a draft: it may lie there, and goes to nobody.
  'unknown-outcome': {
    words: 'The connection broke before the answer came; it may have gone through.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'storage-denied': {
    words: 'This browser does not let the log be kept on this machine.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'storage-full': {
    words: 'There is no more room on this machine. Nothing you have is lost; what you typed is still here.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'storage-newer': {
    words: 'A newer version has opened this log. Reload the pane.',
    helps: 'reload',
    mail: WAITS,
  },
  'storage-blocked': {
    words: 'Another pane holds the log. Close it, or reload this one.',
    helps: 'reload',
    mail: WAITS,
  },
  'storage-not-upgraded': {
    words:
      'The log on this machine could not be updated to the new version. You can read and export all of it; nothing new is kept.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'log-elsewhere': {
    words: 'Your log from an earlier address of yours was found. Reload the pane to see it.',
    helps: 'reload',
    mail: WAITS,
  },
  'no-drive': {
    words: 'OneDrive has not been set up for you yet. Open OneDrive once, then try again.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'drive-full': {
    words: 'Your OneDrive is full. Nothing is lost: it goes there as soon as there is room.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'mailbox-out-of-reach': {
    words:
      'This mailbox cannot be reached by Microsoft 365: it is not in Exchange Online, or has no licence there. Your administrator can tell. Your own notes, decisions and imports work; a mail can be copied, or saved and sent from Outlook.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  // Of the names that its items may have ("Cannot get ID from name"): the same mail goes without a key.
  'mailbox-full': {
    words:
      'Your mailbox is full, so nothing can be sent from it. Delete or archive something in Outlook, then try again.',
    helps: 'nothing-here',
    mail: KEYLESS,
  },
  'mail-limit': {
    words:
      'This mailbox has sent as much as Microsoft 365 lets it in a day. Please try again tomorrow; what you wrote is still here.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'mail-too-large': {
    words: 'That is too large for Microsoft 365. Please make it shorter.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'mail-blocked': {
    words:
      'Microsoft 365 has stopped this mailbox from sending. Sign in to Outlook on the web to see why, or ask your administrator.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'send-as-denied': {
    words:
      'Microsoft 365 does not let you send from this address. Open it in Outlook and choose another sender, or ask your administrator.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'recipient-refused': {
    words: 'Microsoft 365 does not take one of the addresses. Look at who is ticked, or open it in Outlook.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  'outlook-silent': { words: 'Outlook does not answer.', helps: 'sign-in', mail: WAITS },
  'outlook-hangs': {
    words: 'Outlook does not answer. Please try again, or reload the pane; what is kept stays as it is.',
    helps: 'reload',
    mail: WAITS,
  },
  'draft-left': {
    words: 'Outlook does not answer. The mail lies in your Drafts, and can be sent from there.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'not-opened': {
    words: 'The pane could not be opened. What is kept stays as it is; reload the pane.',
    helps: 'reload',
    mail: WAITS,
  },
  'not-loaded': {
    words: 'A part of the pane could not be loaded. Please try again, or reload the pane.',
    helps: 'reload',
    mail: WAITS,
  },
  'held-elsewhere': {
    words:
      'Another pane of this browser is still doing this. Wait until it is done, or close it; then try again.',
    helps: 'nothing-here',
    mail: WAITS,
  },
  'file-not-read': {
    words:
      'The file could not be read. If it lies in the cloud or on a network drive, or was moved, choose it again from this machine. Nothing was taken in.',
    helps: 'nothing-here',
    mail: REFUSED,
  },
  // A fault of ours, which would only come again.
  unforeseen: {
    words: 'Something unexpected went wrong. What is kept stays as it is; please try again.',
    helps: 'reload',
    mail: REFUSED,
  },
  'outlook-refused': { words: 'Outlook refused that.', helps: 'nothing-here', mail: WAITS },
  'wrong-configuration': {
    words: 'The add-in is not set up correctly. Its publisher has to see to its config.json.',
    helps: 'nothing-here',
    mail: WAITS,
  },
} as const satisfies Readonly<Record<string, TroubleRow>>;

/** What can go wrong outside. */
export type TroubleKind = keyof typeof ROWS;
export const TROUBLES: Readonly<Record<TroubleKind, TroubleRow>> = ROWS;

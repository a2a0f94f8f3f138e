import type { TroubleKind } from '../../../domain/trouble';

/** What is said of a trouble, and the one thing that helps. */
interface TroubleRow {
  /** What it is, and what the person can do. */
  readonly words: string;
  /** `sign-in`: or trying it once more. `reload`: this pane cannot go on as it is. */
  readonly helps: 'sign-in' | 'reload' | 'nothing-here';
  /** A refusal tells nobody apart: the person may have closed the window, or may not be allowed to agree. */
  readonly admin?: true;
}

/** What stands in the pane when something outside went wrong. */
export const TROUBLE_ROWS: Readonly<Record<TroubleKind, TroubleRow>> = {
  offline: { words: 'You are offline.', helps: 'nothing-here' },
  'sign-in-needed': { words: 'Please sign in, so that the calendar can be read.', helps: 'sign-in' },
  'consent-refused': {
    words: 'Reading the calendar was not allowed. You can allow it when you sign in again.',
    helps: 'sign-in',
    admin: true,
  },
  'admin-approval-needed': {
    words: 'Your organization has to approve this add-in first. Your administrator can do that.',
    helps: 'sign-in',
    admin: true,
  },
  'wrong-account': {
    words: 'Another account is signed in than the one of this mailbox. Nothing is read or sent with it.',
    helps: 'sign-in',
  },
  'not-permitted': { words: 'Microsoft 365 did not permit that.', helps: 'sign-in', admin: true },
  'not-found': { words: 'It is not there any more.', helps: 'nothing-here' },
  throttled: {
    words: 'Microsoft 365 asks to wait a little. Please refresh in a minute.',
    helps: 'nothing-here',
  },
  busy: { words: 'Microsoft 365 is busy just now. Please try again in a moment.', helps: 'nothing-here' },
  'stale-token': { words: 'The sign-in ran out. Please try again.', helps: 'sign-in' },
  'unreadable-answer': {
    words: 'Microsoft 365 answered something that could not be read.',
    helps: 'nothing-here',
  },
  'refused-by-server': { words: 'Microsoft 365 refused that.', helps: 'nothing-here' },
  'unknown-outcome': {
    words: 'The connection broke before the answer came; it may have gone through.',
    helps: 'nothing-here',
  },
  'storage-denied': {
    words: 'This browser does not let the log be kept on this machine.',
    helps: 'nothing-here',
  },
  'storage-full': {
    words: 'There is no more room on this machine. Nothing you have is lost; what you typed is still here.',
    helps: 'nothing-here',
  },
  'storage-newer': { words: 'A newer version has opened this log. Reload the pane.', helps: 'reload' },
  'storage-blocked': { words: 'Another pane holds the log. Close it, or reload this one.', helps: 'reload' },
  'storage-not-upgraded': {
    words:
      'The log of this machine could not be brought to the new version. All of it can be read and exported; nothing new is kept.',
    helps: 'nothing-here',
  },
  'log-elsewhere': {
    words: 'Your log was begun under an earlier address of yours, and was found. Reload the pane to see it.',
    helps: 'reload',
  },
  'no-drive': {
    words: 'OneDrive has not been set up for you yet. Open OneDrive once, then try again.',
    helps: 'nothing-here',
  },
  'drive-full': {
    words: 'Your OneDrive is full. Nothing is lost: it goes there as soon as there is room.',
    helps: 'nothing-here',
  },
  'mailbox-out-of-reach': {
    words:
      'This mailbox cannot be reached by Microsoft 365: it is not in Exchange Online, or has no licence there. Your administrator can tell. Your own notes, decisions and imports work; a mail can be copied, or saved and sent from Outlook.',
    helps: 'nothing-here',
  },
  'mailbox-full': {
    words:
      'Your mailbox is full, so nothing can be sent from it. Delete or archive something in Outlook, then try again.',
    helps: 'nothing-here',
  },
  'mail-limit': {
    words:
      'This mailbox has sent as much as Microsoft 365 lets it in a day. Please try again tomorrow; what you wrote is still here.',
    helps: 'nothing-here',
  },
  'mail-too-large': {
    words: 'That is too large for Microsoft 365. Please make it shorter.',
    helps: 'nothing-here',
  },
  'mail-blocked': {
    words:
      'Microsoft 365 has stopped this mailbox from sending. Sign in to Outlook on the web to see why, or ask your administrator.',
    helps: 'nothing-here',
  },
  'send-as-denied': {
    words:
      'Microsoft 365 does not let you send from this address. Open it in Outlook and choose another sender, or ask your administrator.',
    helps: 'nothing-here',
  },
  'recipient-refused': {
    words: 'Microsoft 365 does not take one of the addresses. Look at who is ticked, or open it in Outlook.',
    helps: 'nothing-here',
  },
  'outlook-silent': { words: 'Outlook does not answer.', helps: 'sign-in' },
  'outlook-hangs': {
    words: 'Outlook does not answer. Please try again, or reload the pane; what is kept stays as it is.',
    helps: 'reload',
  },
  'draft-left': {
    words: 'Outlook does not answer. The mail lies in your Drafts, and can be sent from there.',
    helps: 'nothing-here',
  },
  'not-opened': {
    words: 'The pane could not be opened. What is kept stays as it is; reload the pane.',
    helps: 'reload',
  },
  'not-loaded': {
    words: 'A part of the pane could not be loaded. Please try again, or reload the pane.',
    helps: 'reload',
  },
  'held-elsewhere': {
    words: 'Another pane of this browser is still at it. Wait until it is done, or close it; then try again.',
    helps: 'nothing-here',
  },
  unforeseen: {
    words: 'Something went wrong that nobody foresaw. What is kept stays as it is; please try again.',
    helps: 'reload',
  },
  'outlook-refused': { words: 'Outlook refused that.', helps: 'nothing-here' },
  'wrong-configuration': {
    words: 'The add-in is not set up correctly. Its publisher has to see to its config.json.',
    helps: 'nothing-here',
  },
};

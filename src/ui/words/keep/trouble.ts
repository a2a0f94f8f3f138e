import { type Instant, MINUTE } from '../../../domain/time/time';
import type { Trouble, TroubleKind } from '../../../domain/trouble';
import type { MissingPermission } from '../../desk/scene';

/** What stands in the pane when something outside went wrong: what it is, and what the person can do. */
const WORDS: Readonly<Record<TroubleKind, string>> = {
  offline: 'You are offline.',
  'sign-in-needed': 'Please sign in, so that the calendar can be read.',
  'consent-refused': 'Reading the calendar was not allowed. You can allow it when you sign in again.',
  'admin-approval-needed':
    'Your organization has to approve this add-in first. Your administrator can do that.',
  'wrong-account':
    'Another account is signed in than the one of this mailbox. Nothing is read or sent with it.',
  'not-permitted': 'Microsoft 365 did not permit that.',
  'not-found': 'It is not there any more.',
  throttled: 'Microsoft 365 asks to wait a little. Please refresh in a minute.',
  busy: 'Microsoft 365 is busy just now. Please try again in a moment.',
  'stale-token': 'The sign-in ran out. Please try again.',
  'unreadable-answer': 'Microsoft 365 answered something that could not be read.',
  'refused-by-server': 'Microsoft 365 refused that.',
  'unknown-outcome': 'The connection broke before the answer came; it may have gone through.',
  'storage-denied': 'This browser does not let the log be kept on this machine.',
  'storage-full':
    'There is no more room on this machine. Nothing you have is lost; what you typed is still here.',
  'storage-newer': 'A newer version has opened this log. Reload the pane.',
  'storage-blocked': 'Another pane holds the log. Close it, or reload this one.',
  'storage-not-upgraded':
    'The log of this machine could not be brought to the new version. All of it can be read and exported; nothing new is kept.',
  'log-elsewhere':
    'Your log was begun under an earlier address of yours, and was found. Reload the pane to see it.',
  'no-drive': 'OneDrive has not been set up for you yet. Open OneDrive once, then try again.',
  'drive-full': 'Your OneDrive is full. Nothing is lost: it goes there as soon as there is room.',
  'mailbox-out-of-reach':
    'This mailbox cannot be reached by Microsoft 365: it is not in Exchange Online, or has no licence there. Your administrator can tell. Your own notes, decisions and imports work; a mail can be copied, or saved and sent from Outlook.',
  'mailbox-full':
    'Your mailbox is full, so nothing can be sent from it. Delete or archive something in Outlook, then try again.',
  'mail-limit':
    'This mailbox has sent as much as Microsoft 365 lets it in a day. Please try again tomorrow; what you wrote is still here.',
  'mail-too-large': 'That is too large for Microsoft 365. Please make it shorter.',
  'mail-blocked':
    'Microsoft 365 has stopped this mailbox from sending. Sign in to Outlook on the web to see why, or ask your administrator.',
  'send-as-denied':
    'Microsoft 365 does not let you send from this address. Open it in Outlook and choose another sender, or ask your administrator.',
  'recipient-refused':
    'Microsoft 365 does not take one of the addresses. Look at who is ticked, or open it in Outlook.',
  'outlook-silent': 'Outlook does not answer.',
  'outlook-hangs':
    'Outlook does not answer. Please try again, or reload the pane; what is kept stays as it is.',
  'draft-left': 'Outlook does not answer. The mail lies in your Drafts, and can be sent from there.',
  'not-opened': 'The pane could not be opened. What is kept stays as it is; reload the pane.',
  'not-loaded': 'A part of the pane could not be loaded. Please try again, or reload the pane.',
  'held-elsewhere':
    'Another pane of this browser is still at it. Wait until it is done, or close it; then try again.',
  unforeseen: 'Something went wrong that nobody foresaw. What is kept stays as it is; please try again.',
  'outlook-refused': 'Outlook refused that.',
  'wrong-configuration': 'The add-in is not set up correctly. Its publisher has to see to its config.json.',
};

/** The browser says that there is a network, and yet no answer came: nobody can tell where it breaks. */
const UNREACHABLE = 'You are offline, or Microsoft 365 cannot be reached from here.';

/** Of a refusal of anything else than the first sign-in; the feature itself says what is lost. */
const NOT_ALLOWED = 'That was not allowed. You can allow it whenever you want.';

const isOfMail = ({ kind, scope }: Trouble): boolean =>
  kind === 'consent-refused' && (scope ?? '').startsWith('Mail.');

/** Where only the kind of it is known any more. */
export const kindWords = (kind: TroubleKind): string => WORDS[kind];

/** `clock`: how the pane writes a moment. */
export const troubleWords = (trouble: Trouble, clock?: (at: Instant) => string): string => {
  const { kind, until } = trouble;
  if (until !== undefined && clock !== undefined)
    return `Microsoft 365 asks to wait until ${clock(Math.ceil(until / MINUTE) * MINUTE)}. Please try again then.`;
  if (kind === 'not-permitted' && trouble.scope === 'Calendars.Read') return MISSING_WORDS.calendar.lost;
  if (kind === 'offline' && globalThis.navigator?.onLine === true) return UNREACHABLE;
  return isOfMail(trouble) ? NOT_ALLOWED : WORDS[kind];
};

/** For what was thrown and nobody foresaw. */
export const anyTroubleWords = (thrown: unknown, clock?: (at: Instant) => string): string =>
  typeof thrown === 'object' && thrown !== null && 'kind' in thrown && (thrown.kind as string) in WORDS
    ? troubleWords(thrown as Trouble, clock)
    : 'Something went wrong. Nothing was lost; please try again.';

/** What a person can give to support: never a token, never a name. */
export const troubleReport = ({ kind, where, trace }: Trouble, at: Instant): string =>
  [`Loopkeeper ${new Date(at).toISOString()}`, `${kind}: ${where}`, ...trace].join('\n');

interface MissingWords {
  readonly lost: string;
  /** What the button says behind its one word, for whoever hears it alone. */
  readonly allows: string;
}

/** What is lost without a permission: said beside the thing, asked for only when it is wanted. */
export const MISSING_WORDS: Readonly<Record<MissingPermission['feature'], MissingWords>> = {
  calendar: {
    lost: 'The calendar may not be read, so nothing new is seen. Your own notes, decisions and imports work.',
    allows: 'reading the calendar',
  },
  'notice-mails': {
    lost: 'Without reading meeting messages, notice is known only as a range.',
    allows: 'reading meeting messages',
  },
  reports: {
    lost: 'Teams attendance reports cannot be read; your own notes count.',
    allows: 'reading attendance reports',
  },
  'free-busy': {
    lost: 'Out-of-office times of others cannot be seen.',
    allows: 'seeing out-of-office times',
  },
  send: {
    lost: 'Sending from here is not allowed yet. You can open it in Outlook or copy it.',
    allows: 'sending from here',
  },
};

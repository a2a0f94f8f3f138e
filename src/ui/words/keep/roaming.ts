import type { Instant } from '../../../domain/time/time';
import type { Trouble } from '../../../domain/trouble';
import type { TroubleKind } from '../../../domain/trouble-rows';
import type { RoamingView } from '../../port/roaming-actions';
import { agoWords } from '../times';
import { anyTroubleWords, isUnreachable } from './trouble';

/** What the usual troubles mean where a log is exchanged; what is not here has its usual words. */
const WORDS: Partial<Readonly<Record<TroubleKind, string>>> = {
  offline: 'You are offline. What is new goes there as soon as there is a connection.',
  'sign-in-needed': 'Your permission for the folder in OneDrive is needed first.',
  'consent-refused': 'The folder in OneDrive was not allowed, so this stays off.',
  'not-permitted':
    'OneDrive does not let this add-in keep a folder. Export the log to a file instead, and import it elsewhere.',
  throttled: 'OneDrive asks to wait a little. It goes on by itself.',
  busy: 'A file in OneDrive is in use just now. It goes on by itself.',
};

const UNREACHABLE =
  'You are offline, or OneDrive cannot be reached from here. What is new goes there as soon as it can.';

export function roamingTroubleWords(thrown: unknown): string {
  const { kind = 'not-found' } = (thrown ?? {}) as Partial<Trouble>;
  return isUnreachable({ kind }) ? UNREACHABLE : (WORDS[kind] ?? anyTroubleWords(thrown));
}

/** How the exchange with the other machines stands, in one sentence. */
export function exchangeWords(view: RoamingView, now: Instant): string {
  const { busy, progress, exchangedAt, locked } = view;
  if (busy) {
    return progress === null || progress.of < 2
      ? 'Exchanging…'
      : `Reading file ${progress.files + 1} of ${progress.of}…`;
  }
  if (locked) return 'Waiting for your passphrase.';
  if (exchangedAt === null) return 'Not exchanged yet.';
  return `Last exchanged ${agoWords(exchangedAt, now)}.`;
}

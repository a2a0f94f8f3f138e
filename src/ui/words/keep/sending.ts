import {
  type Asks,
  type ErasedMail,
  type PressedMail,
  readersOf,
} from '../../../domain/facts/decided/pressed';
import type { Instant } from '../../../domain/time/time';
import type { TroubleKind } from '../../../domain/trouble-rows';
import type { SendingWay } from '../../port/actions';
import { namesOf } from '../names';
import { kindWords, MISSING_WORDS } from './trouble';

/** What is lost while sending is not allowed, or only half of it. */
export const SENDING_LOST: Readonly<Record<Exclude<SendingWay, 'once'>, string>> = {
  unverified:
    'It can be sent, but whether it went cannot be checked afterwards. Please look in Sent Items before you send it again.',
  none: MISSING_WORDS.send.lost,
};

/** Where nothing can be kept, nothing goes once this pane is closed. */
export const STAY_OPEN =
  'This browser keeps nothing on this machine. Please leave this pane open until the mail has gone.';

const NAMED = 7;

/** `A recap to Marcus Hale`, at the beginning of a sentence. */
export const mailWords = ({ entry }: Pick<PressedMail, 'entry'>): string => {
  switch (entry.kind) {
    case 'recap':
      return `A recap to ${namesOf(entry.to, NAMED)}`;
    case 'catch-up':
      return `${entry.again === true ? 'A question' : 'A catch-up'} to ${namesOf(entry.to, NAMED)}`;
    case 'input-request':
      return `A question to ${namesOf([entry.person], NAMED)}`;
    case 'point-mail':
      return `A mail to ${namesOf(entry.to, NAMED)} before the sync`;
  }
};

/** Why it does not go by itself, and what the person can do; `mail`: at the beginning of a sentence. */
const ASKED: Readonly<Record<Asks, (mail: string) => string>> = {
  late: (mail) => `${mail} did not go in time: no pane could send it. It goes if you say so.`,
  untrue: (mail) =>
    `${mail} was held back: something it says has changed in the log since. It goes if you say so.`,
  unknown: (mail) =>
    `${mail} was on its way when the connection broke. It may have gone; nothing is sent again unless you say so.`,
  stuck: (mail) => `${mail} is still in Drafts: Outlook did not send it. It goes if you say so.`,
  'passed-over': (mail) =>
    `${mail} was meant to go from another of your machines, and was taken back there. It goes from here if you say so.`,
  'taken-back-in-outlook': (mail) =>
    `${mail} was deleted or changed in Outlook before it went. So it did not go from here.`,
  refused: (mail) => `${mail} did not go.`,
};

export const askedWords = (mail: string, asks: Asks, trouble?: TroubleKind): string =>
  trouble === undefined || asks !== 'refused'
    ? ASKED[asks](mail)
    : `${ASKED.refused(mail)} ${kindWords(trouble)}`;

/** Mails to others that spoke of somebody who was erased, after a sentence that says so. */
export const heldBackWords = (mails: readonly Pick<PressedMail, 'entry'>[]): string =>
  mails.length === 0
    ? ''
    : ` Taken back because they were named in it: ${mails.map(mailWords).join('; ')}. You can write it again.`;

/** Of a mail that speaks of somebody who was erased, and could not be taken back at once. */
export const erasedMailWords = ({ went, mayLie }: ErasedMail): string => {
  if (went === true)
    return 'A mail that names somebody who was erased may have gone before it could be taken back.';
  return mayLie
    ? 'A mail that names somebody who was erased is still in Outlook. It is taken back there as soon as your mailbox can be reached.'
    : 'A mail that names somebody who was erased is taken back.';
};

/** These say what was, and ask nothing. */
export const ONLY_TOLD: readonly Asks[] = ['refused', 'taken-back-in-outlook'];

/** Of mails that go by themselves: that they are still to go, and what they wait for. */
export function goingWords(mails: readonly PressedMail[], time: (at: Instant) => string): string {
  const [first] = mails;
  if (first === undefined) return 'Sending…';
  const to = namesOf(
    mails.flatMap(({ entry }) => readersOf(entry)),
    NAMED,
  );
  if (mails.some(({ back }) => back === true)) return `Taking it back from ${to}…`;
  const waits = mails.find(({ trouble, state: how }) => trouble !== undefined && how !== 'waiting');
  if (waits?.trouble !== undefined)
    return `Still to go to ${to}. ${kindWords(waits.trouble)} It goes by itself as soon as that is over.`;
  if (first.due - first.pressedAt > SOON)
    return `Goes to ${to} at ${time(first.due)}, when the meeting ends.`;
  return `Sending to ${to}…`;
}

/** What waits for longer than the time to undo waits for the end of its meeting. */
const SOON = 15_000;

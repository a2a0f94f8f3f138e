import { isOfErased, personOf, senderOf } from '../agree/answer-mail';
import type { ReplyMail } from '../agree/mail-replies';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { PointMail } from '../facts/decided/point';
import { isSamePerson, type Person } from '../facts/things/person';
import type { Instant } from '../time/time';
import type { PointHistory } from './point-history';

/** A mail with the point that went to somebody. */
interface Asked {
  readonly at: Instant;
  /** What it and the replies to it have in common; null: that is not known, and no reply to it is found. */
  readonly conversation: string | null;
}

/** What somebody wrote back since they were asked; nobody read what is in it. */
export interface PointReply {
  readonly person: Person;
  readonly at: Instant;
  /** Its id, to be opened by. */
  readonly mail: string;
  /** Who sent it, where that is somebody else. */
  readonly sender: Person | null;
}

/** Mails by which somebody was asked about a point, before or after a meeting. */
export const askedByMail = ({ mails, after }: PointHistory, person: Person): readonly Asked[] =>
  [...mails, ...after]
    .filter((mail) => wentByMail(mail) && mail.to.some((one) => isSamePerson(one, person)))
    .map(({ conversation = null, sentAt, recordedAt }) => ({ at: sentAt ?? recordedAt, conversation }));

const wentByMail = ({ step }: PointMail | Telling): boolean => step === 'sent' || step === 'unverified';

/** The latest that somebody wrote in the conversation of a mail that asked them, after it went; null: nothing was found. */
export function repliedSince(
  asked: readonly Asked[],
  person: Person,
  mails: readonly ReplyMail[],
): PointReply | null {
  const theirs = mails
    .filter(
      (mail) =>
        !isOfErased(mail) &&
        isSamePerson(personOf(mail.from), person) &&
        asked.some(({ at, conversation }) => conversation === mail.conversation && mail.at >= at),
    )
    .sort((a, b) => a.at - b.at);
  const last = theirs.at(-1);
  return last === undefined ? null : { person, at: last.at, mail: last.id, sender: senderOf(last, person) };
}

import type { OccurrenceFile } from '../../facts/log/fact-index';
import { CLOCK_SKEW, type NoticeMail } from '../../facts/observed/notice-mail';
import type { Missing } from '../../facts/observed/sighting';
import type { Grade } from '../../facts/things/outcomes';
import type { Person } from '../../facts/things/person';
import { exactly, type Instant, isExact, type Moment } from '../../time/time';
import { rangeOf } from './notice';

/** 5.5: who changed it, and for whom, where a delegate pressed send. */
export interface Doing {
  readonly by: Person | null;
  readonly onBehalfOf: Person | null;
}

/** A cancellation by any of the three ways of section 2. */
export interface Cancellation extends Doing {
  readonly moment: Moment;
  readonly how: 'mail' | 'seen' | 'listed';
  readonly grade: Grade;
  readonly fact: string;
  readonly recordedAt: Instant;
  /** The calendar showed it before the mail says it was sent. */
  readonly disagrees: boolean;
}

/** The master lists the date as cancelled (2, b), or the calendar shows the whole series so. */
export interface Listing {
  readonly says?: 'seen';
  readonly after: Instant | null;
  readonly seenAt: Instant;
  readonly fact: string;
  readonly recordedAt: Instant;
}

/** What is known about one occurrence before its course is told. */
export interface Signs {
  readonly file: OccurrenceFile;
  readonly listing: Listing | null;
  readonly organizer: Person | null;
}

export const doingOf = ({ from, sender }: NoticeMail): Doing =>
  sender === null ? { by: from, onBehalfOf: null } : { by: sender, onBehalfOf: from };

interface Sign {
  readonly at: Instant;
  readonly says: 'alive' | 'mail' | 'seen' | 'listed';
  readonly after: Instant | null;
  readonly fact: string;
  readonly recordedAt: Instant;
  readonly mail?: NoticeMail;
}

export interface Cancelling {
  /** The last one, even if it was undone. */
  readonly cancellation: Cancellation | null;
  readonly cancelled: boolean;
  /** The calendar showed it alive again after a cancellation. */
  readonly revived: boolean;
}

/** 2, "cancelled": the signs of it and the signs of life, as one story. */
export function cancellingOf(given: Signs, gone: Missing | null): Cancelling {
  let streak: Sign[] = [];
  let last: Cancellation | null = null;
  let revived = false;
  let aliveAt: Instant | null = null;
  for (const sign of signsOf(given, gone)) {
    if (sign.says !== 'alive') {
      streak.push({ ...sign, after: laterOf(sign.after, aliveAt) });
      last = cancellationOf(streak, given.organizer);
      continue;
    }
    const cancelledAt = streak.at(-1)?.at;
    if (cancelledAt !== undefined && sign.at - cancelledAt <= CLOCK_SKEW) continue;
    // 5.1: a range runs from the last sighting; a mail about something else does not narrow it.
    if (sign.mail === undefined) aliveAt = sign.at;
    if (streak.length === 0) continue;
    revived = true;
    streak = [];
  }
  return { cancellation: last, cancelled: streak.length > 0, revived: revived && streak.length === 0 };
}

function signsOf({ file, listing }: Signs, gone: Missing | null): readonly Sign[] {
  const signs: Sign[] = file.sightings.map((seen) => ({
    at: seen.seenAt,
    says: seen.cancelled ? 'seen' : 'alive',
    after: seen.lookedBefore,
    fact: seen.id,
    recordedAt: seen.recordedAt,
  }));
  for (const mail of file.mails) {
    const told = { at: mail.at, after: mail.at, fact: mail.id, recordedAt: mail.recordedAt, mail };
    if (mail.mail === 'cancellation') signs.push({ ...told, says: 'mail' });
    else if (mail.mail === 'request' || mail.mail === 'update') signs.push({ ...told, says: 'alive' });
  }
  if (listing !== null) {
    const { after, seenAt, fact, recordedAt, says = 'listed' } = listing;
    const at = gone === null ? seenAt : Math.min(seenAt, gone.seenAt);
    signs.push({ at, says, after: laterOf(after, gone?.lookedBefore ?? null), fact, recordedAt });
  }
  return signs.sort((a, b) => a.at - b.at || Number(a.says !== 'alive') - Number(b.says !== 'alive'));
}

const laterOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** 5.1: the mail, else the range. A mail that came long after the calendar showed it is not the first word of it. */
function cancellationOf(signs: readonly Sign[], organizer: Person | null): Cancellation | null {
  const mail = signs.find(({ says }) => says === 'mail');
  const first = signs.find(({ says }) => says !== 'mail');
  const late = mail !== undefined && first !== undefined && mail.at > first.at + CLOCK_SKEW;
  const sign = late ? first : (mail ?? first);
  if (sign === undefined || sign.says === 'alive') return null;
  const { says: how, fact, recordedAt } = sign;
  const doing = mail?.mail === undefined ? { by: organizer, onBehalfOf: null } : doingOf(mail.mail);
  const moment = how === 'mail' ? exactly(sign.at) : rangeOf(sign.after, sign.at);
  const grade = how === 'mail' || isExact(moment) ? 'documented' : 'inferred';
  return { ...doing, moment, how, grade, fact, recordedAt, disagrees: late };
}

import type { Instant } from '../../domain/time/time';
import type { Trouble } from '../../domain/trouble';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A copy in Sent Items can be late by so much. */
export const COPY_LATE = 10 * MINUTE;
/** After so long a draft that was to go has not gone, and may be told so once more. */
export const PAUSE = MINUTE;
/** Outlook sends what it keeps up to a minute late; after so long it was changed there. */
export const OVERDUE = 2 * MINUTE;
/** A mail that is taken back in its last seconds may go all the same. */
export const LAST_SECONDS = 3 * SECOND;

/** So long after its time a mail should have gone. */
export const UPON_DUE = SECOND;

const SOON = 5 * SECOND;

/** When to look again for a mail that should be there: soon at first, then every minute. */
export const lookAgain = (now: Instant, since: Instant): Instant =>
  now + (now - since < MINUTE ? SOON : MINUTE);

export const afterTrouble = (now: Instant, { until }: Trouble): Instant => Math.max(until ?? 0, now + MINUTE);

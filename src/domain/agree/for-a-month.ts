import type { Agreement } from '../facts/decided/agreement';
import { DAY, type Instant } from '../time/time';

/** So long a freer level is tried before the earlier one holds again (15). */
const MONTH = 30 * DAY;

export const monthFrom = (agreedAt: Instant): Instant => agreedAt + MONTH;

/** What it says at a moment: of a level that was agreed for a month, and the month is over, the earlier one. */
export function termsAt(agreement: Agreement, agreedAt: Instant, now: Instant): Agreement {
  const { topics } = agreement;
  if (now < monthFrom(agreedAt) || topics.every(({ before }) => before === undefined)) return agreement;
  return {
    ...agreement,
    topics: topics.map(({ before, ...topic }) =>
      before === undefined ? topic : { ...topic, level: before },
    ),
  };
}

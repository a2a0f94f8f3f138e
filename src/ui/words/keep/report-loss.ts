import type { ReportLoss } from '../../../domain/judge/questions/report-loss';
import { DAY, type Instant } from '../../../domain/time/time';
import type { TimeWords } from '../times';

/** What will be lost, and in how many days. */
export function lossWords({ before, at }: ReportLoss, time: TimeWords, now: Instant): string {
  const days = Math.max(0, Math.floor((at - now) / DAY));
  const when = days === 0 ? 'within a day' : days === 1 ? 'in 1 day' : `in ${days} days`;
  return `Attendance reports of meetings before ${time.longDay(before)} are deleted by Microsoft ${when}. Once read, they stay in the log.`;
}

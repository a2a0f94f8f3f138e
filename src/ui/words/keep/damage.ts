import type { LocalDate } from '../../../domain/time/time';
import type { Checked } from '../../port/keeper-actions';
import { calendarDay } from '../calendar-days';
import { listWords } from '../times';

/** More days are counted, not named. */
const DAYS_NAMED = 3;

/** What of the log cannot be read on this machine: days of the meeting on screen, where any can be named. */
export function damageWords(days: readonly LocalDate[]): string {
  const named = days.slice(0, DAYS_NAMED).map(calendarDay);
  const more = days.length - named.length;
  const all = more > 0 ? [...named, `${more} more ${more === 1 ? 'day' : 'days'}`] : named;
  const what = days.length === 0 ? 'Part of this log' : `Part of what this log kept of ${listWords(all)}`;
  return `${what} is damaged on this machine. Everything else is as it was.`;
}

/** What came of checking the log; null: somebody ended it. */
export const checkedWords = (checked: Checked | null): string => {
  if (checked === null) return 'Stopped before everything was looked at. Check again to start over.';
  const { whole, asKept } = checked;
  if (!whole) {
    return 'Part of the log was missing or damaged on this machine. What could be restored is restored; import an export to get the rest.';
  }
  return asKept
    ? 'Everything is there, just as it was kept.'
    : 'Everything is there. In places the pane showed something else; that is put right.';
};

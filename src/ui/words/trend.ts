import type { NoticeBin } from '../../domain/measure/notice-bins';
import type { Trend, WeekPoint } from '../../domain/measure/trend';

/** What each shape in the rows of weeks stands for. */
export const MARK_LEGEND = {
  met: 'Met',
  part: 'Met for part',
  moved: 'Met, moved',
  reinstated: 'Met after all',
  cancelled: 'Cancelled',
  nobody: 'Nobody joined',
  apologies: 'Apologies',
  away: 'Not counted',
  unknown: 'Not recorded',
  upcoming: 'Upcoming',
} as const;

export const NOTICE_BIN_NAMES: Readonly<Record<NoticeBin, string>> = {
  none: 'No notice',
  'under-1h': 'Under 1 h',
  'same-day': 'Same day',
  'day-before': 'Day before',
  'two-days-or-more': '2 days or more',
};

const CHANGE_WORDS: Readonly<Record<Trend['change'], string>> = {
  'not-enough': 'Too little is recorded to see a change.',
  'no-change': 'Nothing shows that it changed.',
  more: 'It went ahead more often than before.',
  fewer: 'It went ahead less often than before.',
};

const metIn = (week: WeekPoint) => week.held + week.heldPart;

/** What one sees in the chart, in one or two sentences. */
export function trendSentence({ weeks, change }: Trend): string {
  const past = weeks.filter(({ counted }) => counted > 0);
  const [most, least] = [Math.max(...past.map(metIn)), Math.min(...past.map(metIn))];
  if (past.length === 0) return 'Nothing has been counted yet; the chart grows with each week.';
  const met = past.reduce((sum, week) => sum + metIn(week), 0);
  const counted = past.reduce((sum, week) => sum + week.counted, 0);
  const weekly = most === least ? `${most}` : `between ${least} and ${most}`;
  const inWeeks = past.length === 1 ? 'in one week' : `over ${past.length} weeks, ${weekly} a week`;
  return `Met ${met} of ${counted} ${inWeeks}. ${CHANGE_WORDS[change]}`;
}

/** At the end of the row of a week. */
export const weekCount = (week: WeekPoint): string =>
  week.counted === 0 ? 'none counted' : `${metIn(week)} of ${week.counted}`;

/** One week for those who cannot see its marks. */
export const weekWords = (week: WeekPoint, name: string): string =>
  `Week of ${name}: ${week.counted === 0 ? '' : 'met '}${weekCount(week)}${
    week.notRecorded > 0 ? `, ${week.notRecorded} not recorded` : ''
  }${week.excluded > 0 ? `, ${week.excluded} not counted` : ''}`;

import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { type Instant, minutesOf } from '../../domain/time/time';
import { firstNameOf } from './names';
import { noticeWords } from './notice';
import { listWords, minuteWords, type TimeWords } from './times';

const first = (occurrence: JudgedOccurrence): string =>
  listWords(
    occurrence.people
      .filter(({ isOwner, outcome }) => !isOwner && outcome === 'away')
      .map(({ person }) => firstNameOf(person)),
  );

const met = (occurrence: JudgedOccurrence): string => {
  const planned = minutesOf(occurrence.effective);
  const { minutesTogether: minutes } = occurrence;
  if (minutes === null || minutes >= planned) return 'met';
  return `met ${minuteWords(minutes).replace(/ min$/, '')} of ${planned} minutes`;
};

/** What happened, for a sentence that begins with the date: `cancelled 10 min before`. */
export function outcomeWords(occurrence: JudgedOccurrence, time: TimeWords, now: Instant): string {
  const { outcome, notice, oneToOne } = occurrence;
  const { start } = occurrence.effective;
  const moved = movedWords(occurrence, time);
  switch (outcome) {
    case 'upcoming':
      if (start <= now) return 'on now';
      return `upcoming${moved || (occurrence.allDay ? '' : ` at ${time.time(start)}`)}`;
    case 'superseded':
      return 'replaced by another time';
    case 'held-moved':
      return `${met(occurrence)}${moved || ', moved'}`;
    case 'held-reinstated':
      return `${met(occurrence)}, after being cancelled`;
    case 'held':
    case 'held-part':
      return met(occurrence);
    case 'excluded-paused':
      return 'log paused';
    case 'excluded-agreed-skip':
      return 'skipped, as agreed';
    case 'excluded-own-absence':
      return `you ${start > now ? 'will not be' : 'were not'} there`;
    case 'excluded-holiday':
      return 'holiday';
    case 'excluded-away':
      return `${first(occurrence)} away`.trim();
    case 'excluded-short-invitation':
      return 'invited too shortly before, not counted';
    case 'cancelled-with-notice':
    case 'cancelled-short-notice':
      return notice === null ? 'cancelled' : `cancelled ${noticeWords(notice)}`;
    case 'cancelled-after-start':
      return notice?.minutes ? `cancelled ${noticeWords(notice)}` : 'cancelled after the start';
    case 'cancelled-notice-unknown':
      return notice === null ? 'cancelled, notice not known' : `cancelled ${noticeWords(notice)}`;
    case 'not-held-apologies-with-notice':
    case 'not-held-apologies-short-notice':
      return notice === null ? 'apologies' : `apologies ${noticeWords(notice)}`;
    case 'not-held-apologies-notice-unknown':
      return 'apologies, time not known';
    case 'not-held-no-message':
      // Of several, one can have sent word or been there; of whom nothing was found is said beside their names.
      return oneToOne ? 'nobody joined, no message found' : 'not held, not all sent word';
    case 'not-recorded':
      return occurrence.questions.includes('missing')
        ? 'not in the calendar any more, not recorded'
        : 'not recorded';
  }
}

/**
 * `, moved to 17:00`. The sentence begins with the day it was planned for, so another day is named; of whole days no
 * clock. Empty where it begins when it was to begin.
 */
function movedWords({ original, effective: { start }, allDay }: JudgedOccurrence, time: TimeWords): string {
  if (start === original.start) return '';
  const day = time.sameDay(original.start, start) ? '' : ` ${time.day(start)}`;
  return `, moved to${day}${allDay ? '' : ` ${time.time(start)}`}`;
}

/** The whole item of the history: `Thu 29 Oct, cancelled 10 min before`. */
export const occurrenceWords = (occurrence: JudgedOccurrence, time: TimeWords, now: Instant): string =>
  `${time.day(occurrence.original.start)}, ${outcomeWords(occurrence, time, now)}${
    occurrence.disputed ? ', disputed' : ''
  }`;

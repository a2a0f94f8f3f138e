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
  const { outcome, notice } = occurrence;
  const moved = movedTo(occurrence, time);
  switch (outcome) {
    case 'upcoming':
      if (occurrence.effective.start <= now) return 'on now';
      if (moved !== '') return `upcoming, moved${moved}`;
      return occurrence.allDay ? 'upcoming' : `upcoming at ${time.time(occurrence.effective.start)}`;
    case 'superseded':
      return 'replaced by another time';
    case 'held-moved':
      return `${met(occurrence)}, moved${moved}`;
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
      return occurrence.effective.start > now ? 'you will not be there' : 'you were not there';
    case 'excluded-holiday':
      return 'holiday';
    case 'excluded-away':
      return first(occurrence) === '' ? 'away' : `${first(occurrence)} away`;
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
      return 'nobody joined, no message found';
    case 'not-recorded':
      return occurrence.questions.includes('missing')
        ? 'not in the calendar any more, not recorded'
        : 'not recorded';
  }
}

/**
 * ` to 17:00`. The sentence begins with the day it was planned for, so another day is named; of whole days no clock.
 * Empty where it begins when it was to begin.
 */
function movedTo({ original, effective, allDay }: JudgedOccurrence, time: TimeWords): string {
  const { start } = effective;
  if (start === original.start) return '';
  const day = time.sameDay(original.start, start) ? '' : ` ${time.day(start)}`;
  return ` to${day}${allDay ? '' : ` ${time.time(start)}`}`;
}

/** The whole item of the history: `Thu 29 Oct, cancelled 10 min before`. */
export const occurrenceWords = (occurrence: JudgedOccurrence, time: TimeWords, now: Instant): string =>
  `${time.day(occurrence.original.start)}, ${outcomeWords(occurrence, time, now)}${
    occurrence.disputed ? ', disputed' : ''
  }`;

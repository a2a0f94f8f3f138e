import { type PersonOutcomeGroup, personGroupOf, wasPresent } from '../../domain/facts/things/outcomes';
import type { JudgedOccurrence, JudgedPerson } from '../../domain/judge/judged/judged';
import { type Instant, minutesOf } from '../../domain/time/time';
import { firstNameOf, namesOf } from './names';
import { noticeWords } from './notice';
import { listWords, minuteWords, type TimeWords, timeWords } from './times';

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
      return noMessageWords(occurrence);
    case 'not-recorded':
      return occurrence.questions.includes('missing')
        ? 'not in the calendar any more, not recorded'
        : 'not recorded';
  }
}

/**
 * "Nobody joined" is said where none of the others is known to have; where somebody sent word, was away or came, the
 * sentence is about those of whom nothing was found.
 */
function noMessageWords({ people }: JudgedOccurrence): string {
  const others = people.filter(({ needed, isOwner }) => needed && !isOwner);
  const silent = others.filter(({ outcome }) => outcome === null || IS_SILENT[personGroupOf(outcome)]);
  const isAlone = !people.some(({ isOwner, outcome }) => !isOwner && wasPresent(outcome));
  if (isAlone && silent.length === others.length) return NOBODY_JOINED;
  if (silent.length > 0) return `did not meet, no message found from ${theirNames(silent)}`;
  const brief = others.filter(({ outcome }) => outcome === 'connected-briefly');
  return brief.length === 0 ? NOBODY_JOINED : `did not meet, ${theirNames(brief)} connected briefly`;
}

const NOBODY_JOINED = 'nobody joined, no message found';
const theirNames = (people: readonly JudgedPerson[]): string =>
  namesOf(
    people.map(({ person }) => person),
    NAMED,
  );

const NAMED = 3;
/** Neither there nor heard of, as far as anybody recorded. */
const IS_SILENT: Readonly<Record<PersonOutcomeGroup, boolean>> = {
  'no-message': true,
  'not-recorded': true,
  briefly: false,
  present: false,
  apologies: false,
  delegate: false,
  away: false,
  'not-expected': false,
};

/**
 * `, moved to 17:00`. The sentence begins with the day it was planned for, so another day is named; of whole days no
 * clock. Empty where it begins when it was to begin.
 */
function movedWords(occurrence: JudgedOccurrence, own: TimeWords): string {
  const { original, allDay } = occurrence;
  const { start } = occurrence.effective;
  const time = clocksOf(occurrence, own);
  if (start === original.start) return '';
  const day = time.sameDay(original.start, start) ? '' : ` ${time.day(start)}`;
  return `, moved to${day}${allDay ? '' : ` ${time.time(start)}`}`;
}

/** One of a whole day is a date, wherever it is read (1): its midnights are those of its own zone. */
const clocksOf = ({ allDay, zone }: Pick<JudgedOccurrence, 'allDay' | 'zone'>, own: TimeWords): TimeWords =>
  allDay ? timeWords(zone) : own;

/** `Thu 29 Oct`: the day for which it was planned. */
export const dayWords = (occurrence: JudgedOccurrence, time: TimeWords): string =>
  clocksOf(occurrence, time).day(occurrence.original.start);

/** The whole item of the history: `Thu 29 Oct, cancelled 10 min before`. */
export const occurrenceWords = (occurrence: JudgedOccurrence, time: TimeWords, now: Instant): string =>
  `${dayWords(occurrence, time)}, ${outcomeWords(occurrence, time, now)}${
    occurrence.disputed ? ', disputed' : ''
  }`;

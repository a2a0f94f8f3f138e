import type { MeasureName } from '../../domain/facts/things/measure-name';
import type { JudgedOccurrence, JudgedPerson, Notice, Reason } from '../../domain/judge/judged/judged';
import type { Instant } from '../../domain/time/time';
import { noticeWords } from './notice';
import { personOutcomeWords } from './people';
import type { TimeWords } from './times';

/** What the measures of one person mean, in the words of the definitions (section 6). */
export const PERSON_MEANINGS: Readonly<Partial<Record<MeasureName, string>>> = {
  'there-when-it-started':
    'Occurrences in which this person was there, out of those in which they were there or no message was found. Apologies, time away and what is not recorded are left out.',
  'notice-given':
    'Apologies with notice, out of all apologies whose notice is known and all times no message was found.',
  coverage: 'Occurrences in which something is known of this person, out of those in which they were due.',
};

/** Who this is about and where it ends; said before any number. */
export const personSentence = (name: string, isOwner: boolean): string =>
  `What this log holds about ${isOwner ? 'you' : name}, from this meeting alone. Nobody is compared with anybody.`;

export const meetingName = ({ title }: { readonly title: string }): string =>
  title === '' ? 'A meeting without a title' : title;

export const OUTSIDE_MEASURES = 'Optional people are not counted.';

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** `Thu 29 Oct, there, 20 min`. */
export const personOccurrenceWords = (
  { original }: Pick<JudgedOccurrence, 'original'>,
  one: JudgedPerson,
  time: TimeWords,
): string => `${time.day(original.start)}, ${lower(personOutcomeWords(one))}`;

/**
 * `Offered another time for Thu 29 Oct: Fri 30 Oct 10:00.` It is theirs, and changes nothing that is counted (13.7). An offer
 * that nobody can take any more says so.
 */
export function offerWords(
  { original, effective }: Pick<JudgedOccurrence, 'original' | 'effective'>,
  { to }: Pick<Reason, 'to'>,
  time: TimeWords,
  now: Instant,
): string {
  const offered = `Offered another time for ${time.day(original.start)}`;
  if (to === undefined) return `${offered}.`;
  const at = `${offered}: ${time.day(to.start)} ${time.time(to.start)}.`;
  if (effective.start === to.start && original.start !== to.start)
    return `${at} The meeting was moved to that time.`;
  return to.start <= now ? `${at} That time is past.` : at;
}

export const OWN_COUNTS = [
  'absences',
  'apologies',
  'joined-later',
  'recaps-not-sent',
  'told-late',
  'decided-without-asking',
] as const;
export type OwnCount = (typeof OWN_COUNTS)[number];

interface OwnWords {
  readonly name: string;
  readonly meaning: string;
  readonly rule: string;
}

/** Counts about the owner; what was said of others is said of oneself in the same words. */
export const OWN_SIDE_WORDS: Readonly<Record<OwnCount, OwnWords>> = {
  absences: {
    name: 'Not counted, you were not there',
    meaning: 'Occurrences that are not counted because you were not there yourself.',
    rule: '2.5',
  },
  apologies: {
    name: 'Your apologies',
    meaning: 'Occurrences that you declined or sent word about.',
    rule: '4.1',
  },
  'joined-later': {
    name: 'You joined later',
    meaning:
      'Occurrences that you joined later than counts as on time: 5 minutes after the start, unless Settings say otherwise.',
    rule: '4.1',
  },
  'recaps-not-sent': {
    name: 'Recaps not sent',
    meaning: 'Occurrences with a decision where somebody was not there, and no recap told them of it.',
    rule: '6',
  },
  'told-late': {
    name: 'Told late',
    meaning:
      'Decisions that somebody who should hear of them was told more than a day later, or has not been told yet.',
    rule: '6',
  },
  'decided-without-asking': {
    name: 'Decided without asking first',
    meaning:
      'Decisions that somebody had agreed with you to hear of first, where no question to them is recorded.',
    rule: '6',
  },
};

/** `Thu 12 Nov, apologies 7 h before`. */
export const ownApologyWords = (
  { original }: Pick<JudgedOccurrence, 'original'>,
  notice: Notice | null,
  time: TimeWords,
): string => `${time.day(original.start)}, apologies${notice === null ? '' : ` ${noticeWords(notice)}`}`;

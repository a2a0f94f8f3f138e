import { fail, ok, type Result } from '../../result';
import type { Instant, LocalDate } from '../../time/time';
import { localDate } from '../../time/zone';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';
import { isAddress, isOwn, type Owner, type Person } from '../things/person';
import type { SourceQuote } from '../things/source-quote';
import { topicKey } from './agreement';
import { TOPIC_MAX } from './decision';
import { isDay } from './decision-detail';
import type { RecapEntry } from './recap-entry';

export const POINT_SORTS = ['question', 'news'] as const;
export type PointSort = (typeof POINT_SORTS)[number];

/** What the person typed so far; kept as typed. */
export interface PointDraft {
  readonly text: string;
  readonly sort: PointSort;
  /** With whom; null: with everybody who is needed in the meeting. */
  readonly person: Person | null;
  readonly topic: string;
  /** Empty: no day was given. */
  readonly deadline: LocalDate | '';
  readonly quoted?: SourceQuote;
  /** The meeting in which it came up; null: outside of meetings. */
  readonly occurrence: OccurrenceKey | null;
}

/** A question or a piece of news that is to be raised (12.1): an own entry, numbered once, never edited. */
export interface Point {
  readonly kind: 'point';
  readonly id: string;
  readonly recordedAt: Instant;
  /** Where it was raised; a point without a person is this meeting's. */
  readonly series: SeriesId;
  readonly occurrence: OccurrenceKey | null;
  /** Shown as P-001. */
  readonly number: number;
  readonly text: string;
  readonly sort: PointSort;
  readonly person: Person | null;
  readonly topic?: string;
  readonly deadline?: LocalDate;
  /** Out of which words of notes or a transcript it was made (16). */
  readonly quoted?: SourceQuote;
  readonly raisedAt: Instant;
}

export const POINT_STEPS = ['talked-about', 'not-yet', 'answered', 'dropped'] as const;

/** What became of a point. Nothing before it is rewritten. */
export interface PointStep {
  readonly kind: 'point-step';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly point: string;
  /** Of whom the point is, so that what was said of it goes with them. */
  readonly person: Person | null;
  readonly step: (typeof POINT_STEPS)[number];
  /** Where it was talked about, or not yet; null: outside of meetings. */
  readonly occurrence: OccurrenceKey | null;
  /** The answer, as the owner notes it; may be empty. */
  readonly words: string;
  readonly at: Instant;
  /** Whose mail says so, which mail it is, and by what both sides find it (13.8). */
  readonly by?: Person;
  readonly mail?: string;
  readonly internetMessageId?: string;
}

/**
 * The journal of a mail before the sync (12.2), a fact per step, tied together by `mailKey`. `called`: the names it gave
 * its points, in the same order: a number that was mailed never changes (12.1).
 */
export interface PointMail
  extends Pick<
    RecapEntry,
    'id' | 'recordedAt' | 'series' | 'occurrence' | 'mailKey' | 'step' | 'to' | 'subject' | 'bodyHash'
  > {
  readonly kind: 'point-mail';
  readonly points: readonly string[];
  readonly called: readonly string[];
  readonly sentAt: Instant | null;
  readonly messageId: string | null;
  readonly goesAt?: Instant;
  readonly conversation?: string;
  readonly internetMessageId?: string;
}

export type PointFact = Point | PointStep | PointMail;

export const POINT_FAULTS = [
  'text-missing',
  'text-too-long',
  'person-unknown',
  'person-is-owner',
  'topic-too-long',
  'topic-empty',
  'deadline-unknown',
  'deadline-past',
] as const;
export type PointFault = (typeof POINT_FAULTS)[number];

export const POINT_TEXT_MAX = 300;
/** What was answered, in a line or three. */
export const POINT_WORDS_MAX = 500;

export type CheckedPoint = Pick<
  Point,
  'text' | 'sort' | 'person' | 'topic' | 'deadline' | 'occurrence' | 'quoted'
>;

/** The one door from a draft to a point. Gives every fault at once, so that each stands beside its field. */
export function checkPoint(
  { text, sort, person, topic, deadline, occurrence, quoted }: PointDraft,
  owner: Owner,
  now: Instant,
): Result<CheckedPoint, readonly PointFault[]> {
  const [said, about] = [text.trim(), topic.trim()];
  const faults: PointFault[] = [];
  if (said === '') faults.push('text-missing');
  if (said.length > POINT_TEXT_MAX) faults.push('text-too-long');
  if (person !== null && !isSomebody(person)) faults.push('person-unknown');
  if (person !== null && isOwn(owner, person.key)) faults.push('person-is-owner');
  if (about.length > TOPIC_MAX) faults.push('topic-too-long');
  if (about !== '' && topicKey(about) === '') faults.push('topic-empty');
  if (deadline !== '' && !isDay(deadline)) faults.push('deadline-unknown');
  else if (deadline !== '' && deadline < localDate(now, owner.zone)) faults.push('deadline-past');
  if (faults.length > 0) return fail(faults);
  return ok({
    ...{ text: said, sort, person, occurrence },
    ...(about === '' ? {} : { topic: about }),
    ...(deadline === '' ? {} : { deadline }),
    ...(quoted === undefined ? {} : { quoted }),
  });
}

/** An address that was typed has to be one; whom a calendar shows without any is known by an id. */
export const isSomebody = ({ key, address }: Person): boolean =>
  address === '' ? key !== '' : isAddress(address);

export const POINT_WORD_FAULTS = ['words-too-long'] as const;
export type PointWordFault = (typeof POINT_WORD_FAULTS)[number];

/** What is said of a point, as typed. */
export type PointWord = Pick<PointStep, 'step' | 'occurrence' | 'words'>;

/** The door of what is said of a point. */
export function checkPointWord(word: PointWord): Result<PointWord, readonly PointWordFault[]> {
  const words = word.words.trim();
  return words.length > POINT_WORDS_MAX ? fail(['words-too-long']) : ok({ ...word, words });
}

/** One more than the highest so far, of those that are gone too: numbers are never used again. */
export const nextPointNumber = (
  points: readonly Pick<Point, 'number'>[],
  reduced: readonly { readonly numbersTo?: number }[] = [],
): number =>
  Math.max(0, ...points.map(({ number }) => number), ...reduced.map(({ numbersTo = 0 }) => numbersTo)) + 1;

interface NamedPoints {
  readonly points: readonly string[];
  /** What it called them, in the same order. */
  readonly called: readonly string[];
  readonly subject: string;
}

/** What a mail says of points once some of them are gone; null where it spoke of none of those. */
export function pointsLeft(
  { points, called, subject }: NamedPoints,
  isGone: (id: string) => boolean,
): NamedPoints | null {
  if (!points.some(isGone)) return null;
  const stay = (_: string, at: number): boolean => !isGone(points[at] ?? '');
  const gone = called.filter((_, at) => isGone(points[at] ?? ''));
  return {
    points: points.filter(stay),
    called: called.filter(stay),
    // It begins with what it is about, by its name (13.6).
    subject: gone.some((name) => name === '' || subject.includes(name)) ? '' : subject,
  };
}

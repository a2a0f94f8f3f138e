import type { Telling } from '../facts/decided/catch-up-entry';
import type { PointMail } from '../facts/decided/point';
import type { SeriesId } from '../facts/things/occurrence';
import { eachOnce } from '../facts/things/people';
import { isSamePerson, type Person } from '../facts/things/person';
import type { Language } from '../language';
import { addDays } from '../time/days';
import type { Instant } from '../time/time';
import { type WeekOfWork, workingDeadline } from '../time/working-days';
import { instantAt } from '../time/zone';
import { openPoints, type PointHistory } from './point-history';

/** Theirs, to answer a question that names no day. */
const WORKING_DAYS = 2;

/** A question as it would be asked once more, of one person. */
export interface OnceMoreLetter {
  readonly to: Person;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly series: SeriesId;
  readonly point: string;
  readonly name: string;
  /** Not before (12.4). */
  readonly from: Instant;
}

/** Of those that were drafted, what can be asked now: a draft may be of before a question was settled, or asked once more. */
export const askedOnceMoreNow = (
  letters: readonly OnceMoreLetter[],
  histories: readonly PointHistory[],
  now: Instant,
): readonly OnceMoreLetter[] =>
  letters.filter(({ point, to, from }) => {
    const history = histories.find((one) => one.point.id === point);
    return from <= now && history?.standing === 'open' && !mailsTo(history, to).some(isAgain);
  });

/** Who had the question by mail and could be asked once more, sooner or later. */
export const couldBeAskedAgain = (history: PointHistory): readonly Person[] =>
  eachOnce(mailsWith(history).flatMap(({ to }) => to)).filter(
    (person) => firstAskedAt(history, person) !== null,
  );

/**
 * When an open question first went to somebody by mail. Null: it never did, it was asked once more already (12.4), or a
 * mail with it may be on its way.
 */
export function firstAskedAt(history: PointHistory, person: Person): Instant | null {
  const { point, standing } = history;
  if (standing !== 'open' || point.sort !== 'question') return null;
  const theirs = mailsTo(history, person);
  if (theirs.some((one) => one.step === 'sending' || isAgain(one))) return null;
  const went = theirs.filter(({ step }) => step === 'sent' || step === 'unverified');
  return went.length === 0 ? null : Math.min(...went.map(({ sentAt, recordedAt }) => sentAt ?? recordedAt));
}

/**
 * From when it can be asked once more, by their calendar (12.4): once its day is over; where none was given, or it was over
 * when they were asked, once two of their working days are. Null: not at all.
 */
export function askedAgainFrom(history: PointHistory, person: Person, week: WeekOfWork): Instant | null {
  const first = firstAskedAt(history, person);
  if (first === null) return null;
  const { deadline } = history.point;
  const given = deadline === undefined ? null : instantAt(addDays(deadline, 1), 0, week.zone);
  if (given !== null && given > first) return given;
  return workingDeadline(first, WORKING_DAYS, week)?.at ?? null;
}

/** Open questions that went to somebody by mail, or may have gone. */
export const mailedQuestions = (
  histories: readonly PointHistory[],
  person: Person,
): readonly PointHistory[] =>
  openPoints(histories).filter(
    (one) =>
      one.point.sort === 'question' &&
      mailsWith(one).some(
        ({ step, to }) => step !== 'by-hand' && to.some((other) => isSamePerson(other, person)),
      ),
  );

const mailsWith = ({ mails, after }: PointHistory): readonly (PointMail | Telling)[] => [...mails, ...after];

const mailsTo = (history: PointHistory, person: Person): readonly (PointMail | Telling)[] =>
  mailsWith(history).filter(({ to }) => to.some((one) => isSamePerson(one, person)));

const isAgain = (mail: PointMail | Telling): boolean => mail.kind === 'catch-up' && mail.again === true;

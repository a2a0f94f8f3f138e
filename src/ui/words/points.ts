import type { PointFault, PointSort, PointStep, PointWordFault } from '../../domain/facts/decided/point';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { PointHistory } from '../../domain/points/point-history';
import type { PointReply } from '../../domain/points/replied-since';
import type { Instant } from '../../domain/time/time';
import { calendarDay } from './calendar-days';
import { firstNameOf, namesOf } from './names';
import type { TimeWords } from './times';

export const POINT_FAULT_WORDS: Readonly<Record<PointFault, string>> = {
  'text-missing': 'Please say what the point is.',
  'text-too-long': 'Please keep it under 300 characters.',
  'person-unknown': 'Please give an address, like name@company.com.',
  'person-is-owner': 'That is your own address.',
  'topic-too-long': 'Please keep the topic under 80 characters.',
  'topic-empty': 'Please give the topic a name that can be read.',
  'deadline-unknown': 'There is no such day.',
  'deadline-past': 'That day is over. Please choose today or later.',
};

export const POINT_WORD_FAULT_WORDS: Readonly<Record<PointWordFault, string>> = {
  'words-too-long': 'Please keep it under 500 characters.',
};

export const SORT_WORDS: Readonly<Record<PointSort, string>> = { question: 'A question', news: 'News' };

/** With whom, over the list: of two people the other one. */
export const raisedWith = (lineage: JudgedLineage, { people }: JudgedOccurrence): string => {
  const other = people.find(({ isOwner, role }) => !isOwner && role !== 'resource');
  return lineage.oneToOne && other !== undefined ? firstNameOf(other.person) : 'the group';
};

/** What of a point is not its words: `Question for Marcus, by Wed 25 Nov. Raised Thu 19 Nov.` */
export function pointWords({ point, mails, after }: PointHistory, time: TimeWords, now: Instant): string {
  const { sort, person, deadline, raisedAt } = point;
  const whom = person === null ? 'everybody in this meeting' : firstNameOf(person);
  const by = deadline === undefined ? '' : `, by ${calendarDay(deadline)}`;
  const mail = [...mails, ...after].sort((a, b) => a.recordedAt - b.recordedAt).at(-1);
  const sent =
    mail === undefined ? '' : ` ${mailWords(mail.step)} ${time.relativeDay(mail.recordedAt, now)}.`;
  return `${sort === 'question' ? 'Question' : 'News'} for ${whom}${by}. Raised ${time.relativeDay(raisedAt, now)}.${sent}`;
}

const mailWords = (step: PointHistory['after'][number]['step']): string => {
  if (step === 'by-hand') return 'Told';
  return step === 'sending' ? 'Mail on its way since' : 'Mailed';
};

/** To whom, and before which sync. */
export const beforeSyncWords = (
  { effective: { start } }: JudgedOccurrence,
  letters: readonly { readonly to: Person }[],
  time: TimeWords,
  now: Instant,
): string =>
  `To ${namesOf(
    letters.map(({ to }) => to),
    MOST_NAMED,
  )}, before the sync ${time.relativeDay(start, now)} at ${time.time(start)}. What they answer by mail needs no time there.`;
const MOST_NAMED = 5;

/** What was said of it just now, in its place. */
export const SAID_OF_POINT: Readonly<Record<PointStep['step'], string>> = {
  'talked-about': 'Noted.',
  'not-yet': 'Noted. It waits for the next time.',
  answered: 'Noted.',
  dropped: 'Dropped.',
};

/** `Send to Marcus`, on the button under what each of them gets. */
export const sendToWords = (people: readonly Person[]): string => `Send to ${namesOf(people, MOST_NAMED)}`;

/** `Marcus replied by mail on Tue 17 Nov at 10:12. Please read it first.` What is in it nobody read. */
export function pointReplyWords({ person, at, sender }: PointReply, time: TimeWords): string {
  const name = firstNameOf(person);
  const when = `on ${time.day(at)} at ${time.time(at)}`;
  return sender === null
    ? `${name} replied by mail ${when}. Please read it first.`
    : `A reply in the name of ${name} came by mail ${when}; ${sender.address} sent it. Please read it first.`;
}

/** Where nobody can tell whether they replied. */
export const LOOK_FOR_REPLY = 'Loopkeeper could not check for a reply by mail. Please look for one first.';

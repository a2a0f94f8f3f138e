import type { PointMail, PointStep } from '../../domain/facts/decided/point';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { PointHistory, PointStanding } from '../../domain/points/point-history';
import type { Instant } from '../../domain/time/time';
import { quotedFor } from '../text/quoted-words';
import type { Wording } from '../text/wording';

const STANDING: Readonly<Record<PointStanding, string>> = {
  open: 'It is open.',
  'talked-about': 'It was talked about.',
  answered: 'It was answered.',
  dropped: 'It was dropped.',
  told: 'They were told of it.',
};

/** 13.8: which mail it was that answered, where it was theirs. */
function byMail(
  step: PointStep,
  person: Person,
  { longDay, time }: Pick<Wording, 'longDay' | 'time'>,
): string {
  const { by, at, internetMessageId: id } = step;
  if (by === undefined || !isSamePerson(by, person)) return '';
  const said = step.step === 'answered' ? 'Answered by them' : 'Let’s talk first, said by them';
  return ` ${said} by mail on ${longDay(at)} ${time(at)}${id === undefined ? '' : `, message id ${id}`}.`;
}

/** What was raised with one person, and the mails to them with points of a meeting: a line each. */
export function pointLines(
  points: readonly PointHistory[],
  person: Person,
  { longDay, time }: Wording,
): readonly { readonly at: Instant; readonly said: string }[] {
  const isTheirs = ({ point }: PointHistory) => point.person !== null && isSamePerson(point.person, person);
  const isTo = ({ to }: PointMail) => to.some((one) => isSamePerson(one, person));
  return points.flatMap((history) => {
    const { point, name, standing, closedBy, mails } = history;
    const theirs = mails.filter(isTo);
    if (!isTheirs(history) && theirs.length === 0) return [];
    const went = theirs.map(({ step, recordedAt, sentAt, subject, internetMessageId: id }) => {
      const at = `${longDay(sentAt ?? recordedAt)} ${time(sentAt ?? recordedAt)}`;
      if (step === 'by-hand') return ` Raised with them on ${at}, noted by hand.`;
      return ` Mailed on ${at}: “${subject}”${id === undefined ? '' : `, message id ${id}`}.`;
    });
    const answer = closedBy === null || closedBy.words === '' ? '' : ` Noted: “${closedBy.words}”.`;
    const written = history.steps.map((step) => byMail(step, person, { longDay, time }));
    const what = point.sort === 'question' ? 'a question' : 'news';
    const said = `${name}, ${what}: “${point.text}”${quotedFor(point.quoted, point.text, person.name)}. ${STANDING[standing]}${answer}${went.join('')}${written.join('')}`;
    return [{ at: point.raisedAt, said }];
  });
}

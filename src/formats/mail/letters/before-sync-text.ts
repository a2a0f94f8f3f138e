import type { Owner, Person } from '../../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import type { Language } from '../../../domain/language';
import type { PointHistory } from '../../../domain/points/point-history';
import type { Zone } from '../../../domain/time/time';
import { WORDS } from '../../languages/registered';
import { sentence } from '../../languages/sentence';
import { oneLine, shortened } from '../../text/one-line';
import { greetingTo, type PlainLetter } from '../plain-letter';
import { SUBJECT_MAX } from '../recap-subject';
import { dayWords, timeWords } from '../recap-times';

/** What one person is told before a sync. */
export interface BeforeSyncInput {
  readonly person: Person;
  readonly owner: Owner;
  /** Theirs, as far as it is known. */
  readonly zone: Zone;
  readonly sync: Pick<JudgedOccurrence, 'effective' | 'allDay' | 'date' | 'oneToOne'>;
  readonly points: readonly PointHistory[];
  readonly language: Language;
}

/** The mail before a sync (12.2): its points, each in a line, when they would be talked about, and that a reply is enough. */
export function composeBeforeSync(input: BeforeSyncInput): PlainLetter {
  const { person, owner, zone, sync, points, language } = input;
  const words = WORDS[language].recap;
  const { before } = WORDS[language].letters;
  const when = sync.allDay
    ? dayWords(sync.date, words)
    : timeWords(sync.effective.start, zone, owner.zone, words, language);
  const ordered = byUrgency(points);
  const lines = ordered.map(({ name, point: { text, deadline } }) => {
    const by = deadline === undefined ? '' : ` ${before.by(dayWords(deadline, words))}`;
    return `${name}: ${sentence(oneLine(text))}${by}`;
  });
  const questions = points.filter(({ point }) => point.sort === 'question').length;
  const said = questions > 0 ? before.reply(questions) : before.news;
  return {
    language,
    subject: subjectOf(ordered, language),
    parts: [
      // What the inbox shows is the matter itself (13.6).
      lines,
      [greetingTo([person], language), before.sync(when, sync.oneToOne), said],
      [before.footer(ordered.map(({ name }) => name).join(', '), oneLine(owner.name))],
    ],
  };
}

/** What matters most first: a question before news, the soonest answer first, then the oldest. */
const byUrgency = (points: readonly PointHistory[]): readonly PointHistory[] => {
  const rank = ({ point: { sort, deadline = '9999' } }: PointHistory) => `${sort === 'news'} ${deadline}`;
  return [...points].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
};

/** What matters most, and how many others there are (13.6). */
function subjectOf([first, ...others]: readonly PointHistory[], language: Language): string {
  if (first === undefined) return '';
  const { andOthers } = WORDS[language].recap;
  const named = (about: string) => (others.length === 0 ? about : andOthers(about, others.length));
  return named(shortened(`${first.name}: ${oneLine(first.point.text)}`, SUBJECT_MAX - named('').length));
}

import type { Owner, Person } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import type { PointHistory } from '../../../domain/points/point-history';
import type { Instant, Zone } from '../../../domain/time/time';
import { WORDS } from '../../languages/registered';
import { sentence } from '../../languages/sentence';
import { oneLine, shortened } from '../../text/one-line';
import { greetingTo, type PlainLetter } from '../plain-letter';
import { SUBJECT_MAX } from '../recap-subject';
import { dateWords } from '../recap-times';

interface OnceMoreInput {
  readonly person: Person;
  readonly owner: Owner;
  /** Theirs, as far as it is known. */
  readonly zone: Zone;
  readonly question: PointHistory;
  /** When it first went to them. */
  readonly firstAt: Instant;
  readonly language: Language;
}

/** A question once more (12.4): when it was first asked, and that a reply is enough. Its day is over, so none is named. */
export function composeOnceMore(input: OnceMoreInput): PlainLetter {
  const { person, owner, zone, question, firstAt, language } = input;
  const { recap, letters } = WORDS[language];
  const { name, point } = question;
  const text = oneLine(point.text);
  return {
    language,
    subject: shortened(`${name}: ${text}`, SUBJECT_MAX),
    parts: [
      [`${name}: ${sentence(text)}`],
      [
        greetingTo([person], language),
        letters.firstAsked(dateWords(firstAt, zone, recap)),
        letters.before.anywhere(name),
      ],
      [letters.before.footer(name, oneLine(owner.name))],
    ],
  };
}

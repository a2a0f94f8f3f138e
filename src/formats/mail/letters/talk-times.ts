import { type Decision, decisionName } from '../../../domain/facts/decided/decision';
import type { Owner, Person } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import { minutesOf, type Span, type Zone } from '../../../domain/time/time';
import { WORDS } from '../../languages/registered';
import { oneLine, shortened } from '../../text/one-line';
import { calledName } from '../../text/wording';
import { draftTo, greetingTo, type LetterDraft } from '../plain-letter';
import { city, clockWords, dateWords } from '../recap-times';

/** Two times that would hold, or one, with what makes them so; null where none is known. */
export function talkTimes(
  [first, second]: readonly Span[],
  zone: Zone,
  otherZone: Zone,
  language: Language,
): string | null {
  if (first === undefined) return null;
  const { recap, letters } = WORDS[language];
  const said = (span: Span) => {
    const { here, there } = clockWords(span.start, zone, otherZone, language);
    const clock = there === '' ? here : `${here} ${city(zone)}${there}`;
    return { minutes: minutesOf(span), day: dateWords(span.start, zone, recap), clock };
  };
  const { times, free } = letters.talk;
  const other = second === undefined ? null : said(second);
  return `${times(said(first), other)} ${free(other === null ? 1 : 2)}`;
}

export interface TalkInput {
  readonly decision: Decision;
  readonly person: Person;
  readonly owner: Owner;
  readonly times: readonly Span[];
  /** Shown beside the owner's where clocks differ. */
  readonly recipientZone?: Zone;
  readonly language: Language;
}

const TEXT = 120;

/** "A time to talk about D-014": to somebody who sees a problem or wants to talk. */
export function talkText({
  decision,
  person,
  owner,
  times,
  recipientZone,
  language,
}: TalkInput): LetterDraft {
  const { talk } = WORDS[language].letters;
  const held = talkTimes(times, owner.zone, recipientZone ?? owner.zone, language);
  const name = decisionName(decision);
  return draftTo([person], {
    language,
    subject: talk.subject(name),
    parts: [
      [greetingTo([person], language)],
      [talk.about(name, shortened(oneLine(decision.text), TEXT))],
      [held === null ? talk.when : `${held} ${talk.other}`],
      [calledName(owner)],
    ],
  });
}

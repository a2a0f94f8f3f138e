import { isHeld } from '../../domain/facts/things/outcomes';
import type { LetterWords } from '../languages/letter-language';
import type { RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { oneLine, shortened } from '../text/one-line';
import type { InOrder, MailMatter } from './matters';
import type { RecapInput } from './recap-body';
import { dayOf } from './recap-opening';
import { dateWords, dayWords } from './recap-times';

export const SUBJECT_MAX = 60;

/**
 * What matters most in it, and how many others there are, in at most sixty signs; never a meeting that did not take place
 * (13.6).
 */
export function subjectOf(input: RecapInput, { matters, undecided, points, leading }: InOrder): string {
  const { recap, letters } = WORDS[input.language];
  const [first] = matters;
  const decision = first?.decision ?? undecided[0]?.decision;
  const others = matters.length + undecided.length + points.length - 1;
  const named = (about: string) => (others === 0 ? about : recap.andOthers(about, others));
  if (leading !== null) {
    const name = `${leading.name}: `;
    const text = oneLine(leading.point.text);
    return name + named(shortened(text, SUBJECT_MAX - name.length - named('').length));
  }
  const lead = first === undefined ? recap.info('') : leadOf(first, input, recap, letters.request);
  if (decision === undefined) return nothingTold(input, recap);
  const room = SUBJECT_MAX - lead.length - named('').length;
  return lead + named(shortened(aboutOf(decision, room), room));
}

/** By when it needs the reader; a day that is over is no day to ask for something by. */
export function leadOf(
  { request, viewUntil, open }: MailMatter,
  { now }: Pick<RecapInput, 'now'>,
  recap: RecapWords,
  { subject, subjectOpen }: LetterWords['request'],
): string {
  if (open === true) return subjectOpen;
  if (request !== null) {
    const isOver = now !== undefined && request.deadline <= now;
    return isOver ? subjectOpen : subject(dateWords(request.deadline, request.zone, recap));
  }
  if (viewUntil === undefined) return recap.info('');
  return viewUntil === null ? subjectOpen : subject(dayWords(viewUntil, recap));
}

/** The decision itself where it is short enough to be read whole; else its topic. Three or four words do best. */
export function aboutOf(
  { text, topic }: Pick<RecapInput['decisions'][number], 'text' | 'topic'>,
  room: number,
): string {
  const whole = oneLine(text);
  return whole.length <= room || topic.trim() === '' ? whole : oneLine(topic);
}

/** Of a meeting that was held the mail can be about the meeting itself. */
function nothingTold({ title, occurrence, ownerZone }: RecapInput, words: RecapWords): string {
  if (!isHeld(occurrence.outcome)) return words.info(words.nothingNew);
  const date = dayWords(dayOf(occurrence, ownerZone), words);
  const room = SUBJECT_MAX - words.info('').length - date.length - 1;
  return words.info(`${shortened(oneLine(title), room)} ${date}`).trim();
}

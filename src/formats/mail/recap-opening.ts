import type { Decision } from '../../domain/facts/decided/decision';
import {
  isCancelled,
  isHeld,
  isNotHeld,
  type PersonOutcome,
  sentApologies,
} from '../../domain/facts/things/outcomes';
import { amongPeople } from '../../domain/facts/things/people';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Instant, LocalDate, Zone } from '../../domain/time/time';
import { localDate } from '../../domain/time/zone';
import type { Happened, RecapWords } from '../languages/recap-words';
import { WORDS } from '../languages/registered';
import { oneLine, shortened } from '../text/one-line';
import type { RecapInput } from './recap-body';
import { clockWords, dateWords, dayWords } from './recap-times';

const SUBJECT_MAX = 60;

export const greetingOf = ({ recipients }: RecapInput, words: RecapWords): string =>
  words.greeting(recipients.map(firstName).filter((name) => name !== ''));

const firstName = (person: Person): string => {
  const name = shortened(oneLine(person.name), 40);
  // "Hale, Marcus" and addresses are written out: half of them would be the wrong half.
  return /[,@]/.test(name) ? name : (name.split(' ')[0] ?? '');
};

/** What it is about, in at most sixty signs. */
export function subjectOf(
  { decisions, questions = [], title, occurrence, ownerZone, language, now }: RecapInput,
  words: RecapWords,
): string {
  const date = dayWords(dayOf(occurrence, ownerZone), words);
  const [first] = decisions;
  const room = SUBJECT_MAX - words.info('').length;
  const meeting = (length: number) => `${shortened(oneLine(title), length - date.length - 1)} ${date}`;
  const [question] = questions;
  if (first === undefined && question?.request != null && questions.length === 1) {
    const { deadline, zone } = question.request;
    const lead = WORDS[language].letters.request.subject(dateWords(deadline, zone, words));
    const left = SUBJECT_MAX - lead.length;
    // A day that is over is no day to ask for something by.
    if (now === undefined || deadline > now) return lead + shortened(aboutOf(question.decision, left), left);
  }
  if (first === undefined) return words.info(meeting(room)).trim();
  if (decisions.length === 1) return words.info(shortened(aboutOf(first, room), room));
  const around = words.severalDecisions(decisions.length, '').length;
  // The day of a meeting in which they were not made is no name for them.
  const named = decisions.some((one) => isElsewhere(one, { occurrence }))
    ? shortened(oneLine(title), room - around)
    : meeting(room - around);
  return words.info(words.severalDecisions(decisions.length, named));
}

/** The decision itself where it is short enough to be read whole; else its topic. Three or four words do best. */
function aboutOf({ text, topic }: RecapInput['decisions'][number], room: number): string {
  const whole = oneLine(text);
  return whole.length <= room || topic.trim() === '' ? whole : oneLine(topic);
}

export function happenedLine(input: RecapInput, words: RecapWords): string {
  const { occurrence, ownerZone, now, decisions } = input;
  const day = dayOf(occurrence, ownerZone);
  // 10.5: "our meeting" is nothing to say to somebody who was not asked to it.
  if (decisions.length > 0 && !areInvited(occurrence, input.recipients)) return words.notToldYet;
  const isToday = now !== undefined && localDate(now, ownerZone) === day;
  const kind = happenedTo(input);
  // "Decided at our meeting" is said only of what was decided there (10.2).
  const elsewhere = SAYS_WHERE.includes(kind) && decisions.some((one) => isElsewhere(one, input));
  const happened = words.happened[kind]({
    date: isToday ? null : dayWords(day, words),
    part: partOf(input, words),
    oneToOne: occurrence.oneToOne,
    told: decisions.length > 0 && !elsewhere,
  });
  return [
    happened,
    ...(sentWord(input) ? [words.thanksForWord] : []),
    ...(elsewhere ? [words.notToldYet] : []),
  ].join(' ');
}

/** Sentences that say of what follows that it was decided at the meeting, or while somebody was away from it. */
const SAYS_WHERE: readonly Happened[] = ['held', 'held-away', 'away', 'plain'];

/** Told from this occurrence, and decided at another time. */
export const isElsewhere = (decision: Decision, { occurrence }: Pick<RecapInput, 'occurrence'>): boolean =>
  decision.occurrence !== occurrence.key;

/** Whether all of them were asked to it; to nobody in particular it is written as to those who were. */
export const areInvited = ({ people }: JudgedOccurrence, readers: readonly Person[]): boolean =>
  readers.every(amongPeople(people.filter(({ invited }) => invited !== false).map(({ person }) => person)));

/** The day on which it is, on the owner's clocks; one of a whole day is a date, wherever it is read (1). */
export const dayOf = ({ allDay, zone, effective: { start } }: JudgedOccurrence, ownerZone: Zone): LocalDate =>
  localDate(start, allDay ? zone : ownerZone);

/** Somebody who was there for a part hears the other one. Of several people nothing is said that is one's own. */
function partOf(
  { occurrence, recipients, ownerZone, recipientZone, language }: RecapInput,
  words: RecapWords,
) {
  const [only] = recipients;
  if (only === undefined || recipients.length > 1 || !isHeld(occurrence.outcome)) return '';
  const there = occurrence.people.find(({ person }) => person.key === only.key);
  const said = (at: Instant, word: (clock: string) => string) => {
    const { here, there: theirs } = clockWords(at, ownerZone, recipientZone ?? ownerZone, language);
    return `, ${word(here)}${theirs}`;
  };
  if (there?.outcome === 'present-left-earlier' && there.lastLeave !== null) {
    return said(there.lastLeave, words.from);
  }
  if (there?.outcome === 'present-joined-later' && there.firstJoin !== null) {
    return said(there.firstJoin, words.until);
  }
  return '';
}

/** Neutral words by outcome; about people only what is true of every recipient. */
function happenedTo(input: RecapInput): Happened {
  const { outcome } = input.occurrence;
  const away = everyRecipient(input, (one) => one === 'away');
  // Left out because the other one was away: of anybody else who should hear of it that is not true.
  if (outcome === 'excluded-away' || outcome === 'excluded-holiday')
    return hasOthers(input) ? 'plain' : 'away';
  if (isHeld(outcome)) return away ? 'held-away' : 'held';
  if (isNotHeld(outcome)) return away ? 'away' : 'not-held';
  if (isCancelled(outcome)) return 'cancelled';
  if (outcome === 'excluded-own-absence') return 'own-absence';
  if (outcome === 'excluded-agreed-skip') return 'agreed-skip';
  return outcome === 'superseded' ? 'moved' : 'plain';
}

/** Somebody gets it who was not to be there. */
const hasOthers = ({ occurrence, recipients }: RecapInput): boolean =>
  recipients.some(({ key }) => !occurrence.people.some(({ person, needed }) => needed && person.key === key));

const sentWord = (input: RecapInput): boolean => everyRecipient(input, sentApologies);

function everyRecipient(
  { occurrence, recipients }: RecapInput,
  holds: (outcome: PersonOutcome | null) => boolean,
): boolean {
  const outcomes = new Map(occurrence.people.map((one) => [one.person.key, one.outcome]));
  return recipients.length > 0 && recipients.every((one) => holds(outcomes.get(one.key) ?? null));
}

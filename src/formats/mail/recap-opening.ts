import { decidedIn, type Standing } from '../../domain/agree/decided-in';
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
import { oneLine, shortened } from '../text/one-line';
import type { RecapInput } from './recap-body';
import { clockWords, dayWords } from './recap-times';

export const greetingOf = ({ recipients }: RecapInput, words: RecapWords): string =>
  words.greeting(recipients.map(firstName).filter((name) => name !== ''));

const firstName = (person: Person): string => {
  const name = shortened(oneLine(person.name), 40);
  // "Hale, Marcus" and addresses are written out: half of them would be the wrong half.
  return /[,@]/.test(name) ? name : (name.split(' ')[0] ?? '');
};

/**
 * What happened to the meeting, said once and in half a sentence, at the end (13.6); and thanks to who sent word. Nothing to
 * somebody who was not asked to it: "our meeting" is none of theirs (10.5).
 */
export function happenedClauses(
  input: RecapInput,
  told: readonly Standing[],
  words: RecapWords,
): readonly string[] {
  const { occurrence, ownerZone, now, recipients } = input;
  if (!areInvited(occurrence, recipients)) return [];
  const day = dayOf(occurrence, ownerZone);
  const kind = happenedTo(input);
  const isToday = now !== undefined && localDate(now, ownerZone) === day;
  const happened = words.happened[kind]({
    date: isToday ? null : dayWords(day, words),
    part: partOf(input, words),
    oneToOne: occurrence.oneToOne,
  });
  // What was decided at other times is not about this meeting (10.2).
  const isAboutIt = told.length === 0 || told.some((one) => !isElsewhere(one, input));
  return [
    ...(ONLY_ABOUT.includes(kind) && !isAboutIt ? [] : [happened]),
    ...(sentWord(input) ? [words.thanksForWord] : []),
  ];
}

/** Nothing happened to it but that it is what the mail is about. */
const ONLY_ABOUT: readonly Happened[] = ['held', 'plain'];

/** Told from this occurrence, and decided at another time. */
export const isElsewhere = (
  decision: Standing,
  { occurrence }: { readonly occurrence: { readonly key: string } | null },
): boolean => occurrence === null || decidedIn(decision) !== occurrence.key;

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
  const { outcome, effective } = input.occurrence;
  const away = everyRecipient(input, (one) => one === 'away');
  // Left out because the other one was away: of anybody else who should hear of it that is not true.
  if (outcome === 'excluded-away' || outcome === 'excluded-holiday')
    return hasOthers(input) ? 'plain' : 'away';
  if (isHeld(outcome)) return away ? 'held-away' : 'held';
  if (isNotHeld(outcome)) return away ? 'away' : 'not-held';
  // One that was cancelled has its recap before its time (13.4).
  if (isCancelled(outcome))
    return input.now !== undefined && input.now < effective.start ? 'cancelled-ahead' : 'cancelled';
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

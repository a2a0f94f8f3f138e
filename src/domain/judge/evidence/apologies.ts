import type { MailKind, NoticeMail } from '../../facts/observed/notice-mail';
import type { Sighting } from '../../facts/observed/sighting';
import type { Identity } from '../../facts/things/identity';
import type { Grade } from '../../facts/things/outcomes';
import type { Person, PersonKey, Response } from '../../facts/things/person';
import type { SeriesSeen } from '../../facts/things/series';
import { exactly, type Instant, isExact, type Moment, type Span } from '../../time/time';
import type { Evidence } from '../judged/judged';
import type { Roster } from '../judged/roster';
import type { ObservedMove } from './calendar-history';
import type { CheckInReading } from './check-ins';
import { rangeOf } from './notice';

/** Somebody said that they would not come: they declined, or sent word. */
export interface Word {
  readonly person: Person;
  readonly moment: Moment;
  readonly how: 'declined' | 'sent-word';
  readonly grade: Grade;
  readonly evidence: Evidence;
  readonly fact: string;
  readonly recordedAt: Instant;
}

export interface WordsGiven {
  readonly identity: Identity;
  readonly roster: Roster;
  readonly states: readonly (Sighting | SeriesSeen)[];
  readonly mails: readonly NoticeMail[];
  /** About the series as a whole: a declined series is an apology for each of its occurrences (4.1). */
  readonly seriesMails: readonly NoticeMail[];
  readonly said: CheckInReading;
  readonly shifts: readonly ObservedMove[];
  /** When the owner was invited anew (5.3): what was declined before is void. */
  readonly reinvitedAt: Instant | null;
  readonly effective: Span;
}

interface Answer {
  readonly at: Instant;
  readonly moment: Moment;
  readonly response: Response;
  readonly evidence: Evidence;
  readonly fact: string;
  readonly recordedAt: Instant;
}

/** The standing word of each person, at most one each. */
export function wordsOf(given: WordsGiven): ReadonlyMap<PersonKey, Word> {
  const words = new Map<PersonKey, Word>();
  const someoneDeclined = hasDecline(given);
  if (!someoneDeclined && given.said.people.size === 0) return words;
  const answers: ReadonlyMap<PersonKey, Answer[]> = someoneDeclined ? answersByPerson(given) : new Map();
  for (const { person } of given.roster.everybody) {
    const decline = declineOf(answers.get(person.key) ?? [], given);
    const noted = given.said.people.get(person.key);
    if (
      decline !== null &&
      (isExact(decline.moment) || noted?.said !== 'sent-word' || noted.wordAt === null)
    ) {
      const { moment, evidence, fact, recordedAt } = decline;
      const grade = isExact(moment) ? 'documented' : 'inferred';
      words.set(person.key, { person, how: 'declined', moment, grade, evidence, fact, recordedAt });
    } else if (noted?.said === 'sent-word') {
      const { wordAt, fact, recordedAt } = noted;
      const moment = wordAt === null ? { after: null, until: recordedAt } : exactly(wordAt);
      const how = { how: 'sent-word', grade: 'noted', evidence: 'own-check-in' } as const;
      words.set(person.key, { person, ...how, moment, fact, recordedAt });
    }
  }
  return words;
}

/** Of most occurrences nobody ever declines; then there is no need to know who answered what and when. */
const hasDecline = ({ mails, seriesMails, states }: WordsGiven): boolean =>
  mails.some(({ mail }) => mail === 'declined') ||
  seriesMails.some(({ mail }) => mail === 'declined') ||
  states.some(
    (state) =>
      ('ownResponse' in state && state.ownResponse === 'declined') ||
      state.attendees.some(({ response }) => response === 'declined'),
  );

/** What a mail answers; null: it is no answer. */
const ANSWERS: Readonly<Record<MailKind, Response | null>> = {
  request: null,
  update: null,
  cancellation: null,
  accepted: 'accepted',
  tentative: 'tentative',
  declined: 'declined',
};

function answersByPerson(given: WordsGiven): ReadonlyMap<PersonKey, Answer[]> {
  const { identity, effective } = given;
  const answers = new Map<PersonKey, Answer[]>();
  const add = (person: PersonKey, answer: Answer) => {
    const key = identity.keyOf(person);
    const there = answers.get(key);
    if (there === undefined) answers.set(key, [answer]);
    else there.push(answer);
  };
  const future = given.seriesMails.filter(({ at }) => at < effective.end);
  for (const mail of [...given.mails, ...future]) {
    const response = ANSWERS[mail.mail];
    if (response === null) continue;
    const person = mail.sentByOwner ? identity.owner.key : mail.from.key;
    const { at, id: fact, recordedAt } = mail;
    add(person, { at, moment: exactly(at), response, evidence: 'response-mail', fact, recordedAt });
  }
  let before: ReadonlyMap<PersonKey, Shown> = new Map();
  given.states.forEach((state, number) => {
    const shown = shownIn(state, identity);
    for (const [person, one] of shown) {
      const then = before.get(person);
      if (then?.response === one.response && then.respondedAt === one.respondedAt) continue;
      // "None" is only news where an answer was taken back: Exchange does so when a meeting is moved.
      if (one.response === 'none' && then === undefined) continue;
      const earlier = state.lookedBefore ?? given.states[number - 1]?.seenAt ?? null;
      const moment = one.respondedAt === null ? rangeOf(earlier, state.seenAt) : exactly(one.respondedAt);
      // Who answers the whole series shows that answer on past occurrences, too.
      if ((moment.after ?? Number.NEGATIVE_INFINITY) >= effective.end) continue;
      const evidence = isExact(moment) ? 'calendar' : 'snapshot-gap';
      const { id: fact, recordedAt } = state;
      add(person, { at: moment.until, moment, response: one.response, evidence, fact, recordedAt });
    }
    before = new Map([...before, ...shown]);
  });
  return answers;
}

interface Shown {
  readonly response: Response;
  readonly respondedAt: Instant | null;
}

/** The answers a copy shows: all of them to the organizer, to anybody else only their own (4.4). */
function shownIn(state: Sighting | SeriesSeen, identity: Identity): ReadonlyMap<PersonKey, Shown> {
  const shown = new Map<PersonKey, Shown>();
  for (const { person, response, respondedAt } of state.attendees) {
    const key = identity.keyOf(person.key);
    const visible = state.ownerOrganizes || key === identity.owner.key || response !== 'none';
    if (visible && isAnswer(response)) shown.set(key, { response, respondedAt });
  }
  if ('ownResponse' in state && isAnswer(state.ownResponse)) {
    shown.set(identity.owner.key, { response: state.ownResponse, respondedAt: state.ownRespondedAt });
  }
  return shown;
}

const isAnswer = (response: Response): boolean =>
  response === 'accepted' || response === 'tentative' || response === 'declined' || response === 'none';

/** The decline that stands: the last answer, said since the last move. Its first word counts, a mail before all. */
function declineOf(answers: readonly Answer[], given: WordsGiven): Answer | null {
  const sorted = [...answers].sort((a, b) => a.at - b.at || rankOf(a) - rankOf(b));
  const lastOther = sorted.findLastIndex(({ response }) => response !== 'declined');
  const streak = sorted.slice(lastOther + 1).filter((answer) => !isVoid(answer, given));
  return (
    streak.find(({ evidence }) => evidence === 'response-mail') ?? streak.find(isTimed) ?? streak[0] ?? null
  );
}

const isTimed = ({ moment }: Answer): boolean => isExact(moment);

const rankOf = ({ evidence }: Answer): number => (evidence === 'response-mail' ? 0 : 1);

/** 4.1: a decline before a move is void after it. Where nobody can tell which was first, it stands. */
function isVoid({ moment }: Answer, { shifts, reinvitedAt }: WordsGiven): boolean {
  if (reinvitedAt !== null && moment.until <= reinvitedAt) return true;
  return shifts.some(({ moment: moved }) =>
    isExact(moved) ? moment.until < moved.until : moved.after !== null && moment.until <= moved.after,
  );
}

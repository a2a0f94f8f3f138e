import { decisionName } from '../../domain/facts/decided/decision';
import type { LoopKind } from '../../domain/facts/entered/put-off';
import type { Person } from '../../domain/facts/things/person';
import type { PersonOwed, Sync } from '../../domain/loops/beside';
import type { Loop } from '../../domain/loops/loop';
import { DAY, type Instant } from '../../domain/time/time';
import { firstNameOf } from './names';
import { listWords, type TimeWords } from './times';

const about = ({ decisions, points = [] }: Loop): string =>
  listWords([...decisions.map(decisionName), ...points]);
const who = ({ people }: Loop): string => listWords(people.map(firstNameOf));

const meetingOf = ({ title }: Pick<Loop, 'title'>): string =>
  title === '' ? 'a meeting without a title' : title;

/** `Thu 19 Nov, Priya/Marcus daily sync`: the day and the meeting. */
const dayAndMeeting = ({ span, title, at }: Loop, time: TimeWords): string =>
  `${time.day(span?.start ?? at)}, ${meetingOf({ title })}`;

const countedPoints = (points: number): string => (points === 1 ? '1 point' : `${points} points`);

/** `2 points to raise` */
export const pointsToRaise = (points: number): string => `${countedPoints(points)} to raise`;

const OBJECTS = {
  problem: ['sees a problem', 'see a problem'],
  talk: ['wants to talk', 'want to talk'],
} as const;
/** `Marcus sees a problem`, `Marcus and Ana want to talk`. */
export const objectionWords = (people: readonly Person[], said: keyof typeof OBJECTS): string =>
  `${listWords(people.map(firstNameOf))} ${OBJECTS[said][people.length > 1 ? 1 : 0]}`;

const WORDS: Readonly<Record<LoopKind, (loop: Loop, time: TimeWords, now: Instant) => string>> = {
  sending: (loop) =>
    loop.said === undefined
      ? `A mail to ${who(loop)} may not have gone.`
      : `A mail to ${who(loop)} ${loop.said === 'refused' ? 'did not go' : 'came back'}.`,
  objection: (loop) =>
    `${objectionWords(loop.people, loop.said === 'talk' ? 'talk' : 'problem')}: ${about(loop)}`,
  reply: (loop) => `${who(loop)} wrote back about ${about(loop)}`,
  unrecorded: dayAndMeeting,
  'no-answer': (loop, time, now) =>
    `No reply recorded by ${time.moment(loop.at, now)}: ${about(loop)}, ${who(loop)}`,
  'to-tell': (loop) => `${who(loop)} was not told yet: ${about(loop)}`,
  sync: (loop, time) =>
    `Today ${time.time(loop.at)}, ${meetingOf(loop)}: ${pointsToRaise(loop.holds.length)}`,
  'talked-about': (loop, time) =>
    `Talked about? ${countedPoints(loop.holds.length)}, ${dayAndMeeting(loop, time)}`,
  'look-again': (loop) => `To look at again: ${about(loop)}`,
  promise: (loop, time) => `${who(loop) || 'You'}: ${loop.promise}, due ${time.day(loop.at)}`,
};

export const loopWords = (loop: Loop, time: TimeWords, now: Instant): string =>
  WORDS[loop.kind](loop, time, now);

interface LineAction {
  readonly name: string;
  /** Opens what is sent or read below the line, or leads to where it is dealt with. */
  readonly does: 'send' | 'read' | 'lead';
}

/** Null: it is answered in its line. */
const ACTIONS: Readonly<Record<LoopKind, LineAction | null>> = {
  sending: { name: 'Look', does: 'lead' },
  objection: { name: 'Read', does: 'read' },
  reply: { name: 'Read', does: 'read' },
  unrecorded: null,
  'no-answer': { name: 'Look', does: 'read' },
  'to-tell': { name: 'Send', does: 'send' },
  sync: { name: 'Look', does: 'lead' },
  'talked-about': { name: 'Look', does: 'lead' },
  'look-again': { name: 'Read', does: 'lead' },
  promise: { name: 'Read', does: 'read' },
};

/** What no recap waits for is told on the page of its person. */
export const actionOf = ({
  kind,
  occurrence,
  said,
}: Pick<Loop, 'kind' | 'occurrence' | 'said'>): LineAction | null =>
  kind === 'to-tell' && occurrence === null ? ACTIONS.sync : ACTIONS[said === 'came-back' ? 'reply' : kind];

/** `Today 15:30–16:00`, `Tomorrow, all day`. */
export function syncWords({ span }: Pick<Sync, 'span'>, time: TimeWords, now: Instant): string {
  // One that began before today and is still on stands with its own day.
  const day = time.relativeDay(span.start, now);
  const said = day.charAt(0).toUpperCase() + day.slice(1);
  const isWhole = time.field(span.start).endsWith('T00:00') && time.field(span.end).endsWith('T00:00');
  if (isWhole && span.end - span.start >= DAY / 2) return `${said}, all day`;
  return `${said} ${time.span(span)}${span.start <= now ? ', on now' : ''}`;
}

/** `2 to hear, 1 to answer` */
export const untoldWords = ({ toHear, toAnswer }: Pick<PersonOwed, 'toHear' | 'toAnswer'>): string =>
  toAnswer === 0 ? `${toHear} to hear` : `${toHear} to hear, ${toAnswer} to answer`;

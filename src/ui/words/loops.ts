import { decisionName } from '../../domain/facts/decided/decision';
import type { LoopKind } from '../../domain/facts/entered/put-off';
import type { Person } from '../../domain/facts/things/person';
import type { Loop } from '../../domain/loops/loop';
import type { Instant } from '../../domain/time/time';
import { firstNameOf } from './names';
import { listWords, type TimeWords } from './times';

const about = ({ decisions }: Loop): string => listWords(decisions.map(decisionName));
const who = ({ people }: Loop): string => listWords(people.map(firstNameOf));

const meetingOf = ({ title }: Pick<Loop, 'title'>): string =>
  title === '' ? 'a meeting without a title' : title;

/** `Thu 19 Nov, Priya/Marcus daily sync`: the day and the meeting. */
const dayAndMeeting = ({ span, title, at }: Loop, time: TimeWords): string =>
  `${time.day(span?.start ?? at)}, ${meetingOf({ title })}`;

const countedPoints = ({ holds }: Loop): string =>
  holds.length === 1 ? '1 point' : `${holds.length} points`;

const OBJECTS = {
  problem: ['sees a problem', 'see a problem'],
  talk: ['wants to talk', 'want to talk'],
} as const;
/** `Marcus sees a problem`, `Marcus and Ana want to talk`. */
export const objectionWords = (people: readonly Person[], said: keyof typeof OBJECTS): string =>
  `${listWords(people.map(firstNameOf))} ${OBJECTS[said][people.length > 1 ? 1 : 0]}`;

const WORDS: Readonly<Record<LoopKind, (loop: Loop, time: TimeWords, now: Instant) => string>> = {
  sending: (loop) =>
    loop.said === 'refused'
      ? `A mail to ${who(loop)} did not go.`
      : `It is not known yet whether a mail to ${who(loop)} went.`,
  objection: (loop) =>
    `${objectionWords(loop.people, loop.said === 'talk' ? 'talk' : 'problem')}: ${about(loop)}`,
  reply: (loop) => `${who(loop)} wrote back about ${about(loop)}`,
  unrecorded: dayAndMeeting,
  'no-answer': (loop, time, now) =>
    `No reply recorded by ${time.moment(loop.at, now)}: ${about(loop)}, ${who(loop)}`,
  'to-tell': (loop) => `${who(loop)} was not told yet: ${about(loop)}`,
  sync: (loop, time) => `Today ${time.time(loop.at)}, ${meetingOf(loop)}: ${countedPoints(loop)} to raise`,
  'talked-about': (loop, time) => `Talked about? ${countedPoints(loop)}, ${dayAndMeeting(loop, time)}`,
  'look-again': (loop) => `To look at again: ${about(loop)}`,
};

export const loopWords = (loop: Loop, time: TimeWords, now: Instant): string =>
  WORDS[loop.kind](loop, time, now);

/** What leads to where it is dealt with; null: it is dealt with in its line. */
const LEADS: Readonly<Record<LoopKind, string | null>> = {
  sending: 'Look',
  objection: 'Read',
  reply: 'Read',
  unrecorded: null,
  'no-answer': 'Decide',
  'to-tell': 'Send',
  sync: 'Look',
  'talked-about': 'Look',
  'look-again': 'Read',
};

/** No recap waits for what was decided in no meeting: there is nothing to send, and the decision to look at. */
export const leadOf = ({ kind, series }: Pick<Loop, 'kind' | 'series'>): string | null =>
  kind === 'to-tell' && series === null ? 'Look' : LEADS[kind];

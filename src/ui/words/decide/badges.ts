import { type DecisionBadge, waitsFor } from '../../../domain/agree/badges';
import type { DecisionHistory } from '../../../domain/agree/decision-history';
import { openObjections } from '../../../domain/agree/objections';
import { objectionWords } from '../loops';
import { firstNameOf } from '../names';
import { listWords } from '../times';
import { ANSWER_WORDS, noReplyWords, placeTime } from './decisions';

type Words = (history: DecisionHistory, numberOf: (id: string) => string | null) => string;

const objectors = (history: DecisionHistory) => openObjections(history).map(({ person }) => person);

const WORDS: Readonly<Record<DecisionBadge, Words>> = {
  problem: (history) => objectionWords(objectors(history), 'problem'),
  talk: (history) => objectionWords(objectors(history), 'talk'),
  'look-again': () => 'to look at again',
  open: () => 'not decided yet',
  asked: (history) => {
    const waits = waitsFor(history);
    if (waits === null) return 'asked';
    const { deadline, zone } = waits.last;
    return `waits for ${listWords(waits.people.map(firstNameOf))} until ${placeTime(deadline, zone)}`;
  },
  replied: ({ replies }) => {
    const last = replies.at(-1);
    return last === undefined ? 'replied' : `${firstNameOf(last.person)} replied, answer not noted yet`;
  },
  answered: ({ answers }) => {
    const last = answers.at(-1);
    return last === undefined ? 'answered' : `${firstNameOf(last.person)}: ${ANSWER_WORDS[last.said]}`;
  },
  'no-reply': ({ asked }) => {
    const last = asked.filter(({ standing }) => standing === 'no-reply').at(-1);
    return last === undefined ? 'no reply recorded' : noReplyWords(last.request);
  },
  reopened: () => 'open again',
  held: () => 'on hold',
  decided: () => 'decided',
  superseded: ({ supersededBy }, numberOf) => {
    const by = supersededBy === null ? null : numberOf(supersededBy);
    return by === null ? 'replaced' : `replaced by ${by}`;
  },
};

/** What stands first in the row of a decision: `Marcus sees a problem`, `waits for Marcus until …`, `decided`. */
export const badgeWords = (badge: DecisionBadge, ...about: Parameters<Words>): string =>
  WORDS[badge](...about);

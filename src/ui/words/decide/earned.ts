import type { Earned } from '../../../domain/agree/earned-trust';
import type { Level } from '../../../domain/facts/decided/agreement';
import { firstNameOf, nameOf } from '../names';
import { LEVEL_WORDS } from './decisions';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** `Marcus Hale, “2027 scope”: asked 6 times, answered 5 times, no objection.` */
export const askingsWords = ({ agreement, topic, asked, answered, objected }: Earned): string =>
  `${nameOf(agreement.person)}, “${topic.topic}”: asked ${times(asked)}, answered ${times(answered)}, ${
    objected === 0 ? 'no objection' : `objected or wanted to talk ${times(objected)}`
  }, in the last 90 days.`;

export const keepWords = ({ topic, unasked }: Earned): string =>
  `You decided ${times(unasked)} without asking, so keep “${LEVEL_WORDS[topic.level]}”.`;

export const freerWords = ({ agreement, topic }: Earned, level: Level): string =>
  `You could suggest “${LEVEL_WORDS[level]}” to ${firstNameOf(agreement.person)} for a month. ` +
  `Then “${LEVEL_WORDS[topic.level]}” holds again, unless you agree otherwise.`;

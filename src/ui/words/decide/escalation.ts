import type { Condition, ConditionState } from '../../../domain/tell/escalation';

/** What comes before a word to a third person, and how far it is. */
export const CONDITION_WORDS: Readonly<Record<Condition, (state: ConditionState) => string>> = {
  'one-to-one': ({ met, count, held }) =>
    met
      ? held === true
        ? `This one-to-one took place ${count === 1 ? 'once' : `${count} times`} in this log.`
        : `You noted ${count} times that you offered a one-to-one.`
      : `Talk one to one, or offer it twice (${count} of 2 noted). The one-to-one sheet is above.`,
  'agreement-proposed': ({ met }) =>
    met
      ? 'A proposal about being asked is written down here. Whether it went to them, only you know.'
      : 'Propose an agreement: what they want to be asked about. It is on the tab Decisions.',
  'enough-recorded': ({ met, count }) =>
    met ? `${count} occurrences are recorded.` : `${count} of 10 occurrences are recorded.`,
  covered: ({ met, count, nothingDue }) =>
    met
      ? `Of what was due, ${count} % is recorded.`
      : nothingDue
        ? 'Nothing was due yet. Of what will be, 80 % are to be recorded.'
        : `Only ${count} % of what was due is recorded; 80 % are needed. Say what happened where it is open.`,
  'own-side-read': ({ met }) =>
    met ? 'You have read your own side.' : 'Read your own side first; it will stand in the same page.',
  'their-words': ({ count }) =>
    count === 0
      ? 'No words of theirs are in the log; any they add will be included.'
      : `Their words are included (${count}).`,
};

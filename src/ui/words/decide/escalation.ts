import type { Condition, ConditionState } from '../../../domain/tell/escalation';

/** What comes before a word to a third person, and how far it is. */
export const CONDITION_WORDS: Readonly<Record<Condition, (state: ConditionState) => string>> = {
  'one-to-one': ({ met, count, offered = 0 }) =>
    met
      ? `This one-to-one took place ${count === 1 ? 'once' : `${count} times`} in this log.`
      : `Talk one to one first.${offered === 0 ? '' : ` You noted ${offered === 1 ? 'once' : `${offered} times`} that you offered it.`}`,
  'agreement-tried': ({ met, count }) =>
    met
      ? `What was agreed about being asked was tried for ${count} days.`
      : `Agree what they want to be asked about, and try it for a month (${count} of 30 days). You find it on this page.`,
  'enough-recorded': ({ met, count }) =>
    met ? `${count} occurrences are recorded.` : `${count} of 10 occurrences are recorded.`,
  covered: ({ met, count, nothingDue }) =>
    met
      ? `Of what was due, ${count} % is recorded.`
      : nothingDue
        ? 'Nothing was due yet. Once something was, 80 % of it has to be recorded.'
        : `${count} % of what was due is recorded, and 80 % is needed. Please say what happened where that is still open.`,
  'own-side-read': ({ met }) =>
    met ? 'You have read your own side.' : 'Read your own side first; it will be on the page, too.',
  'their-words': ({ count }) =>
    count === 0
      ? 'Nothing they said is in the log yet. Whatever they add will be included.'
      : `Their words are included (${count}).`,
};

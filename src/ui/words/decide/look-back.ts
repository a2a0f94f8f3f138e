import type { FrozenNumber, LookBackFault, Month } from '../../../domain/facts/entered/look-back';
import { measureWords } from '../measures';

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `November 2026` */
export const monthWords = (month: Month): string => {
  const [year = '', number = '1'] = month.split('-');
  return `${NAMES[Number(number) - 1] ?? month} ${year}`;
};

/** `Went ahead 8 of 15 (53 %, likely between 30 % and 75 %)`, as it was then. */
export const frozenWords = ({ name, count, of, percent, low, high }: FrozenNumber): string =>
  measureWords({
    ...{ name, count, of, percent },
    range: low === null || high === null ? null : { low, high },
    ...{ rule: '6', whyNoPercent: null, counted: [], among: [] },
  });

export const LOOK_BACK_FAULT_WORDS: Readonly<Record<LookBackFault, string>> = {
  'keep-too-long': 'Please keep it under 1,000 characters.',
  'drop-too-long': 'Please keep it under 1,000 characters.',
  'delegate-too-long': 'Please keep it under 1,000 characters.',
};

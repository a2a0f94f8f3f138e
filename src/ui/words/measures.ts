import type { MeasureName } from '../../domain/facts/things/measure-name';
import type { Measure } from '../../domain/measure/measures';
import { minuteWords } from './times';

export const MEASURE_NAMES: Readonly<Record<MeasureName, string>> = {
  'went-ahead': 'Went ahead',
  'there-when-it-started': 'There when it started',
  'notice-given': 'Notice given',
  'short-or-no-notice': 'Short or no notice',
  'minutes-together': 'Minutes together',
  moves: 'Moves',
  'short-notice-moves': 'Short-notice moves',
  coverage: 'Coverage',
  'decisions-told': 'Decisions told',
};

/** What each number means, in the words of the definitions (section 6). */
export const MEASURE_MEANINGS: Readonly<Record<MeasureName, string>> = {
  'went-ahead':
    'Occurrences in which you met, out of all that count. Excluded, not recorded, upcoming and disputed ones do not count.',
  'there-when-it-started':
    'Occurrences in which you met, out of those that reached their start without a message. A cancellation after the start counts as no message.',
  'notice-given':
    'Cancellations and apologies with notice, out of all that were short, after the start, or without a message. Where the notice is not known, it counts on neither side.',
  'short-or-no-notice':
    'Occurrences that did not take place, with short notice, a message after the start, or none, out of all that count.',
  'minutes-together':
    'Minutes in which at least two needed people were together, out of the minutes planned.',
  moves: 'How often an occurrence was moved. A move is never an absence.',
  'short-notice-moves': 'Moves made inside the notice window.',
  coverage:
    'Occurrences of which something is known, out of those that were due. Below 80 % no percentages are shown.',
  'decisions-told':
    'Decisions that everybody who should hear of them was told: they were there, a mail to them went, or they answered. Out of all decisions that somebody should hear of: the owner of the decision, people it names, people who agreed to hear of such decisions, people who were asked, and people who missed all or part of the meeting. This number is about you.',
};

/** `8 of 15`, `3`. */
export const countWords = ({ count, of }: Measure): string =>
  of === null ? `${Math.round(count)}` : `${Math.round(count)} of ${Math.round(of)}`;

/** `53 %, likely between 30 % and 75 %`; empty where there is nothing honest to add (7.1). */
export function shareWords({ percent, range, name, medianHours }: Measure): string {
  const told =
    name === 'decisions-told' && medianHours !== undefined && medianHours !== null
      ? `half of them within ${minuteWords(medianHours * 60)}`
      : '';
  if (percent === null) return told;
  const share =
    range === null ? `${percent} %` : `${percent} %, likely between ${range.low} % and ${range.high} %`;
  return told === '' ? share : `${share}; ${told}`;
}

/** The whole item of the list `Numbers`. */
export function measureWords(measure: Measure): string {
  const share = shareWords(measure);
  return `${MEASURE_NAMES[measure.name]} ${countWords(measure)}${share === '' ? '' : ` (${share})`}`;
}

/** Where older months are in a number: they have no rows any more (9). */
export const reducedWords = ({ reduced = 0 }: Measure): string =>
  reduced === 0 ? '' : ` ${reduced} of them ${reduced === 1 ? 'is' : 'are'} from monthly counts.`;

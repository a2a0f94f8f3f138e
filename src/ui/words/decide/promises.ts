import type { PromiseFault, PromiseStep } from '../../../domain/facts/decided/promise';
import type { Owner } from '../../../domain/facts/things/person';
import { isOwn } from '../../../domain/facts/things/person';
import type { PromiseHistory } from '../../../domain/promises/promise-history';
import { quotedWords } from '../../../formats/text/quoted-words';
import { calendarDay } from '../calendar-days';
import { firstNameOf } from '../names';

export const PROMISE_FAULT_WORDS: Readonly<Record<PromiseFault, string>> = {
  'text-missing': 'Please say what the promise is.',
  'text-too-long': 'Please keep it under 300 characters.',
  'whose-unknown': 'Please choose somebody, or give an address like name@company.com.',
  'by-missing': 'Please choose a day.',
  'by-unknown': 'There is no such day.',
  'by-past': 'That day is over. Please choose today or later.',
};

/** Whose it is, and when: `Marcus, due Thu 12 Nov.` No day that is over makes it anything else. */
export function promiseWords({ promise: { whose, to }, standing, by }: PromiseHistory, owner: Owner): string {
  const who = isOwn(owner, whose.key)
    ? to === undefined
      ? 'You'
      : `You, to ${firstNameOf(to)}`
    : firstNameOf(whose);
  const day = calendarDay(by);
  return `${who}, ${standing === 'open' ? `due ${day}` : `${standing} (it was due ${day})`}.`;
}

/** What was said of it just now, in its place. */
export const SAID_OF_PROMISE: Readonly<Record<PromiseStep['step'], string>> = {
  done: 'Done.',
  moved: 'Moved.',
  dropped: 'Dropped.',
};

/** In the thread of a topic: who, what and by when. */
export const promisedWords = ({ promise }: PromiseHistory): string =>
  `: a promise by ${calendarDay(promise.by)}: ${promise.text}${quotedWords(promise.quoted, promise.text)}`;

/** In the thread of a topic: what became of it, behind whose it is. */
export const promiseStepWords = ({ step, by }: PromiseStep, text: string): string =>
  step === 'moved' && by !== undefined ? `: moved to ${calendarDay(by)}: ${text}` : `: ${step}: ${text}`;

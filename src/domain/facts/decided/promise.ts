import { fail, ok, type Result } from '../../result';
import type { Instant, LocalDate, Zone } from '../../time/time';
import { localDate } from '../../time/zone';
import type { Person } from '../things/person';
import type { SourceQuote } from '../things/source-quote';
import { isDay } from './decision-detail';
import { isSomebody } from './point';

/** What it came out of (14.3); nothing of it: it was noted on the page of somebody. */
export interface PromiseSource {
  readonly decision?: string;
  readonly point?: string;
  /** A reply that was read. */
  readonly mail?: string;
  /** Words of notes or a transcript (16). */
  readonly quoted?: SourceQuote;
}

/** What somebody said they would do, by when (14.3): an own entry, never edited. */
export interface Promised extends PromiseSource {
  readonly kind: 'promise';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly text: string;
  /** Who said so: the owner, or anybody else. */
  readonly whose: Person;
  /** To whom, of what the owner said. */
  readonly to?: Person;
  readonly by: LocalDate;
  readonly saidAt: Instant;
}

export const PROMISE_STEPS = ['done', 'moved', 'dropped'] as const;

/** What became of a promise. Nothing before it is rewritten. */
export interface PromiseStep {
  readonly kind: 'promise-step';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly promise: string;
  /** Whose it is, so that what became of it goes with them. */
  readonly whose: Person;
  readonly step: (typeof PROMISE_STEPS)[number];
  /** Of one that was moved: the day. */
  readonly by?: LocalDate;
  readonly at: Instant;
}

export type PromiseFact = Promised | PromiseStep;

/** What the person typed so far; kept as typed. */
export interface PromiseDraft {
  readonly text: string;
  /** Null: nobody can be told from what was typed. */
  readonly whose: Person | null;
  readonly by: LocalDate | '';
}

export const PROMISE_FAULTS = [
  'text-missing',
  'text-too-long',
  'whose-unknown',
  'by-missing',
  'by-unknown',
  'by-past',
] as const;
export type PromiseFault = (typeof PROMISE_FAULTS)[number];

export const PROMISE_TEXT_MAX = 300;

function dayFaults(by: LocalDate | '', now: Instant, zone: Zone): PromiseFault[] {
  if (by === '') return ['by-missing'];
  if (!isDay(by)) return ['by-unknown'];
  return by < localDate(now, zone) ? ['by-past'] : [];
}

/** The one door from a draft to a promise. Gives every fault at once, so that each stands beside its field. */
export function checkPromise(
  { text, whose, by }: PromiseDraft,
  now: Instant,
  zone: Zone,
): Result<Pick<Promised, 'text' | 'whose' | 'by'>, readonly PromiseFault[]> {
  const said = text.trim();
  const faults: PromiseFault[] = [];
  if (said === '') faults.push('text-missing');
  if (said.length > PROMISE_TEXT_MAX) faults.push('text-too-long');
  if (whose === null || !isSomebody(whose)) faults.push('whose-unknown');
  faults.push(...dayFaults(by, now, zone));
  return faults.length > 0 || whose === null ? fail(faults) : ok({ text: said, whose, by });
}

/** What is said of a promise, as typed. */
export type PromiseWord =
  | { readonly step: Exclude<PromiseStep['step'], 'moved'> }
  | { readonly step: 'moved'; readonly by: LocalDate | '' };

/** The door of what is said of a promise: one that is moved needs a day to come. */
export function checkPromiseWord(
  word: PromiseWord,
  now: Instant,
  zone: Zone,
): Result<PromiseWord, readonly PromiseFault[]> {
  const faults = word.step === 'moved' ? dayFaults(word.by, now, zone) : [];
  return faults.length > 0 ? fail(faults) : ok(word);
}

import { fallsShort } from '../../facts/entered/thresholds';
import type { Outcome } from '../../facts/things/outcomes';
import type { NoticeClass } from '../judged/judged';
import {
  type Case,
  hasPositiveAbsence,
  isNotedThere,
  othersOf,
  plannedTime,
  timeTogetherOf,
  wasHeld,
  wasThere,
  wordsLeavingFewer,
} from '../rows/case';

/** A rule of section 2: what it gives when it matches, null when it does not. */
interface Rule {
  readonly number: string;
  readonly gives: (it: Case) => Outcome | null;
}

/** Section 2 below 2.1, in its order: the first rule that matches wins. */
const RULES = [
  { number: '2.2', gives: (it) => when(it.supersededBy !== null, 'superseded') },
  {
    number: '2.3',
    gives: (it) => {
      if (!wasHeld(it) || isInPart(it)) return null;
      if (it.reinstated) return 'held-reinstated';
      return when(it.history.shifts.length > 0, 'held-moved');
    },
  },
  { number: '2.4', gives: (it) => (wasHeld(it) ? (isInPart(it) ? 'held-part' : 'held') : null) },
  { number: '2.5', gives: (it) => when(it.paused, 'excluded-paused') },
  { number: '2.5', gives: (it) => when(it.said.saying === 'agreed-to-skip', 'excluded-agreed-skip') },
  { number: '2.5', gives: (it) => when(wasOwnerAbsent(it), 'excluded-own-absence') },
  {
    number: '2.5',
    gives: (it) =>
      when(
        isTheOther(it, (key) => it.holidays.has(key)),
        'excluded-holiday',
      ),
  },
  {
    number: '2.5',
    gives: (it) =>
      when(
        isTheOther(it, (key) => it.away.has(key)),
        'excluded-away',
      ),
  },
  { number: '2.5', gives: (it) => when(it.shortInvitation, 'excluded-short-invitation') },
  { number: '2.6', gives: (it) => when(it.cancelled === 'with-notice', 'cancelled-with-notice') },
  { number: '2.7', gives: (it) => when(it.cancelled === 'short-notice', 'cancelled-short-notice') },
  { number: '2.8', gives: (it) => when(it.cancelled === 'after-start', 'cancelled-after-start') },
  { number: '2.9', gives: (it) => when(it.cancelled === 'unknown', 'cancelled-notice-unknown') },
  {
    number: '2.10',
    gives: (it) => {
      const latest = it.effective.end <= it.now ? wordsLeavingFewer(it)?.at(-1) : undefined;
      return latest === undefined ? null : APOLOGIES[it.classOf(latest)];
    },
  },
  {
    number: '2.11',
    gives: (it) => {
      const started = it.effective.start <= it.now;
      const missing = othersOf(it).some((key) => !wasThere(it, key) && !it.words.has(key));
      return when(started && hasPositiveAbsence(it) && missing, 'not-held-no-message');
    },
  },
] as const satisfies readonly Rule[];

/** Outcomes that a rule gives: all of them, or section 2 is not whole. */
type Given = NonNullable<ReturnType<(typeof RULES)[number]['gives']>> | 'upcoming' | 'not-recorded';

export interface Verdict {
  readonly rule: string;
  readonly outcome: Given;
}

export function verdictOf(it: Case): Verdict {
  for (const { number, gives } of RULES) {
    const outcome = gives(it);
    if (outcome !== null) return { rule: number, outcome };
  }
  // 2.1 comes first in section 2, but only where nothing else but 2.12 would match.
  if (it.effective.end > it.now) return { rule: '2.1', outcome: 'upcoming' };
  return { rule: '2.12', outcome: 'not-recorded' };
}

const when = <const One extends Outcome>(matches: boolean, outcome: One): One | null =>
  matches ? outcome : null;

/** 2.4: together for less than half of the planned length, or than the share that the series asks for. */
const isInPart = (it: Case): boolean => fallsShort(timeTogetherOf(it), plannedTime(it), it.thresholds);

/**
 * The owner declined, was away (a holiday is one way to be, 4.1), unless a note of theirs says that they were there; or
 * they noted *I was not there*.
 */
const wasOwnerAbsent = (it: Case): boolean =>
  it.said.saying === 'i-was-not-there' ||
  (!isNotedThere(it, it.owner) &&
    (it.words.get(it.owner)?.how === 'declined' || it.away.has(it.owner) || it.holidays.has(it.owner)));

const isTheOther = (it: Case, matches: (key: string) => boolean): boolean =>
  it.roster.oneToOne && othersOf(it).some(matches);

/** Word after the start is short notice. */
const APOLOGIES = {
  'with-notice': 'not-held-apologies-with-notice',
  'short-notice': 'not-held-apologies-short-notice',
  'after-start': 'not-held-apologies-short-notice',
  unknown: 'not-held-apologies-notice-unknown',
} as const satisfies Readonly<Record<NoticeClass, Outcome>>;

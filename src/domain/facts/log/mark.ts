import { fail, ok, type Result } from '../../result';
import { addDays, dayNumber } from '../../time/days';
import type { LocalDate, Zone } from '../../time/time';
import { instantAt } from '../../time/zone';
import type { Away, Holiday } from '../observed/away';
import type { PersonKey } from '../things/person';
import type { Fact } from './fact';

export const MARK_KINDS = ['away', 'holiday'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What the owner knows of somebody, or of themselves, beside what calendars say (4.3): whole days, both ends in it. */
export interface MarkDraft {
  readonly person: PersonKey;
  readonly kind: MarkKind;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export const MARK_FAULTS = ['day-missing', 'ends-before-it-starts', 'too-long'] as const;
export type MarkFault = (typeof MARK_FAULTS)[number];

/** A mark by hand, as the log keeps it. */
export type Mark = Away | Holiday;
type Unstamped<Kind> = Kind extends Mark ? Omit<Kind, 'id' | 'recordedAt'> : never;

/** Longer than anybody is on leave, and shorter than a year mistyped; a holiday is a day, or a few. */
const LONGEST: Readonly<Record<MarkKind, number>> = { away: 366, holiday: 31 };

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(dayNumber(text));

/** The facts a draft makes: one absence, or a holiday for each day. `zone` is where the days are meant. */
export function marksFrom(draft: MarkDraft, zone: Zone): Result<readonly Unstamped<Mark>[], MarkFault> {
  const { person, kind, from, until } = draft;
  if (!isDate(from) || !isDate(until)) return fail('day-missing');
  const days = dayNumber(until) - dayNumber(from) + 1;
  if (days < 1) return fail('ends-before-it-starts');
  if (days > LONGEST[kind]) return fail('too-long');
  if (kind === 'away') {
    const span = { start: instantAt(from, 0, zone), end: instantAt(addDays(until, 1), 0, zone) };
    return ok([{ kind, person, span, source: 'by-hand' }]);
  }
  const day = (at: number) =>
    ({ kind, person, date: addDays(from, at), zone, name: '', source: 'by-hand', country: null }) as const;
  return ok(Array.from({ length: days }, (_, at) => day(at)));
}

export const isMark = (fact: Fact): fact is Mark =>
  (fact.kind === 'away' || fact.kind === 'holiday') && fact.source === 'by-hand';

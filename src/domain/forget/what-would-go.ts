import type { Fact } from '../facts/log/fact';
import { dateOf, type OccurrenceKey } from '../facts/things/occurrence';
import type { PersonKey } from '../facts/things/person';
import { atOnce, type Steps } from '../pace';
import type { Instant, LocalDate } from '../time/time';
import { entitled } from './bounds';
import { asClosedHere, closedUntil } from './closed-away';
import { latestMonthToReduce, retentionOf } from './reducing';
import { createSieve, type Limit, limitsIn } from './sieve';

/** What would be taken out of a log, counted as a person would count it in the pane. */
export interface WouldGo {
  /** Days of meetings of which something would go. */
  readonly days: number;
  /** Rows as in the exports: one for each person of each day, or of whatever lies on no day. */
  readonly rows: number;
  /** People, the owner not counted, about whom something would go. */
  readonly people: number;
  /** Whether somebody would be erased, and whether months would become counts. */
  readonly erases: boolean;
  readonly reduces: boolean;
}

interface Asked {
  /** The log as it is. */
  readonly facts: readonly Fact[];
  /** What would come in. */
  readonly incoming: readonly Fact[];
  readonly ownKeys: readonly PersonKey[];
  readonly now: Instant;
}

/** What these facts would take out of this log, at once or by a shorter retention; null where nothing would go. */
export const whatWouldGo = (asked: Asked): WouldGo | null => atOnce(countingWhatWouldGo(asked));

/** The same step by step: the whole log is looked through. */
export function* countingWhatWouldGo({ facts, incoming, ownKeys, now }: Asked): Steps<WouldGo | null> {
  const known = new Set(facts.map(({ id }) => id));
  const all = [...facts, ...incoming];
  const added = limitsIn(incoming).filter(({ id }) => !known.has(id));
  const owned = added.map((one) =>
    one.kind === 'erasure' ? entitled(one, all, ownKeys) : asClosedHere(one, all),
  );
  const limits = [...owned, ...shorter(facts, incoming, now)];
  return limits.length === 0 ? null : yield* countingGone(facts, limits, ownKeys);
}

/** What limits take out of facts, counted; null where they take nothing. */
export function* countingGone(
  facts: readonly Fact[],
  limits: readonly Limit[],
  ownKeys: readonly PersonKey[],
): Steps<WouldGo | null> {
  const { fact: left } = createSieve(limits);
  const own = new Set(ownKeys);
  const days = new Set<LocalDate>();
  const rows = new Set<string>();
  const people = new Set<PersonKey>();
  let some = false;
  for (const fact of facts) {
    yield;
    const rest = left(fact);
    if (rest === fact) continue;
    some = true;
    const there = peopleIn(fact);
    const stay = new Set(rest === null ? [] : peopleIn(rest));
    const gone = there.filter((key) => !stay.has(key));
    const on = occurrenceOf(fact);
    if (on !== null) days.add(dateOf(on));
    for (const key of gone) if (!own.has(key)) people.add(key);
    for (const key of gone.length > 0 ? gone : ['']) rows.add(`${on ?? fact.id} ${key}`);
  }
  if (!some) return null;
  return {
    days: days.size,
    rows: rows.size,
    people: people.size,
    erases: limits.some(({ kind }) => kind === 'erasure'),
    reduces: limits.some(({ kind }) => kind === 'reduced'),
  };
}

/** A choice of fewer days takes what is older by now. */
function shorter(facts: readonly Fact[], incoming: readonly Fact[], now: Instant): readonly Limit[] {
  const days = retentionOf([...facts, ...incoming]);
  if (days >= retentionOf(facts)) return [];
  const until = latestMonthToReduce(now, days);
  const closed = closedUntil(facts, until);
  return [{ kind: 'reduced', id: '', recordedAt: now, series: '', until, months: [], ...closed }];
}

const occurrenceOf = (fact: Fact): OccurrenceKey | null =>
  'occurrence' in fact && typeof fact.occurrence === 'string' ? fact.occurrence : null;

/** Keys of everybody whom a fact names, wherever in it. */
function peopleIn(value: unknown): readonly PersonKey[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  const { key, name, person, row } = value as Readonly<Record<string, unknown>>;
  const own = typeof key === 'string' && typeof name === 'string' ? [key] : [];
  const meant = typeof person === 'string' ? [person] : [];
  const joined = typeof row === 'string' && typeof name === 'string' ? [row] : [];
  return [...own, ...meant, ...joined, ...Object.values(value).flatMap(peopleIn)];
}

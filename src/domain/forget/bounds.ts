import { type Erasure, isErasedKey, keyMark } from '../facts/entered/erasure';
import { RETENTIONS } from '../facts/entered/reduced';
import type { Fact } from '../facts/log/fact';
import { isDeleting } from '../facts/log/kinds';
import { stampedAt } from '../facts/log/log';
import { monthOfDate } from '../facts/things/month';
import type { Person } from '../facts/things/person';
import { DAY, type Instant } from '../time/time';
import { latestMonthToReduce, retentionAt } from './reducing';

/** What a fact that deletes is held against. */
export interface Bounds {
  /** The latest moment that is known and does not lie in the future. */
  readonly latest: Instant;
  readonly now: Instant;
  /** Everything that is known beside it: of the log it comes into, and of the file it came in. */
  readonly facts: readonly Fact[];
}

/** A choice made later than this would stand against every other one for long. Clocks of two machines differ by less. */
const FURTHEST_CHOICE = 31 * DAY;

const MONTH = /^[0-9]{4}-(0[1-9]|1[0-2])$/;

export function boundsOf(facts: readonly Fact[], now: Instant): Bounds {
  let latest = Number.NEGATIVE_INFINITY;
  for (const fact of facts) {
    const { recordedAt } = fact;
    // What deletes does not vouch for its own time.
    if (!isDeleting(fact) && recordedAt > latest && recordedAt <= now) latest = recordedAt;
  }
  return { latest: Number.isFinite(latest) ? latest : now, now, facts };
}

/**
 * Why a fact that deletes must not be heeded (9): it takes what no retention has reached, or what its digests do not
 * name. English, without a full stop; null where it keeps within its bounds, or deletes nothing.
 */
export function deletionFault(fact: Fact, { latest, now, facts }: Bounds): string | null {
  if (!isDeleting(fact)) return null;
  const madeAt = Math.max(fact.recordedAt, stampedAt(fact.id) ?? Number.NEGATIVE_INFINITY);
  switch (fact.kind) {
    case 'retention':
      // A log may have been quiet for months before somebody chose.
      if (madeAt > Math.max(latest, now) + FURTHEST_CHOICE)
        return 'how long rows are kept was chosen in the future';
      return isRetention(fact.days) ? null : `rows are kept for ${RETENTIONS.join(', ')} days, nothing else`;
    case 'reduced': {
      if (!MONTH.test(fact.until)) return `«${fact.until.slice(0, 12)}» is no month`;
      const reached = latestMonthToReduce(latest, retentionAt(facts, fact));
      if (fact.until > reached) return `rows up to ${fact.until} are not old enough to become counts`;
      if (fact.months.some(({ month }) => month > fact.until))
        return 'it counts months that it leaves as they are';
      return null;
    }
    case 'erasure':
      return erasureFault(fact, facts);
  }
}

/** Whatever the log knows, this is never heeded: for the one gate through which facts enter. */
export function neverHeeded(fact: Fact, now: Instant): boolean {
  if (!isDeleting(fact)) return false;
  switch (fact.kind) {
    case 'retention':
      return !isRetention(fact.days);
    case 'reduced':
      return !MONTH.test(fact.until) || fact.until >= monthOfDate(new Date(now + DAY).toISOString());
    case 'erasure':
      return fact.marks.length === 0;
  }
}

const isRetention = (days: unknown): boolean => (RETENTIONS as readonly unknown[]).includes(days);

function erasureFault(erasure: Erasure, facts: readonly Fact[]): string | null {
  if (erasure.marks.length === 0) return 'an erasure must name somebody by digests';
  const named = new Set(erasure.entries);
  if (named.size === 0) return null;
  const own = entitled(erasure, facts, []).entries;
  return own.length === named.size ? null : 'an erasure may take out only what is about whom it names';
}

const isMarked = ({ salt, marks }: Erasure): ((key: string) => boolean) => {
  const all = new Set(marks);
  return (key) => key !== '' && all.has(keyMark(salt, key));
};

/**
 * The erasure, with nothing in its lists but what its digests name: replies to what was agreed with them, and meetings
 * in which these facts show nobody else. What is not known here stays on the list; there is nothing to take.
 */
export function entitled(erasure: Erasure, facts: readonly Fact[], ownKeys: readonly string[]): Erasure {
  if (erasure.entries.length === 0 && erasure.alone.length === 0) return erasure;
  const isTheirs = isMarked(erasure);
  const listed = new Set(erasure.entries);
  const agreements = new Map(
    facts.flatMap((fact) => (fact.kind === 'agreement' ? [[fact.id, fact.person.key] as const] : [])),
  );
  const others = new Set<string>();
  for (const fact of facts) {
    if (!listed.has(fact.id)) continue;
    const about = fact.kind === 'agreement-reply' ? agreements.get(fact.agreement) : null;
    if (about === null || (about !== undefined && !isTheirs(about) && !isErasedKey(about)))
      others.add(fact.id);
  }
  return {
    ...erasure,
    entries: erasure.entries.filter((id) => !others.has(id)),
    alone: withoutCompany(erasure, facts, isTheirs, ownKeys),
  };
}

/** Whose log it is counts as nobody; where that is not known, one person beside them may be the owner. */
function withoutCompany(
  { alone, recordedAt }: Erasure,
  facts: readonly Fact[],
  isTheirs: (key: string) => boolean,
  ownKeys: readonly string[],
): Erasure['alone'] {
  const own = new Set(ownKeys.map((key) => key.toLowerCase()));
  const listed = new Set(alone);
  const company = new Map<string, Set<string>>();
  for (const fact of facts) {
    if ((fact.kind !== 'series-seen' && fact.kind !== 'sighting') || fact.recordedAt > recordedAt) continue;
    const series =
      fact.kind === 'sighting' ? fact.occurrence.slice(0, fact.occurrence.lastIndexOf('/')) : fact.series;
    if (!listed.has(series)) continue;
    const there = company.get(series) ?? new Set<string>();
    company.set(series, there);
    const people = fact.attendees.filter(({ role }) => role !== 'resource').map(({ person }) => person);
    for (const one of [...(fact.organizer === null ? [] : [fact.organizer]), ...people]) {
      const keys = keysOf(one);
      if (!keys.some((key) => isTheirs(key) || isErasedKey(key) || own.has(key))) there.add(one.key);
    }
  }
  const room = own.size === 0 ? 1 : 0;
  return alone.filter((series) => (company.get(series)?.size ?? 0) <= room);
}

const keysOf = ({ key, address, otherAddresses = [], directoryId }: Person): readonly string[] =>
  [key, address, ...otherAddresses, directoryId === undefined ? '' : `id:${directoryId}`]
    .filter((one) => one !== '')
    .map((one) => one.toLowerCase());

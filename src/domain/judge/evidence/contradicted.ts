import type { Report } from '../../facts/observed/report';
import type { PersonKey } from '../../facts/things/person';
import { MINUTE, type Span } from '../../time/time';
import type { Directory } from './directory';
import type { Unmatched } from './presence';
import { clip, lengthOf, unionOf } from './together';

const NOBODY: ReadonlySet<PersonKey> = new Set();

/** Clocks of two reports may differ by so much without their saying different things. */
const SKEW = MINUTE;

/**
 * Whom two reports of the same minutes tell differently; both are taken together, and it is said. Two reports of one call follow each other; where they overlap they tell of the same minutes. A report with people
 * nobody could name says nothing about who is not in it, and a row without times nothing about that person (3.2).
 */
export function contradictedIn(
  reports: readonly Report[],
  directory: Directory,
  needed: ReadonlySet<PersonKey>,
  { effective, unmatched }: { readonly effective: Span; readonly unmatched: readonly Unmatched[] },
): ReadonlySet<PersonKey> {
  if (reports.length < 2) return NOBODY;
  const told = reports.map((report) => {
    const people = new Map<PersonKey, Span[]>();
    const hidden =
      report.rows.length < (report.totalParticipants ?? 0) ||
      unmatched.some((one) => one.report === report.id);
    for (const row of report.rows) {
      const person = directory.personOf(report, row);
      if (person !== undefined) people.set(person.key, [...(people.get(person.key) ?? []), ...row.intervals]);
    }
    return { session: report.session, people, hidden };
  });
  const found = new Set<PersonKey>();
  for (const [at, one] of told.entries()) {
    for (const other of told.slice(at + 1)) {
      const [both] = clip(clip([one.session], other.session), effective);
      if (both === undefined || both.end - both.start <= SKEW) continue;
      for (const key of needed) {
        const [a, b] = [timeIn(one, key, both), timeIn(other, key, both)];
        if (a !== null && b !== null && Math.abs(a - b) > SKEW) found.add(key);
      }
    }
  }
  return found;
}

/** Milliseconds of somebody in a span by one report; null where the report cannot say. */
function timeIn(
  { people, hidden }: { readonly people: ReadonlyMap<PersonKey, readonly Span[]>; readonly hidden: boolean },
  key: PersonKey,
  span: Span,
): number | null {
  const intervals = people.get(key);
  if (intervals === undefined) return hidden ? null : 0;
  const known = unionOf(intervals);
  return known.length === 0 ? null : lengthOf(clip(known, span));
}

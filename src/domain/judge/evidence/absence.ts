import type { SeriesRules } from '../../facts/entered/rules';
import type { FactIndex } from '../../facts/log/fact-index';
import type { Away, Holiday } from '../../facts/observed/away';
import type { PersonKey } from '../../facts/things/person';
import { addDays } from '../../time/days';
import { type Instant, overlapOf, type Span } from '../../time/time';
import { instantAt } from '../../time/zone';

/** 4.3: for half of the occurrence or more, or at its start. What ends at the start does not touch it. */
export function isAwayFor(spans: readonly Span[], occurrence: Span): boolean {
  const { start, end } = occurrence;
  if (spans.some((span) => span.start <= start && start < span.end)) return true;
  const covered = spans.reduce((sum, span) => sum + overlapOf(span, occurrence), 0);
  return end > start && covered * 2 >= end - start;
}

/** Who was out of office or on holiday when. */
export interface Absences {
  readonly awayOf: (person: PersonKey, occurrence: Span) => Away | null;
  readonly holidayOf: (person: PersonKey, occurrence: Span) => Holiday | null;
}

interface Spell<Cause> {
  readonly span: Span;
  readonly cause: Cause;
}

export function absencesOf({ away, holidays, identity }: FactIndex, rules: SeriesRules): Absences {
  const countries = new Map(
    Object.entries(rules.countries ?? {}).map(([person, country]) => [identity.keyOf(person), country]),
  );
  const counts = ({ source, country }: Holiday, person: PersonKey): boolean =>
    source !== 'country' || (country !== null && countries.get(person) === country);
  const spellsOfAway = finder((person) =>
    (away.get(person) ?? []).map((cause): Spell<Away> => ({ span: cause.span, cause })),
  );
  const spellsOfHoliday = finder((person) =>
    (holidays.get(person) ?? [])
      .filter((holiday) => counts(holiday, person))
      .map((cause): Spell<Holiday> => ({ span: dayOf(cause), cause })),
  );
  return { awayOf: spellsOfAway, holidayOf: spellsOfHoliday };
}

const dayOf = ({ date, zone }: Holiday): Span => ({
  start: instantAt(date, 0, zone),
  end: instantAt(addDays(date, 1), 0, zone),
});

/** Spells by person, sorted once; the ones around an occurrence are found without walking all of them. */
function finder<Cause>(
  read: (person: PersonKey) => readonly Spell<Cause>[],
): (person: PersonKey, occurrence: Span) => Cause | null {
  const known = new Map<PersonKey, { spells: readonly Spell<Cause>[]; ends: readonly Instant[] }>();
  const spellsOf = (person: PersonKey) => {
    const before = known.get(person);
    if (before !== undefined) return before;
    const spells = [...read(person)].sort((a, b) => a.span.start - b.span.start);
    let end = Number.NEGATIVE_INFINITY;
    const ends = spells.map(({ span }) => {
      end = Math.max(end, span.end);
      return end;
    });
    known.set(person, { spells, ends });
    return { spells, ends };
  };
  return (person, occurrence) => {
    const { spells, ends } = spellsOf(person);
    const near: Spell<Cause>[] = [];
    for (let at = firstAfter(spells, occurrence.end) - 1; at >= 0; at--) {
      if ((ends[at] ?? 0) <= occurrence.start) break;
      const spell = spells[at];
      if (spell !== undefined && spell.span.end > occurrence.start) near.unshift(spell);
    }
    const spans = disjoint(near.map(({ span }) => span));
    return isAwayFor(spans, occurrence) ? (near[0]?.cause ?? null) : null;
  };
}

function firstAfter(spells: readonly Spell<unknown>[], end: Instant): number {
  let [low, high] = [0, spells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = spells[middle]?.span.start ?? 0;
    if (start <= end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two sources can speak of the same hours; they count once. */
function disjoint(spans: readonly Span[]): readonly Span[] {
  let reached = Number.NEGATIVE_INFINITY;
  return spans.flatMap(({ start, end }) => {
    const rest = { start: Math.max(start, reached), end };
    reached = Math.max(reached, end);
    return rest.start < rest.end ? [rest] : [];
  });
}

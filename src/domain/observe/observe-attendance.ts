import type { Fact } from '../facts/log/fact';
import type { Away } from '../facts/observed/away';
import type { AwayReading, HoursReading, ReportReading } from '../facts/observed/reading';
import type { Report } from '../facts/observed/report';
import type { SeriesId } from '../facts/things/occurrence';
import { addressKey, isOwn, type Owner, type PersonKey } from '../facts/things/person';
import { isSameWeek, type WorkingHours } from '../facts/things/working-time';
import { type Instant, MINUTE, type Span } from '../time/time';

/** Sessions as Teams reports them. A report never changes, so its id is enough to know it again. */
export const observeReports = (
  series: SeriesId,
  readings: readonly ReportReading[],
  now: Instant,
): readonly Report[] =>
  readings.map(({ id, session, totalParticipants, rows }) => ({
    kind: 'report',
    id: `report:${id}`,
    recordedAt: now,
    source: 'teams-report',
    series,
    occurrence: null,
    session,
    totalParticipants,
    rows,
  }));

/** Times out of office that no known fact covers. What touches is one absence, however it was entered. */
export function observeAway(
  facts: readonly Fact[],
  readings: readonly AwayReading[],
  now: Instant,
): readonly Away[] {
  const known = new Map<PersonKey, Span[]>();
  for (const fact of facts) {
    if (fact.kind === 'away' && fact.source === 'free-busy') push(known, fact.person, fact.span);
  }
  const read = new Map<PersonKey, Span[]>();
  for (const { person, span } of readings) {
    if (span.start < span.end) push(read, addressKey(person), span);
  }
  return [...read].flatMap(([person, spans]) => {
    const covered = joined(known.get(person) ?? []);
    return joined(spans)
      .filter((span) => !covered.some((one) => one.start <= span.start && one.end >= span.end))
      .map(
        (span): Away => ({
          kind: 'away',
          id: `away:${person}:${span.start}:${span.end}`,
          recordedAt: now,
          person,
          span,
          source: 'free-busy',
        }),
      );
  });
}

/** Working hours that are not as last known. In a zone without a name only the owner's are: those of the mailbox. */
export function observeHours(
  facts: readonly Fact[],
  readings: readonly HoursReading[],
  owner: Owner,
  now: Instant,
): readonly WorkingHours[] {
  const known = new Map<PersonKey, WorkingHours>();
  for (const fact of facts) {
    if (fact.kind !== 'working-hours') continue;
    const other = known.get(fact.person);
    if (other === undefined || other.recordedAt <= fact.recordedAt) known.set(fact.person, fact);
  }
  return readings.flatMap(({ person: address, zone: named, days, startMinute, endMinute }) => {
    const person = addressKey(address);
    const zone = named ?? (isOwn(owner, person) ? owner.zone : null);
    if (zone === null) return [];
    const week = { zone, days, startMinute, endMinute };
    const before = known.get(person);
    if (before !== undefined && isSameWeek(before, week)) return [];
    const id = `working-hours:${person}:${now}`;
    return [{ kind: 'working-hours' as const, id, recordedAt: now, person, ...week }];
  });
}

function push(into: Map<PersonKey, Span[]>, person: PersonKey, span: Span): void {
  into.set(person, [...(into.get(person) ?? []), span]);
}

/** Spans that overlap or touch, as one; a gap of a minute is a matter of rounding. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start - last.end > MINUTE) all.push(span);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return all;
}

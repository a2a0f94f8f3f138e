import {
  DEFAULT_RETENTION,
  type MonthCounts,
  RETENTIONS,
  type Reduced,
  type RetentionDays,
} from '../facts/entered/reduced';
import type { Fact } from '../facts/log/fact';
import { kindOf } from '../facts/log/kinds';
import { stampedAt } from '../facts/log/log';
import { LATEST_ZONE, monthOfDate } from '../facts/things/month';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { isCounted, undisputed } from '../measure/counted';
import { DAY, type Instant, minutesOf, type Zone } from '../time/time';
import { localDate } from '../time/zone';

/** The choice that stands: the latest by its stamp. One that nobody offers is none, and no other id goes before a stamp. */
export function retentionOf(facts: readonly Fact[]): RetentionDays {
  const rank = ({ id }: Fact) => `${stampedAt(id) === null ? 0 : 1} ${id}`;
  const latest = facts
    .filter((fact) => fact.kind === 'retention' && isRetention(fact.days))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .at(-1);
  return (latest as { days?: RetentionDays } | undefined)?.days ?? DEFAULT_RETENTION;
}

/** By which choice something may have been reduced: the one that stood then, or stands now, whichever is shorter. */
export function retentionAt(
  facts: readonly Fact[],
  { recordedAt }: Pick<Reduced, 'recordedAt'>,
): RetentionDays {
  const then = facts.filter((fact) => fact.kind === 'retention' && fact.recordedAt <= recordedAt);
  return Math.min(retentionOf(facts), retentionOf(then)) as RetentionDays;
}

const isRetention = (days: number): boolean => (RETENTIONS as readonly number[]).includes(days);

/** In whichever zone it was reduced. */
export const latestMonthToReduce = (at: Instant, days: number): string =>
  monthToReduce(at + LATEST_ZONE, days, 'UTC');

/** The last month that lies wholly beyond the retention; months are reduced as a whole. */
export function monthToReduce(now: Instant, days: number, zone: Zone): string {
  const [year = 0, month = 1] = localDate(now - days * DAY, zone)
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

/** What is left of a lineage up to a month: for each of its series, counts of the months that are not counts yet. */
export function reductionsOf(
  lineage: JudgedLineage,
  until: string,
): readonly Pick<Reduced, 'series' | 'until' | 'months'>[] {
  const due = undisputed(lineage.occurrences).filter(
    ({ date, outcome }) => monthOfDate(date) <= until && outcome !== 'upcoming',
  );
  return lineage.series.map((series) => ({
    series,
    until,
    months: countsOf(due.filter((one) => one.series === series)),
  }));
}

function countsOf(occurrences: readonly JudgedOccurrence[]): readonly MonthCounts[] {
  const months = new Map<string, JudgedOccurrence[]>();
  for (const one of occurrences) {
    const month = monthOfDate(one.date);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, all]) => {
      const outcomes: Partial<Record<JudgedOccurrence['outcome'], number>> = {};
      for (const { outcome } of all) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const moves = all.filter(({ outcome }) => outcome !== 'superseded').flatMap((one) => one.moves);
      const counted = all.filter(isCounted);
      return {
        month,
        outcomes,
        moves: moves.length,
        shortNoticeMoves: moves.filter(
          ({ notice: { class: of } }) => of === 'short-notice' || of === 'after-start',
        ).length,
        minutes: counted.reduce((sum, one) => sum + (one.minutesTogether ?? 0), 0),
        plannedMinutes: counted.reduce((sum, { effective }) => sum + minutesOf(effective), 0),
      };
    });
}

/**
 * Whether a fact is about persons and of a month that was reduced. Decisions, what was told of them and what was
 * agreed stay; so does what a series is and who is in it, which the next occurrences rest on.
 */
export function isReducedAway(fact: Fact, until: string): boolean {
  if (until === '') return false;
  const { reducedWith } = kindOf(fact);
  const month = typeof reducedWith === 'function' ? reducedWith(fact) : '';
  return month !== '' && month <= until;
}

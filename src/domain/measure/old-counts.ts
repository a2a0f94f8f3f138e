import { isExcluded, isHeld, OUTCOMES, type Outcome } from '../facts/things/outcomes';
import type { JudgedLineage } from '../judge/judged/judged';
import type { Span } from '../time/time';
import { instantAt } from '../time/zone';

/** The months of a lineage of which only counts are left, added up. */
export interface OldCounts {
  readonly of: (isOne: (outcome: Outcome) => boolean) => number;
  /** As in section 6. */
  readonly due: number;
  readonly counted: number;
  readonly moves: number;
  readonly shortNoticeMoves: number;
  readonly minutes: number;
  readonly plannedMinutes: number;
}

const isOver = (outcome: Outcome): boolean =>
  !isExcluded(outcome) && outcome !== 'superseded' && outcome !== 'upcoming';

/** What of a lineage tells of the months that were reduced. */
type Reduced = Pick<JudgedLineage, 'reduced' | 'zone'>;

/** Of all months, or of those that begin in `span`. */
export function oldCounts({ reduced = [], zone }: Reduced, span?: Span): OldCounts {
  const months = reduced.filter(({ month }) => {
    const start = instantAt(`${month}-01`, 0, zone);
    return span === undefined || (start >= span.start && start < span.end);
  });
  const sum = (read: (month: (typeof months)[number]) => number) =>
    months.reduce((total, month) => total + read(month), 0);
  const of = (isOne: (outcome: Outcome) => boolean) =>
    sum(({ outcomes }) =>
      OUTCOMES.reduce((total, outcome) => total + (isOne(outcome) ? (outcomes[outcome] ?? 0) : 0), 0),
    );
  return {
    of,
    due: of(isOver),
    counted: of((outcome) => isOver(outcome) && outcome !== 'not-recorded'),
    moves: sum(({ moves }) => moves),
    shortNoticeMoves: sum(({ shortNoticeMoves }) => shortNoticeMoves),
    minutes: sum(({ minutes }) => minutes),
    plannedMinutes: sum(({ plannedMinutes }) => plannedMinutes),
  };
}

/** One month as it stands in a table. */
export interface OldMonth {
  /** `2026-05`. */
  readonly name: string;
  readonly held: number;
  readonly notRecorded: number;
  readonly counted: number;
}

/** Each month of which only counts are left, all series of the lineage together; oldest first. */
export function oldMonths(lineage: Reduced): readonly OldMonth[] {
  const names = [...new Set((lineage.reduced ?? []).map(({ month }) => month))];
  return names.map((name) => {
    const reduced = (lineage.reduced ?? []).filter(({ month }) => month === name);
    const { of, counted } = oldCounts({ ...lineage, reduced });
    return { name, held: of(isHeld), notRecorded: of((outcome) => outcome === 'not-recorded'), counted };
  });
}

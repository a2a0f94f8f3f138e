import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import type { PointHistory } from '../points/point-history';
import { openPoints } from '../points/point-history';
import { askedAfter, openAt } from '../points/talked-about';
import { instantAt, localDate } from '../time/zone';
import { aboutPoint, type Held, type Matter } from './loop';
import type { LoopSource } from './loop-source';

/** What a line about one occurrence holds: each of its points, there. */
const ofOccurrence = (
  { title }: JudgedLineage,
  { key, series, effective }: JudgedOccurrence,
  points: readonly PointHistory[],
) => ({
  ...{ series, occurrence: key, title, span: effective, at: effective.start },
  ...{ people: [], decisions: [] },
  holds: points.map(({ point }): Held => {
    const about = aboutPoint(point.id);
    return { id: `${key} ${point.id}`, takes: [about], yields: [about] };
  }),
});

/** 14.1 (7): syncs with open points, on their day; what went before a sync opens no line before it is over. */
export function syncs({ lineage, owner, points, now }: LoopSource): readonly Matter[] {
  if (lineage === null || openPoints(points).length === 0) return [];
  const ahead = lineage.occurrences.filter(
    ({ outcome, effective }) => outcome === 'upcoming' && effective.end > now,
  );
  return ahead.flatMap((one): readonly Matter[] => {
    const raised = openAt(lineage, one, points).filter(({ mails }) => mails.length === 0);
    if (raised.length === 0) return [];
    const { start, end } = one.effective;
    const midnight = instantAt(localDate(start, owner.zone), 0, owner.zone);
    // Of two on one day the second opens when the first is over.
    const before = ahead.filter(({ effective }) => effective.start < start);
    const from = Math.max(midnight, ...before.map(({ effective }) => effective.end));
    return [{ kind: 'sync', ...ofOccurrence(lineage, one, raised), from, until: end }];
  });
}

/** 14.1 (7), after them: of which points it is asked whether they were talked about (12.3). */
export function toSettle({ lineage, points }: LoopSource): readonly Matter[] {
  if (lineage === null) return [];
  const first = Math.min(...openPoints(points).map(({ point }) => point.raisedAt));
  return lineage.occurrences
    .filter(({ effective }) => effective.end >= first)
    .flatMap((one): readonly Matter[] => {
      const asked = askedAfter(lineage, one, points);
      if (asked.length === 0) return [];
      return [
        {
          ...{ kind: 'talked-about', ...ofOccurrence(lineage, one, asked) },
          ...{ from: one.effective.end, until: null },
        },
      ];
    });
}

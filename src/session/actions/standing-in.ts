import type { Entry } from '../../domain/facts/log/fact';
import { takenBack } from '../../domain/facts/log/standing';
import { pointHistories } from '../../domain/points/point-history';
import type { WholeRecord } from '../../domain/tell/whole-record';

/** What the owner said or did, by what it is, without what was taken back. */
export function standingIn(entries: readonly Entry[]): Omit<WholeRecord, 'lineages'> {
  const back = takenBack(entries);
  const standing = entries.filter(({ id }) => !back.has(id));
  return {
    decisions: standing.filter((fact) => fact.kind === 'decision'),
    recaps: standing.filter((fact) => fact.kind === 'recap'),
    consulting: standing.filter(
      (fact) => fact.kind === 'input-request' || fact.kind === 'answer' || fact.kind === 'decision-step',
    ),
    agreements: standing.filter((fact) => fact.kind === 'agreement' || fact.kind === 'agreement-reply'),
    gestures: standing.filter((fact) => fact.kind === 'gesture'),
    points: pointHistories(entries),
  };
}

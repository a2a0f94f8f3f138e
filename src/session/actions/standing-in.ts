import { isTelling } from '../../domain/facts/decided/catch-up-entry';
import { type Decision, type DecisionCalled, twinsAmong } from '../../domain/facts/decided/decision';
import type { Entry } from '../../domain/facts/log/fact';
import { rhythmsIn } from '../../domain/facts/log/rhythms';
import { takenBack } from '../../domain/facts/log/standing';
import { pointHistories } from '../../domain/points/point-history';
import { promiseHistories } from '../../domain/promises/promise-history';
import { consultedIn, type WholeRecord } from '../../domain/tell/whole-record';

/** What the owner said or did, by what it is, without what was taken back. */
export function standingIn(entries: readonly Entry[]): Omit<WholeRecord, 'lineages'> {
  const back = takenBack(entries);
  const standing = entries.filter(({ id }) => !back.has(id));
  return {
    decisions: standing.filter((fact) => fact.kind === 'decision').map(calledIn(entries)),
    recaps: standing.filter(isTelling),
    ...consultedIn(standing),
    gestures: standing.filter((fact) => fact.kind === 'gesture'),
    points: pointHistories(entries),
    promises: promiseHistories(entries),
    rhythms: rhythmsIn(entries),
  };
}

/** As the mails call it, where two machines gave one number: also beside one that was taken back. */
function calledIn(entries: readonly Entry[]): (decision: Decision) => Decision & DecisionCalled {
  const numbers = entries.flatMap((fact) => (fact.kind === 'decision' ? [[fact.id, fact.number]] : []));
  const twins = twinsAmong(Object.fromEntries(numbers));
  return (decision) => {
    const twin = twins.get(decision.id);
    return twin === undefined ? decision : { ...decision, twin };
  };
}

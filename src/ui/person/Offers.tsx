import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { PaneState } from '../state/pane';
import { offerWords } from '../words/person-view';

interface OffersProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly person: Person;
}

/** 13.7: other times that somebody offered stand for them on their page, also where the meeting itself says nothing. */
export function Offers({ state, lineage, person }: OffersProps) {
  const offers = lineage.occurrences.flatMap((occurrence) =>
    occurrence.reasons
      .filter(({ what, person: by }) => what === 'proposed-new-time' && by && isSamePerson(by, person))
      .map((reason) => offerWords(occurrence, reason, state.time.value, state.now.value)),
  );
  if (offers.length === 0) return null;
  return (
    <ul class="plain quiet">
      {offers.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { agreementViews } from '../../../domain/agree/agreed';
import { type Earned, earnedTrust } from '../../../domain/agree/earned-trust';
import { isErasedKey } from '../../../domain/facts/entered/erasure';
import { amongPeople, eachOnce } from '../../../domain/facts/things/people';
import type { Person } from '../../../domain/facts/things/person';
import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import type { PaneState } from '../pane';

/** What is to be said of the askings of this meeting's people (15), read again whenever the log changed. */
export function useEarned(state: PaneState, lineage: JudgedLineage): readonly Earned[] {
  const found = useSignal<readonly Earned[]>([]);
  const { decisions, recaps, loops } = state.view.value;
  useEffect(() => {
    let wanted = true;
    void state
      .lookUp(() => readEarned(state, lineage.people))
      .then((read) => {
        if (wanted && read !== null) found.value = read;
      });
    return () => {
      wanted = false;
    };
  }, [state, lineage, decisions, recaps, loops]);
  return found.value;
}

async function readEarned(state: PaneState, people: readonly Person[]): Promise<readonly Earned[]> {
  const [letters, consult] = await Promise.all([state.actions.letters(), state.actions.consult()]);
  const now = state.now.peek();
  const isHere = amongPeople(people);
  const views = agreementViews(await consult.entries(), now);
  const agreed = views
    .filter(({ standing }) => standing === 'agreed')
    .map(({ agreement }) => agreement.person);
  const earned: Earned[] = [];
  // Whoever agreed to nothing is never asked first: nothing of them has to be read.
  for (const person of eachOnce(agreed).filter((one) => isHere(one) && !isErasedKey(one.key))) {
    const record = await letters.recordWith(person);
    if (record !== null) earned.push(...earnedTrust(record, person, now));
  }
  return earned;
}

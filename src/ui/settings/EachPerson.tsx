import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';

import type { Person } from '../../domain/facts/things/person';
import { FindSomebody } from '../parts/controls/FindSomebody';
import { fewOf, MOST_PEOPLE } from '../state/few';

interface EachPersonProps<One> {
  readonly what: string;
  readonly all: readonly One[];
  readonly personOf: (one: One) => Person;
  /** Whether anything was chosen for them: then they stand there without being looked for. */
  readonly isSet: (one: One) => boolean;
  readonly children: (one: One) => VNode;
}

/** A choice for each person; of a large meeting for those who have one, and whoever is looked for. */
export function EachPerson<One>({ what, all, children, ...about }: EachPersonProps<One>) {
  const search = useSignal('');
  const shown = fewOf(all, about, search.value).map(children);
  if (all.length <= MOST_PEOPLE) return <>{shown}</>;
  return (
    <div class="each-person" role="group" aria-label={what}>
      <span class="field-label">{what}</span>
      <FindSomebody label={what} count={all.length} search={search} />
      {shown}
    </div>
  );
}

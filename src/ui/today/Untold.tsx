import { PersonName } from '../parts/PersonName';
import type { PaneState } from '../state/pane';
import { untoldWords } from '../words/loops';

/** One line for whoever has something untold; their name opens their page. */
export function Untold({ state }: { readonly state: PaneState }) {
  const { peopleOwed = [] } = state.view.value;
  if (peopleOwed.length === 0) return null;
  return (
    <section class="today-beside" aria-labelledby="people-title">
      <h2 id="people-title">People</h2>
      <ul class="plain">
        {peopleOwed.map((one) => (
          <li key={one.person.key}>
            <PersonName state={state} person={one.person} />
            <span class="quiet">{untoldWords(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

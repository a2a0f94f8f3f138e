import './inset.css';

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { Person } from '../../../domain/facts/things/person';
import { Button } from '../../parts/controls/Button';
import { FindSomebody } from '../../parts/controls/FindSomebody';
import { useFirstFocus } from '../../parts/controls/keep-focus';
import type { DecisionState } from '../../state/decide/decisions';
import { fewOf, MOST_PEOPLE } from '../../state/few';
import { nameOf } from '../../words/names';

const LABEL = 'Should somebody be heard first?';

/** It reaches further than the two of them, and nobody agreed to be heard of it: asked once, until answered (11.3). */
export function HeardFirst({ form }: { readonly form: DecisionState }) {
  const box = useRef<HTMLElement>(null);
  const search = useSignal('');
  useFirstFocus(box);
  const others = form.couldBeHeard.value;
  const offered = fewOf(others, { personOf: (one: Person) => one, isSet: form.isOfOneToOne }, search.value);
  return (
    <section class="inset before-decided" ref={box} aria-label={LABEL}>
      <h3>{LABEL}</h3>
      {others.length > MOST_PEOPLE && (
        <FindSomebody label="Heard first" count={others.length} search={search} />
      )}
      <div class="actions">
        {offered.map((person) => (
          <Button key={person.key} small disabled={form.busy.value} onPress={() => form.askFirst([person])}>
            {nameOf(person)}
          </Button>
        ))}
        <Button small disabled={form.busy.value} onPress={form.nobody}>
          Nobody
        </Button>
      </div>
    </section>
  );
}

import './inset.css';

import { useRef } from 'preact/hooks';
import { Button } from '../../parts/controls/Button';
import { useFirstFocus } from '../../parts/controls/keep-focus';
import type { DecisionState } from '../../state/decide/decisions';
import { nameOf } from '../../words/names';

/** It reaches further than the two of them, and nobody agreed to be heard of it: asked once, until answered (11.3). */
export function HeardFirst({ form }: { readonly form: DecisionState }) {
  const box = useRef<HTMLElement>(null);
  useFirstFocus(box);
  return (
    <section class="inset before-decided" ref={box} aria-label="Should somebody be heard first?">
      <h3>Should somebody be heard first?</h3>
      <div class="actions">
        {form.others.slice(0, OFFERED).map((person) => (
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

/** More are found by name in the decision itself. */
const OFFERED = 8;

import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import type { LaterOccasion } from '../state/decide/later-occasion';

/** In which meeting it is decided, held, replaced or opened again. */
export function MadeIn({ later }: { readonly later: LaterOccasion }) {
  return (
    <Field label="Made in">
      <Choice of={later.choices.value} value={later.value.value} onSet={later.choose} />
    </Field>
  );
}

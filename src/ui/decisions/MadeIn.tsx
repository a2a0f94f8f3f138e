import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import type { LaterOccasion } from '../state/decide/later-occasion';

interface MadeInProps {
  readonly later: LaterOccasion;
  /** The second, where something else comes before the decision. */
  readonly label?: 'Made in' | 'To be decided in';
}

/** In which meeting it is decided, held, replaced or opened again. */
export function MadeIn({ later, label = 'Made in' }: MadeInProps) {
  return (
    <Field label={label}>
      <Choice of={later.choices.value} value={later.value.value} onSet={later.choose} />
    </Field>
  );
}

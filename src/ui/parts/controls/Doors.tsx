import type { Signal } from '@preact/signals';

import { Button } from './Button';

interface DoorsProps<Name extends string> {
  readonly names: readonly Name[];
  readonly open: Signal<Name | null>;
}

/** Quiet names of what opens below them, one at a time; pressed again it closes. */
export const Doors = <Name extends string>({ names, open }: DoorsProps<Name>) => (
  <div class="doors">
    {names.map((name) => (
      <Button
        key={name}
        look="subtle"
        small
        expanded={open.value === name}
        onPress={() => {
          open.value = open.value === name ? null : name;
        }}
      >
        {name}
      </Button>
    ))}
  </div>
);

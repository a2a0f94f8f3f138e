import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Alike } from '../words/keep/erasing';

/** Everything that looks like somebody else is changed, until the owner says that it is another word. */
export function useNamesChanged(alike: readonly Alike[]): { value: ReadonlySet<string> } {
  const left = useSignal<ReadonlySet<string> | null>(null);
  return useMemo(
    () => ({
      get value() {
        return left.value ?? new Set(alike.map(({ form }) => form));
      },
      set value(next: ReadonlySet<string>) {
        left.value = next;
      },
    }),
    [alike],
  );
}

import { useSignal } from '@preact/signals';

import { Fold, type FoldProps } from './Fold';

/** What is in it is made only while it is open. */
export function LazyFold({ children, ...more }: Omit<FoldProps, 'open' | 'onToggle'>) {
  const open = useSignal(false);
  return (
    <Fold
      {...more}
      onToggle={(now) => {
        open.value = now;
      }}
    >
      {open.value && children}
    </Fold>
  );
}

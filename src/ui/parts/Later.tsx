import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * What a tap opens below what it is answered with: it comes a frame later, so that a slow machine shows the answer first.
 * Only for what nothing stands below, or it would push that down.
 */
export function Later({ children }: { readonly children: ComponentChildren }) {
  const isTime = useSignal(false);
  useEffect(() => {
    isTime.value = true;
  }, [isTime]);
  return isTime.value ? children : null;
}

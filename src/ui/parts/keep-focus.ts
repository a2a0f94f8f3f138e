import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * What is now shown took the place of something that had the focus and went away with it: the focus goes to its
 * last button, so that a keyboard does not start again at the top of the pane.
 */
export function useLostFocus(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)?.focus();
  }, [box]);
}

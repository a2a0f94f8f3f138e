import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { isLost } from './never-lose-focus';

/**
 * What is now shown took the place of something that had the focus and went away with it: the focus goes to its
 * last button, so that a keyboard does not start again at the top of the pane. In the same turn, before the next key
 * can come: an effect after the paint would let Esc or Enter fall into the void.
 */
export function useLostFocus(box: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    if (isLost()) [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)?.focus();
  }, [box]);
}

const FIELDS = 'input, select, textarea, button';

/** The same for a form, which begins with its first field; looked at again whenever `viewStore` is another. */
export function useFirstFocus(box: RefObject<HTMLElement | null>, viewStore?: unknown, fields = FIELDS) {
  useLayoutEffect(() => {
    if (isLost()) box.current?.querySelector<HTMLElement>(fields)?.focus();
  }, [box, viewStore, fields]);
}

/** The same for what was there from the beginning, and takes no focus before something in it changed. */
export function useFocusWithin(box: RefObject<HTMLElement | null>, viewStore: unknown) {
  const before = useRef(viewStore);
  useLayoutEffect(() => {
    if (before.current === viewStore) return;
    before.current = viewStore;
    if (isLost()) box.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [box, viewStore]);
}

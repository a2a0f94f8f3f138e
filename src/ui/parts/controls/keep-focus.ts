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

/** The same for a form, which begins with its first field; looked at again whenever `stage` is another. */
export function useFirstFocus(box: RefObject<HTMLElement | null>, stage?: unknown, fields = FIELDS) {
  useLayoutEffect(() => {
    if (isLost()) box.current?.querySelector<HTMLElement>(fields)?.focus();
  }, [box, stage, fields]);
}

/** The same for what was there from the beginning, and takes no focus before something in it changed. */
export function useFocusWithin(box: RefObject<HTMLElement | null>, stage: unknown) {
  const before = useRef(stage);
  useLayoutEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (isLost()) box.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [box, stage]);
}

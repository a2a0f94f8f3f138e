import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Scrolls a box, not the pane, for what is current in it. Chosen elsewhere it is brought into sight; tapped in the box,
 * or with more read around it, it stays where it is: a finger may be on its way to what lies beside it. `shown` is
 * another value whenever something else is drawn.
 */
export function useKeptInBox(
  ref: RefObject<HTMLElement | null>,
  current: string | undefined,
  shown: unknown,
): void {
  const seen = useRef<{ readonly key: string | undefined; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    const element = box?.querySelector<HTMLElement>('[aria-current]');
    // Behind the trend it has no place.
    if (box == null || element == null || box.clientHeight === 0) return;
    if (seen.current?.key === current) box.scrollTop += topIn(box, element) - (seen.current?.top ?? 0);
    else if (!isWhole(box, element)) bringIntoBox(box, element);
    const look = () => {
      if (box.clientHeight > 0) seen.current = { key: current, top: topIn(box, element) };
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [ref, current, shown]);
}

const topIn = (box: HTMLElement, element: HTMLElement): number =>
  element.getBoundingClientRect().top - box.getBoundingClientRect().top;

/** Nothing of it lies above the box, under its heads, or below. */
function isWhole(box: HTMLElement, element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const edge = box.getBoundingClientRect();
  const heads = box.querySelector('[aria-hidden]')?.getBoundingClientRect().height ?? 0;
  return top >= edge.top + heads && bottom <= edge.bottom;
}

/** So that its row is the last one seen whole, and the next one peeps. */
function bringIntoBox(box: HTMLElement, element: HTMLElement): void {
  const below = element.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
  const PEEK = 20;
  box.scrollTop += below + PEEK;
}

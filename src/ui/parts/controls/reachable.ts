import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What scrolls sideways must be reachable by keyboard; what does not is no stop for Tab. */
export function useReachable(box: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const watcher = new ResizeObserver(look);
    // What is in it can grow without it: with the text size of the browser, or another week.
    for (const one of [element, ...element.children]) watcher.observe(one);
    look();
    return () => watcher.disconnect();
  }, [box]);
}

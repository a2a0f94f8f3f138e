/** What a person presses. */
export const TAPPED = 'button, summary, label';

/**
 * A tap never moves what is under the finger: where something above it becomes higher or lower by what the tap brings
 * about, the page is scrolled by as much, before it is painted. Until the next key, scrolling or tap. Gives the way to
 * end it.
 */
export function keepUnderFinger(root: HTMLElement): () => void {
  let tapped: { readonly what: Element; readonly top: number } | null = null;
  let scrolled = 0;
  // Meanwhile the browser holds nothing by itself: it would choose something else, and scroll as a person does.
  const browserHolds = (does: boolean) => {
    document.documentElement.style.overflowAnchor = does ? '' : 'none';
  };
  const forget = () => {
    tapped = null;
    browserHolds(true);
  };
  const remember = ({ target, detail }: MouseEvent) => {
    // What a key presses has no finger on it.
    const what = detail > 0 && target instanceof Element ? target.closest(TAPPED) : null;
    tapped = what === null ? null : { what, top: what.getBoundingClientRect().top };
    scrolled = scrollY;
    browserHolds(tapped === null);
  };
  const hold = () => {
    // Whoever scrolls, a person or a part that shows something else, knows better; a page that became too short for where
    // it was scrolled to was scrolled by nobody, and may become longer again.
    const isShort = scrollY >= document.documentElement.scrollHeight - innerHeight - 1;
    if (tapped?.what.isConnected !== true || (scrollY !== scrolled && !isShort)) return forget();
    const { top, height } = tapped.what.getBoundingClientRect();
    if (height > 0 && top !== tapped.top) scrollBy({ top: top - tapped.top, behavior: 'instant' });
    scrolled = scrollY;
  };
  const sizes = new ResizeObserver(hold);
  sizes.observe(root);
  root.addEventListener('click', remember, { capture: true });
  const ends = ['keydown', 'wheel', 'touchmove'] as const;
  for (const end of ends) addEventListener(end, forget, { capture: true, passive: true });
  return () => {
    sizes.disconnect();
    root.removeEventListener('click', remember, { capture: true });
    for (const end of ends) removeEventListener(end, forget, { capture: true });
  };
}

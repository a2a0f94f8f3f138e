const REACHABLE = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';

/** Where the focus waits until what takes the place of the lost thing has come, and may take it. */
let lentTo: Element | null = null;

/** Nothing has the focus that a person gave it. */
export function isLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement === lentTo;
}

/**
 * The focus never falls to the body: where what had it goes (a button that did its work, a form that was saved), it moves
 * to the nearest thing that is still there. Whoever works by keyboard goes on from where they were. Gives the way to end it.
 */
export function neverLoseFocus(root: HTMLElement): () => void {
  let last: Element | null = null;
  /** From what has the focus up to the root: when it is gone, these say where it was. */
  let around: readonly Element[] = [];
  const remember = ({ target }: Event) => {
    last = target as Element;
    around = ancestorsOf(last, root);
  };
  const forget = () => {
    last = null;
    lentTo = null;
  };
  const mend = () => {
    const { activeElement, body } = document;
    const isNowhere = activeElement === null || activeElement === body || isDisabled(activeElement);
    if (last === null || !isNowhere || !document.hasFocus()) return;
    if (last.isConnected && !isDisabled(last)) return;
    for (const place of [...around, root]) {
      const there = place.isConnected ? reachableIn(place) : null;
      if (there === null) continue;
      there.focus({ preventScroll: true });
      lentTo = there;
      return;
    }
  };
  const watched = new MutationObserver(mend);
  watched.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  root.addEventListener('focusin', remember);
  // Whoever taps on plain text has let go, and whoever types goes on from where the focus is.
  document.addEventListener('pointerdown', forget);
  document.addEventListener('keydown', settle);
  return () => {
    watched.disconnect();
    root.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
    document.removeEventListener('keydown', settle);
  };
}

const settle = () => {
  lentTo = null;
};

const isDisabled = (element: Element): boolean => element.matches(':disabled');

function ancestorsOf(element: Element, root: Element): readonly Element[] {
  const found: Element[] = [];
  for (let one = element.parentElement; one !== null && one !== root; one = one.parentElement) {
    found.push(one);
  }
  return found;
}

/** The first thing in a place that a keyboard reaches. */
const reachableIn = (place: Element): HTMLElement | null =>
  [...place.querySelectorAll<HTMLElement>(REACHABLE)].find(
    (one) => one.tabIndex >= 0 && !isDisabled(one) && one.getClientRects().length > 0,
  ) ?? null;

import { TAPPED } from './under-finger';

/**
 * A double click means what it began on: where the first click put something else in that place, the second one is not
 * for that. Gives the way to end it.
 */
export function meanFirstOfTwo(root: HTMLElement): () => void {
  let first: Element | null = null;
  const judge = (click: MouseEvent) => {
    const meant = click.target instanceof Element ? click.target.closest(TAPPED) : null;
    if (click.detail > 1 && meant !== first) {
      click.preventDefault();
      click.stopImmediatePropagation();
    } else {
      first = meant;
    }
  };
  root.addEventListener('click', judge, { capture: true });
  return () => root.removeEventListener('click', judge, { capture: true });
}

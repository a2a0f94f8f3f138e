import { neverLoseFocus } from '../controls/never-lose-focus';
import { meanFirstOfTwo } from './double-click';
import { keepUnderFinger } from './under-finger';
import { walkTiles } from './walk-tiles';

/** Focus and finger find what they were on where it was, whatever changes around it. Gives the way to end it. */
export function keepInPlace(root: HTMLElement): () => void {
  const ends = [neverLoseFocus(root), meanFirstOfTwo(root), keepUnderFinger(root), walkTiles(root)];
  return () => {
    for (const end of ends) end();
  };
}

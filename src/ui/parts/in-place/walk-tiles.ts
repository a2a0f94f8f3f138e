/**
 * The strip is one stop for Tab; the arrows walk in it from tile to tile, up and down by a week. Gives the way to end it.
 * For the whole pane, as nobody walks before the first view is there, which has no room for it.
 */
export function walkTiles(root: HTMLElement): () => void {
  root.addEventListener('keydown', walk);
  return () => root.removeEventListener('keydown', walk);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const placeOf = (tile: HTMLElement): Place => {
  const { gridRowStart, gridColumnStart } = (tile.parentElement as HTMLElement).style;
  return { row: Number(gridRowStart), column: Number(gridColumnStart) };
};

function walk(pressed: KeyboardEvent): void {
  const tile = pressed.target instanceof Element ? pressed.target.closest<HTMLElement>('.tile') : null;
  const box = tile?.closest<HTMLElement>('.strip-box');
  if (tile == null || box == null) return;
  const tiles = [...box.querySelectorAll<HTMLElement>('.tile')];
  const places = tiles.map(placeOf);
  const at = tiles.indexOf(tile);
  const here = placeOf(tile);
  const inRow = (row: number) =>
    places.findLastIndex((place) => place.row === row && place.column <= here.column);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: Math.max(inRow(here.row - 1), at - Number(box.dataset.columns)),
    // Below the last week there is nothing.
    ArrowDown: Math.max(inRow(here.row + 1), at),
    Home: 0,
    End: tiles.length - 1,
  }[pressed.key];
  if (to === undefined) return;
  pressed.preventDefault();
  tiles[Math.min(Math.max(to, 0), tiles.length - 1)]?.focus();
}

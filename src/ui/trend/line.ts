import type { RollingPoint } from '../../domain/measure/trend';

interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface LinePlan {
  /** Pieces of the line; it breaks where nobody can know. */
  readonly line: string;
  readonly band: string;
  readonly last: (Spots & { readonly x: number; readonly point: RollingPoint }) | null;
  /** Height of a percentage. */
  readonly yOf: (percent: number) => number;
}

/** Heights of the last share and of the names of its range; a null one would say the same as the share. */
interface Spots {
  readonly y: number;
  readonly highY: number | null;
  readonly lowY: number | null;
}

const PADDING = 14;
/** Below this two names run into each other. */
const NAME_STEP = 12;
const LABEL_ROOM = 84;

interface Known extends RollingPoint {
  readonly percent: number;
  readonly range: { readonly low: number; readonly high: number };
}

const isKnown = (point: RollingPoint): point is Known => point.percent !== null && point.range !== null;

/** The share that went ahead over the last ones, with its range as a band; nothing where there are under ten. */
export function planLine(points: readonly RollingPoint[], { width, height }: Frame): LinePlan {
  const yOf = (percent: number) => PADDING + ((100 - percent) / 100) * (height - 2 * PADDING);
  const room = width - LABEL_ROOM;
  const xOf = (index: number) => (points.length < 2 ? 0 : (index / (points.length - 1)) * room);
  const pieces = piecesOf(points);
  const line = pieces
    .map((piece) => path(piece.map(([index, one]) => [xOf(index), yOf(one.percent)])))
    .join('');
  const band = pieces
    .map((piece) => {
      const above = piece.map(([index, one]): Spot => [xOf(index), yOf(one.range.high)]);
      const below = piece.map(([index, one]): Spot => [xOf(index), yOf(one.range.low)]);
      return `${path([...above, ...below.toReversed()])}Z`;
    })
    .join('');
  const lastIndex = points.findLastIndex(isKnown);
  const point = points[lastIndex];
  const last =
    point === undefined || !isKnown(point) ? null : { x: xOf(lastIndex), ...spotsOf(point, yOf), point };
  return { line, band, last, yOf };
}

function spotsOf({ percent, range }: Known, yOf: (percent: number) => number): Spots {
  const y = yOf(percent);
  return {
    y,
    highY: range.high === percent ? null : Math.min(yOf(range.high), y - NAME_STEP),
    lowY: range.low === percent ? null : Math.max(yOf(range.low), y + NAME_STEP),
  };
}

type Spot = readonly [x: number, y: number];

const path = (spots: readonly Spot[]) =>
  spots.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

function piecesOf(points: readonly RollingPoint[]): (readonly [number, Known])[][] {
  const pieces: (readonly [number, Known])[][] = [];
  let broken = true;
  points.forEach((point, index) => {
    if (!isKnown(point)) {
      broken = true;
      return;
    }
    if (broken) pieces.push([]);
    broken = false;
    pieces.at(-1)?.push([index, point]);
  });
  return pieces;
}

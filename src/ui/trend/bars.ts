import { PARTS, type TrendPart, type WeekPoint } from '../../domain/measure/trend';

export interface Segment {
  readonly part: TrendPart;
  readonly count: number;
  readonly y: number;
  readonly height: number;
}

export interface Bar {
  readonly week: WeekPoint;
  readonly x: number;
  readonly width: number;
  readonly segments: readonly Segment[];
  /** Where the number on top stands. */
  readonly top: number;
  /** Whether its week is named below it: there is no room for all names, nor for one that would begin outside. */
  readonly named: boolean;
}

export interface BarPlan {
  readonly bars: readonly Bar[];
  readonly base: number;
  /** Where the name of each part stands, beside the last bar that has it. */
  readonly labels: readonly { readonly part: TrendPart; readonly y: number }[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

const TOP = 16;
const BASE = 18;
/** The number on top of the first bar is wider than the bar. */
const INSET = 4;
const HALF_A_NAME = 16;
const MOST_NAMED = 6;
const LABEL_ROOM = 84;
const WIDEST = 40;
const GAP_SHARE = 0.28;
const LABEL_STEP = 14;
const SEAM = 1;

/** Counts of each week stacked on one another; nothing is turned into a share (background 5.9). */
export function planBars(weeks: readonly WeekPoint[], { width, height }: Frame): BarPlan {
  const base = height - BASE;
  const most = Math.max(1, ...weeks.map(total));
  const unit = (base - TOP) / most;
  const step = Math.min((width - LABEL_ROOM - INSET) / Math.max(1, weeks.length), WIDEST / (1 - GAP_SHARE));
  const bars = weeks.map((week, index): Bar => {
    const segments = stack(week, base, unit);
    const top = segments.at(-1)?.y ?? base;
    const [x, wide] = [INSET + step * index, step * (1 - GAP_SHARE)];
    const isOneOf = weeks.length <= MOST_NAMED || (weeks.length - 1 - index) % 3 === 0;
    const named = isOneOf && x + wide / 2 >= HALF_A_NAME;
    return { week, x, width: wide, segments, top, named };
  });
  return { bars, base, labels: spread(labelsOf(bars), base) };
}

export const total = (week: WeekPoint): number => PARTS.reduce((sum, part) => sum + week[part], 0);

function stack(week: WeekPoint, base: number, unit: number): readonly Segment[] {
  let y = base;
  return PARTS.filter((part) => week[part] > 0).map((part) => {
    const height = week[part] * unit;
    y -= height;
    return { part, count: week[part], y, height: Math.max(height - SEAM, 1) };
  });
}

/** Each part is named once: at the height it has in the last week that shows it. */
function labelsOf(bars: readonly Bar[]) {
  return PARTS.flatMap((part) => {
    const segment = bars
      .findLast(({ segments }) => segments.some((one) => one.part === part))
      ?.segments.find((one) => one.part === part);
    return segment === undefined ? [] : [{ part, y: segment.y + segment.height / 2 }];
  });
}

/** Names keep their order and their distance, and stay inside. */
function spread(labels: readonly { part: TrendPart; y: number }[], base: number) {
  let floor = base - LABEL_STEP / 2;
  const placed = labels.map(({ part, y }) => {
    const at = Math.min(y, floor);
    floor = at - LABEL_STEP;
    return { part, y: at };
  });
  const short = Math.max(0, LABEL_STEP / 2 - (placed.at(-1)?.y ?? base));
  return placed.map(({ part, y }) => ({ part, y: y + short }));
}

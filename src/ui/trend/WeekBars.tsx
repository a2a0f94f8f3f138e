import type { WeekPoint } from '../../domain/measure/trend';
import type { TimeWords } from '../words/times';
import { PART_NAMES, weekWords } from '../words/trend';
import { type Bar, planBars, total } from './bars';

interface WeekBarsProps {
  readonly weeks: readonly WeekPoint[];
  readonly time: TimeWords;
}

const FRAME = { width: 296, height: 132 };
/** More than these do not fit beside each other in a narrow pane; the table has them all. */
const SHOWN = 13;
const NOON = 43_200_000;

export function WeekBars({ weeks, time }: WeekBarsProps) {
  const shown = weeks.filter((week) => total(week) + week.excluded > 0).slice(-SHOWN);
  const { bars, base, labels } = planBars(shown, FRAME);
  if (bars.length === 0) return null;
  const right = (bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0);
  return (
    <div class="chart">
      <h3>Each week</h3>
      <svg
        class="bars"
        role="group"
        aria-label="Occurrences of each week"
        viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      >
        <path class="axis" d={`M0 ${base + 0.5}H${right}`} />
        {bars.map((bar) => (
          <Week key={bar.week.monday} bar={bar} base={base} name={time.day(mondayNoon(bar.week)).slice(4)} />
        ))}
        {labels.map(({ part, y }) => (
          <text key={part} class={`part-name ${part}`} x={right + 6} y={y + 4}>
            {PART_NAMES[part]}
          </text>
        ))}
      </svg>
    </div>
  );
}

const mondayNoon = ({ monday }: WeekPoint) => Date.parse(`${monday}T00:00:00Z`) + NOON;

interface WeekProps {
  readonly bar: Bar;
  readonly base: number;
  readonly name: string;
}

const Week = ({ bar, base, name }: WeekProps) => (
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawn bar is a picture with a name
  <g role="img" aria-label={weekWords(bar.week, name)}>
    {bar.segments.map(({ part, y, height }) => (
      <rect
        key={part}
        class={`part ${part}`}
        x={bar.x + 0.5}
        y={y + 0.5}
        width={bar.width - 1}
        height={height}
      />
    ))}
    <text class="on-top" x={bar.x + bar.width / 2} y={bar.top - 4}>
      {bar.week.held + bar.week.heldPart}/{bar.week.counted}
    </text>
    {bar.named && (
      <text class="week-name" x={bar.x + bar.width / 2} y={base + 14}>
        {name}
      </text>
    )}
  </g>
);

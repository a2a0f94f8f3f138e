import type { Trend } from '../../domain/measure/trend';
import type { TimeWords } from '../words/times';
import { hasLine } from './charts';
import { planLine } from './line';

interface RollingLineProps {
  readonly trend: Trend;
  readonly time: TimeWords;
}

const FRAME = { width: 296, height: 96 };
const ROOM = FRAME.width - 84;

/** Share that went ahead over the last 20 (or 12); drawn where more than 30 are recorded, and enough of them (7.1). */
export function RollingLine({ trend, time }: RollingLineProps) {
  if (!hasLine(trend)) return null;
  const known = trend.rolling.filter(({ percent }) => percent !== null);
  const { line, band, last, yOf } = planLine(known, FRAME);
  if (last === null || known.length < 2) {
    return (
      <div class="chart">
        <h3>Last {trend.windowSize}</h3>
        <p class="hint">A line appears here once enough of what was planned is recorded.</p>
      </div>
    );
  }
  const { percent, range, of, count, at } = last.point;
  const words = `By ${time.day(at)}, ${count} of the last ${of} went ahead: ${percent} %, likely between ${range?.low} % and ${range?.high} %.`;
  return (
    <div class="chart">
      <h3>Went ahead, of the last {trend.windowSize}</h3>
      <svg class="rolling" role="img" aria-label={words} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}>
        {[0, 50, 100].map((mark) => (
          <path key={mark} class="axis" d={`M0 ${yOf(mark)}H${ROOM}`} />
        ))}
        <text class="week-name start" x={0} y={yOf(100) - 4}>
          100 %
        </text>
        <text class="week-name start" x={0} y={yOf(0) + 11}>
          0 %
        </text>
        <path class="band" d={band} />
        <path class="line" d={line} />
        <circle class="dot" cx={last.x} cy={last.y} r="3.5" />
        <text class="value" x={last.x + 8} y={last.y + 4}>
          {percent} %
        </text>
        {last.highY !== null && (
          <text class="week-name start" x={last.x + 8} y={last.highY + 4}>
            {range?.high} %
          </text>
        )}
        {last.lowY !== null && (
          <text class="week-name start" x={last.x + 8} y={last.lowY + 4}>
            {range?.low} %
          </text>
        )}
      </svg>
      <p class="hint" aria-hidden="true">
        {words}
      </p>
    </div>
  );
}

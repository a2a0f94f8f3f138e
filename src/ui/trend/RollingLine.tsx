import type { Trend } from '../../domain/measure/trend';
import type { TimeWords } from '../words/times';
import { planLine } from './line';

interface RollingLineProps {
  readonly trend: Trend;
  readonly time: TimeWords;
}

const FRAME = { width: 296, height: 96 };
const ROOM = FRAME.width - 84;

/** Share that went ahead over the last 20 (or 12); not drawn while there are under ten (7.1). */
export function RollingLine({ trend, time }: RollingLineProps) {
  const known = trend.rolling.filter(({ percent }) => percent !== null);
  const { line, band, last, yOf } = planLine(known, FRAME);
  if (last === null || known.length < 2) {
    return (
      <div class="chart">
        <h3>Last {trend.windowSize}</h3>
        <p class="hint">A line shows here from ten recorded occurrences on.</p>
      </div>
    );
  }
  const { percent, range, of, count, at } = last.point;
  const words = `Went ahead ${count} of the last ${of} by ${time.day(at)}: ${percent} %, likely between ${range?.low} % and ${range?.high} %`;
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
            {range?.high} % likely
          </text>
        )}
        {last.lowY !== null && (
          <text class="week-name start" x={last.x + 8} y={last.lowY + 4}>
            {range?.low} % likely
          </text>
        )}
      </svg>
    </div>
  );
}

import './week-rows.css';

import type { WeekRow } from '../../domain/measure/week-rows';
import { Mark } from '../parts/Mark';
import { MARKS, markOf } from '../parts/tile';
import type { TimeWords } from '../words/times';
import { MARK_LEGEND, weekCount, weekWords } from '../words/trend';

interface WeekRowsProps {
  readonly rows: readonly WeekRow[];
  readonly time: TimeWords;
}

const NOON = 43_200_000;

/** Each week as a row of the shapes that the strip has: a full week looks full, whatever its length. */
export function WeekRows({ rows, time }: WeekRowsProps) {
  if (rows.length === 0) return null;
  const drawn = new Set(rows.flatMap(({ outcomes }) => outcomes.map(markOf)));
  return (
    <div class="chart">
      <h3>Each week</h3>
      <ul class="week-rows" aria-label="Occurrences of each week">
        {rows.map((row) => (
          <Week key={row.week.monday} row={row} name={time.day(mondayNoon(row)).slice(4)} />
        ))}
      </ul>
      <p class="legend" aria-hidden="true">
        {MARKS.filter((mark) => drawn.has(mark)).map((mark) => (
          <span key={mark}>
            <Mark name={mark} /> {MARK_LEGEND[mark]}
          </span>
        ))}
      </p>
    </div>
  );
}

const mondayNoon = ({ week }: WeekRow) => Date.parse(`${week.monday}T00:00:00Z`) + NOON;

const Week = ({ row: { week, outcomes }, name }: { readonly row: WeekRow; readonly name: string }) => (
  <li>
    <span class="spoken">{weekWords(week, name)}</span>
    <span class="week-of" aria-hidden="true">
      {name}
    </span>
    <span class="week-marks" aria-hidden="true">
      {outcomes.map((outcome, at) => (
        <Mark key={at} name={markOf(outcome)} />
      ))}
    </span>
    <span class="week-count" aria-hidden="true">
      {weekCount(week)}
    </span>
  </li>
);

import './week-rows.css';

import type { WeekRow } from '../../domain/measure/week-rows';
import { Mark } from '../parts/Mark';
import { MARKS, markOf } from '../parts/tile';
import { calendarDay } from '../words/calendar-days';
import { MARK_LEGEND, weekCount, weekWords } from '../words/trend';

interface WeekRowsProps {
  readonly rows: readonly WeekRow[];
}

/** Each week as a row of the shapes that the strip has: a full week looks full, whatever its length. */
export function WeekRows({ rows }: WeekRowsProps) {
  if (rows.length === 0) return null;
  const drawn = new Set(rows.flatMap(({ outcomes }) => outcomes.map(markOf)));
  return (
    <div class="chart">
      <h3>Each week</h3>
      <ul class="week-rows" aria-label="Occurrences of each week">
        {rows.map((row) => (
          <Week key={row.week.monday} row={row} name={calendarDay(row.week.monday).slice(4)} />
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

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { NOTICE_BINS } from '../../domain/measure/notice-bins';
import type { OldMonth } from '../../domain/measure/old-counts';
import { useReachable } from '../parts/controls/reachable';
import { LongBody } from '../parts/long/LongBody';
import { calendarDay } from '../words/calendar-days';
import { NOTICE_BIN_NAMES } from '../words/trend';
import { CHARTS, type ChartProps, hasLine, type ShownCharts } from './charts';

interface TrendTableProps extends ChartProps {
  readonly reduced: readonly OldMonth[];
}

const AS_TABLE: ShownCharts<JSX.Element | null> = {
  weeks: ({ trend }) => (
    <table class="table weeks" aria-rowcount={trend.weeks.length + 1}>
      <caption>Occurrences of each week</caption>
      <Head columns={['Week of', 'Met', 'Part', 'Cancelled', 'Not held', 'No record', 'Counted']} />
      <LongBody
        of={trend.weeks}
        columns={7}
        row={(week) => (
          <>
            <th scope="row">{calendarDay(week.monday).slice(4)}</th>
            <td>{week.held}</td>
            <td>{week.heldPart}</td>
            <td>{week.cancelled}</td>
            <td>{week.notHeld}</td>
            <td>{week.notRecorded}</td>
            <td>{week.counted}</td>
          </>
        )}
      />
    </table>
  ),
  rolling: ({ trend, time }) => {
    const known = trend.rolling.filter(({ percent }) => percent !== null);
    if (!hasLine(trend) || known.length === 0) return null;
    return (
      <table class="table" aria-rowcount={known.length + 1}>
        <caption>Went ahead, of the last {trend.windowSize}</caption>
        <Head columns={['Until', 'Went ahead', 'Share', 'Likely']} />
        <LongBody
          of={known}
          columns={4}
          row={({ at, count, of, percent, range }) => (
            <>
              <th scope="row">{time.day(at)}</th>
              <td>
                {count} of {of}
              </td>
              <td>{percent} %</td>
              <td>
                {range?.low}–{range?.high} %
              </td>
            </>
          )}
        />
      </table>
    );
  },
  notice: ({ bins }) => (
    <table class="table">
      <caption>How much notice there was</caption>
      <tbody>
        {NOTICE_BINS.map((bin) => (
          <tr key={bin}>
            <th scope="row">{NOTICE_BIN_NAMES[bin]}</th>
            <td>{bins[bin]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ),
};

/** The same as the drawings, for reading line by line, and what is older than they reach. */
export function TrendTable({ reduced, ...chart }: TrendTableProps) {
  const box = useRef<HTMLDivElement>(null);
  useReachable(box);
  return (
    <div class="trend-tables" ref={box} role="group" aria-label="Attendance trend as table">
      {CHARTS.map((name) => AS_TABLE[name](chart))}
      {reduced.length > 0 && <OldMonths reduced={reduced} />}
    </div>
  );
}

const OldMonths = ({ reduced }: Pick<TrendTableProps, 'reduced'>) => (
  <table class="table">
    <caption>Older months, from monthly counts</caption>
    <Head columns={['Month', 'Met', 'No record', 'Counted']} />
    <tbody>
      {reduced.map((month) => (
        <tr key={month.name}>
          <th scope="row">{month.name}</th>
          <td>{month.held}</td>
          <td>{month.notRecorded}</td>
          <td>{month.counted}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Head = ({ columns }: { readonly columns: readonly string[] }) => (
  <thead>
    <tr aria-rowindex={1}>
      {columns.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

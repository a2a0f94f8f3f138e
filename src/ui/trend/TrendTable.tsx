import { useRef } from 'preact/hooks';

import { NOTICE_BINS, type NoticeBin } from '../../domain/measure/notice-bins';
import type { OldMonth } from '../../domain/measure/old-counts';
import type { Trend } from '../../domain/measure/trend';
import { useReachable } from '../parts/controls/reachable';
import { LongBody } from '../parts/long/LongBody';
import type { TimeWords } from '../words/times';
import { NOTICE_BIN_NAMES } from '../words/trend';

interface TrendTableProps {
  readonly trend: Trend;
  readonly reduced: readonly OldMonth[];
  readonly bins: Readonly<Record<NoticeBin, number>>;
  readonly time: TimeWords;
}

const NOON = 43_200_000;

/** The same as the drawings, for reading line by line. */
export function TrendTable({ trend, reduced, bins, time }: TrendTableProps) {
  const box = useRef<HTMLDivElement>(null);
  useReachable(box);
  const known = trend.rolling.filter(({ percent }) => percent !== null);
  return (
    <div class="trend-tables" ref={box} role="group" aria-label="Attendance trend as table">
      <table class="table weeks" aria-rowcount={trend.weeks.length + 1}>
        <caption>Occurrences of each week</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Week of</th>
            <th scope="col">Met</th>
            <th scope="col">Part</th>
            <th scope="col">Cancelled</th>
            <th scope="col">Not held</th>
            <th scope="col">No record</th>
            <th scope="col">Counted</th>
          </tr>
        </thead>
        <LongBody
          of={trend.weeks}
          columns={7}
          row={(week) => (
            <>
              <th scope="row">{time.day(Date.parse(`${week.monday}T00:00:00Z`) + NOON).slice(4)}</th>
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
      {known.length > 0 && (
        <table class="table" aria-rowcount={known.length + 1}>
          <caption>Went ahead, of the last {trend.windowSize}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">Until</th>
              <th scope="col">Went ahead</th>
              <th scope="col">Share</th>
              <th scope="col">Likely</th>
            </tr>
          </thead>
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
      )}
      {reduced.length > 0 && (
        <table class="table">
          <caption>Older months, from monthly counts</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Met</th>
              <th scope="col">No record</th>
              <th scope="col">Counted</th>
            </tr>
          </thead>
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
      )}
      <table class="table">
        <caption>Notice of what fell out</caption>
        <tbody>
          {NOTICE_BINS.map((bin) => (
            <tr key={bin}>
              <th scope="row">{NOTICE_BIN_NAMES[bin]}</th>
              <td>{bins[bin]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

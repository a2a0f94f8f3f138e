import './trend.css';

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { basisOf } from '../../domain/measure/columns';
import { noticeBinsOf } from '../../domain/measure/notice-bins';
import { oldMonths } from '../../domain/measure/old-counts';
import { trendOf } from '../../domain/measure/trend';
import { weekRows } from '../../domain/measure/week-rows';
import { Button } from '../parts/controls/Button';
import { useReachable } from '../parts/controls/reachable';
import { tableIcon } from '../parts/icons/more-icons';
import { lazily } from '../parts/Lazy';
import type { PaneState } from '../state/pane';
import { trendSentence } from '../words/trend';
import { CHARTS, type ChartProps, type ShownCharts } from './charts';
import { NoticeBins } from './NoticeBins';
import { RollingLine } from './RollingLine';
import { WeekRows } from './WeekRows';

const TrendTable = lazily(() => import('./TrendTable').then((part) => part.TrendTable));

interface TrendProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** A quarter of a year; the table has every week. */
const MOST_WEEKS = 13;

/** How it went over time: a sentence first, then the drawing, then its table behind one key. */
export function Trend({ state, lineage }: TrendProps) {
  const asTable = useSignal(false);
  const zone = state.zone.value;
  const { isPart, trend: ahead } = state.view.value;
  const known = isPart === true ? ahead : null;
  const basis = useMemo(() => known ?? basisOf(lineage), [known, lineage]);
  const trend = useMemo(() => trendOf(basis.columns, basis.perWeek, zone), [basis, zone]);
  const bins = useMemo(() => noticeBinsOf(basis.columns, zone), [basis, zone]);
  const rows = useMemo(() => weekRows(basis.columns, trend.weeks, zone, MOST_WEEKS), [basis, trend, zone]);
  const reduced = useMemo(() => oldMonths(basis), [basis]);
  return (
    <figure class="trend" aria-labelledby="trend-title">
      <div class="numbers-head">
        <h2 id="trend-title">Attendance trend</h2>
        <Button
          look="subtle"
          small
          icon={tableIcon}
          pressed={asTable.value}
          onPress={() => {
            asTable.value = !asTable.value;
          }}
        >
          Show as table
        </Button>
      </div>
      <p class="trend-sentence">{trendSentence(trend)}</p>
      {reduced.length > 0 && <p class="hint">Earlier months are kept as monthly counts; see the table.</p>}
      {asTable.value ? (
        <TrendTable trend={trend} rows={rows} reduced={reduced} bins={bins} time={state.time.value} />
      ) : (
        <Charts trend={trend} rows={rows} bins={bins} time={state.time.value} />
      )}
    </figure>
  );
}

const DRAWN: ShownCharts<JSX.Element> = {
  weeks: ({ rows }) => <WeekRows rows={rows} />,
  rolling: ({ trend, time }) => <RollingLine trend={trend} time={time} />,
  notice: ({ bins }) => <NoticeBins bins={bins} />,
};

/** The drawings grow with the text of the browser, and then scroll sideways. */
function Charts(chart: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useReachable(box);
  return (
    <div class="charts" ref={box} role="group" aria-label="Charts">
      {CHARTS.map((name) => DRAWN[name](chart))}
    </div>
  );
}

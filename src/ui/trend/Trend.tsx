import './trend.css';

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { JudgedLineage } from '../../domain/judged';
import { noticeBinsOf, trendOf } from '../../domain/trend';
import { Button } from '../parts/Button';
import { lazily } from '../parts/Lazy';
import { tableIcon } from '../parts/more-icons';
import type { PaneState } from '../state/pane';
import { trendSentence } from '../words/trend';
import { NoticeBins } from './NoticeBins';
import { RollingLine } from './RollingLine';
import { WeekBars } from './WeekBars';

const TrendTable = lazily(() => import('./TrendTable').then((part) => part.TrendTable));

interface TrendProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** How it went over time: a sentence first, then the drawing, then its table behind one key. */
export function Trend({ state, lineage }: TrendProps) {
  const asTable = useSignal(false);
  const zone = state.zone.value;
  const trend = useMemo(() => trendOf(lineage, zone), [lineage, zone]);
  const bins = useMemo(() => noticeBinsOf(lineage, zone), [lineage, zone]);
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
      {asTable.value ? (
        <TrendTable trend={trend} bins={bins} time={state.time.value} />
      ) : (
        <div class="charts">
          <WeekBars weeks={trend.weeks} time={state.time.value} />
          <RollingLine trend={trend} time={state.time.value} />
          <NoticeBins bins={bins} />
        </div>
      )}
    </figure>
  );
}

import './numbers.css';

import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../domain/judged';
import { type Measure, measuresOf } from '../../domain/measures';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { infoIcon } from '../parts/icons';
import { lazily } from '../parts/Lazy';
import { SPANS, type SpanChoice, spanName, spanOf } from '../state/numbers';
import type { PaneState } from '../state/pane';
import { countWords, MEASURE_NAMES, shareWords } from '../words/measures';

const HowCounted = lazily(() => import('./HowCounted').then((part) => part.HowCounted));

interface NumbersProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** The numbers, each with its count first, and each able to explain itself. */
export function Numbers({ state, lineage }: NumbersProps) {
  const span = useSignal<SpanChoice>('whole');
  const open = useSignal<Measure['name'] | null>(null);
  const { decisions, recaps } = state.scene.value;
  const within = spanOf(span.value, lineage, state.now.value, state.zone.value);
  const measures = measuresOf(lineage, decisions, recaps, within);
  const why = measures.find(({ whyNoPercent }) => whyNoPercent === 'coverage');
  return (
    <section class="numbers" aria-labelledby="numbers-title">
      <div class="numbers-head">
        <h2 id="numbers-title">Numbers</h2>
        <Field label="Span" inline>
          <select
            class="input small"
            value={span.value}
            onChange={(changed) => {
              span.value = changed.currentTarget.value as SpanChoice;
            }}
          >
            {SPANS.map((choice) => (
              <option key={choice} value={choice}>
                {spanName(choice, lineage)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {why !== undefined && (
        <p class="hint">
          Less than 80 % of what was due is recorded, so counts are shown without percentages.
        </p>
      )}
      <ul class="measures" aria-labelledby="numbers-title">
        {measures.map((measure) => (
          <Item
            key={measure.name}
            state={state}
            measure={measure}
            open={open.value === measure.name}
            onToggle={() => {
              open.value = open.value === measure.name ? null : measure.name;
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly state: PaneState;
  readonly measure: Measure;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Item({ state, measure, open, onToggle }: ItemProps) {
  const share = shareWords(measure);
  return (
    <li class="measure">
      <span class="measure-name" id={`measure-${measure.name}`}>
        {MEASURE_NAMES[measure.name]}
      </span>{' '}
      <span class="measure-count">{countWords(measure)}</span>{' '}
      {share !== '' && <span class="measure-share">({share})</span>}
      {measure.range !== null && measure.percent !== null && (
        <Range low={measure.range.low} high={measure.range.high} at={measure.percent} />
      )}
      <Button
        look="subtle"
        small
        icon={infoIcon}
        label="How this was counted"
        describedBy={`measure-${measure.name}`}
        expanded={open}
        onPress={onToggle}
      />
      {open && <HowCounted state={state} measure={measure} />}
    </li>
  );
}

interface RangeProps {
  readonly low: number;
  readonly high: number;
  readonly at: number;
}

/** The share as a dot, and how far it may be off as a band. */
const Range = ({ low, high, at }: RangeProps) => (
  <svg class="range" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="range-track" x="0" y="2.5" width="100" height="1" />
    <rect class="range-band" x={low} y="1" width={Math.max(high - low, 1)} height="4" />
    <rect class="range-at" x={Math.min(Math.max(at - 0.75, 0), 98.5)} y="0" width="1.5" height="6" />
  </svg>
);

import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { isOfLineage } from '../../../domain/judge/judged/of-lineage';
import { measuresOf } from '../../../domain/measure/measures';
import { Field } from '../../parts/controls/Field';
import { Choice, held } from '../../parts/controls/inputs';
import { CountedList } from '../../parts/counted/CountedList';
import { itemOf } from '../../state/counted';
import { useWholeRecord } from '../../state/lookups/whole-record';
import { SPANS, type SpanChoice, spanName, spanOf } from '../../state/numbers';
import type { PaneState } from '../../state/pane';

interface NumbersProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What the record of this meeting adds up to. */
export function Numbers({ state, lineage }: NumbersProps) {
  const span = useSignal<SpanChoice>('whole');
  const { decisions, recaps } = state.view.value;
  const within = spanOf(span.value, lineage, state.now.value, state.zone.value);
  const isAbout = decisions.some((one) => isOfLineage(lineage, one));
  const record = useWholeRecord(state, isAbout ? 'here' : null);
  const measures = measuresOf(lineage, decisions, recaps, within, record ?? undefined).filter(
    // Who should hear by an agreement or a question is known when these are read.
    ({ name }) => name !== 'decisions-told' || !isAbout || record !== null,
  );
  const none = measures.every(({ count, of }) => count === 0 && (of ?? 0) === 0);
  const why = measures.find(({ whyNoPercent }) => whyNoPercent === 'coverage');
  return (
    <section class="numbers" aria-labelledby="numbers-title">
      <div class="numbers-head">
        <h2 id="numbers-title">Numbers</h2>
        {!(none && span.value === 'whole') && (
          <Field label="Span" inline>
            <Choice small of={SPANS.map((choice) => [choice, spanName(choice, lineage)])} {...held(span)} />
          </Field>
        )}
      </div>
      {why !== undefined && (
        <p class="hint">
          Less than 80 % of what was due is recorded, so counts are shown without percentages.
        </p>
      )}
      {none ? (
        <p class="hint">
          {span.value === 'whole'
            ? 'They show here after the first occurrence that counts.'
            : 'Nothing in this span counts.'}
        </p>
      ) : (
        <CountedList
          state={state}
          items={measures.map((measure) => itemOf(measure))}
          labelledBy="numbers-title"
        />
      )}
    </section>
  );
}

import type { Measure } from '../../domain/measures';
import { Button } from '../parts/Button';
import type { PaneState } from '../state/pane';
import { MEASURE_MEANINGS } from '../words/measures';
import { occurrenceWords } from '../words/outcomes';

interface HowCountedProps {
  readonly state: PaneState;
  readonly measure: Measure;
}

/** The definition of a number and the occurrences in it (7.4). */
export function HowCounted({ state, measure }: HowCountedProps) {
  const { rule, counted, among, name, whyNoPercent } = measure;
  const left = among.filter((key) => !counted.includes(key));
  const disputed = state.occurrences.value.filter((one) => one.disputed).length;
  return (
    <div class="how">
      <p>
        {MEASURE_MEANINGS[name]} <span class="quiet">Definition {rule}.</span>
      </p>
      {whyNoPercent === 'too-few' && (
        <p class="hint">Fewer than ten: counts say it better than a percentage.</p>
      )}
      {disputed > 0 && (
        <p class="hint">
          {disputed} disputed {disputed === 1 ? 'row is' : 'rows are'} left out.
        </p>
      )}
      <Keys state={state} title="Counted" keys={counted} />
      <Keys state={state} title="Not among them" keys={left} />
    </div>
  );
}

interface KeysProps {
  readonly state: PaneState;
  readonly title: string;
  readonly keys: readonly string[];
}

function Keys({ state, title, keys }: KeysProps) {
  const found = state.occurrences.value.filter(({ key }) => keys.includes(key));
  if (found.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="how-list">
        {found.map((occurrence) => (
          <li key={occurrence.key}>
            <Button look="link" onPress={() => state.choose(occurrence.key)}>
              {occurrenceWords(occurrence, state.time.value, state.now.value)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import { Choice } from '../../parts/controls/inputs';
import type { PaneState } from '../../state/pane';
import { listWords } from '../../words/times';

interface LooseEndsProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** Teams sessions that overlap no occurrence: kept, counted nowhere until somebody assigns them (3.1). */
export function LooseEnds({ state, lineage }: LooseEndsProps) {
  const open = useSignal<string | null>(null);
  if (lineage.unscheduled.length === 0) return null;
  const time = state.time.value;
  return (
    <section class="loose" aria-labelledby="loose-title">
      <h2 id="loose-title">Sessions without an occurrence</h2>
      {lineage.unscheduled.map(({ report, session, names }) => (
        <div key={report} class="loose-end">
          <p>
            {time.day(session.start)} {time.span(session)}
            {names.length > 0 && `, ${listWords(names.slice(0, 3))}`}
          </p>
          {open.value === report ? (
            <Field label="Occurrence">
              <Choice
                of={[
                  ['', 'Choose…'],
                  ...lineage.occurrences
                    .filter(({ effective }) => effective.start <= session.end)
                    .toReversed()
                    .map(({ key, original }) => [key, time.longDay(original.start)] as const),
                ]}
                value=""
                onSet={(key) => key !== '' && state.attempt(() => state.actions.assign(report, key))}
              />
            </Field>
          ) : (
            <Button
              small
              onPress={() => {
                open.value = report;
              }}
            >
              Assign to…
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}

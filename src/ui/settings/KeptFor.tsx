import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { RETENTIONS, type RetentionDays } from '../../domain/facts/entered/reduced';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import { LongWork } from '../parts/long/LongWork';
import { createLongWork } from '../state/long-work';
import type { PaneState } from '../state/pane';
import { KEPT_FOR_HINT } from '../words/keep/settings';

const daysWords = (days: number): string => (days === 365 ? '1 year' : `${days} days`);

/** How long rows about people are kept (9). A shorter time lets go of something, so it is asked about. */
export function KeptFor({ state }: { readonly state: PaneState }) {
  const kept = useSignal<RetentionDays | null>(null);
  const wanted = useSignal<RetentionDays | null>(null);
  const busy = useSignal(false);
  const said = useSignal<string | null>(null);
  const work = useMemo(() => createLongWork(), []);
  useEffect(() => {
    void state.lookUp(async () => {
      kept.value = await (await state.actions.keeper()).retention();
    });
  }, [state, kept]);
  const keepFor = async (days: RetentionDays) => {
    busy.value = true;
    said.value = null;
    await state.attempt(async () => {
      const done = await work.follow({ doing: 'Reducing' }, async (watch) =>
        (await state.actions.keeper()).keepFor(days, watch),
      );
      kept.value = days;
      if (!done) said.value = 'Stopped. Older rows go the next time the pane is opened.';
    });
    wanted.value = null;
    busy.value = false;
  };
  return (
    <>
      <Field label="Keep rows about people for" hint={KEPT_FOR_HINT}>
        <Choice
          of={RETENTIONS.map((days) => [`${days}`, daysWords(days)])}
          value={`${wanted.value ?? kept.value ?? ''}`}
          disabled={kept.value === null || busy.value}
          onSet={(chosen) => {
            const days = RETENTIONS.find((one) => `${one}` === chosen);
            if (days === undefined) return;
            if (days < (kept.value ?? 0)) wanted.value = days;
            else void keepFor(days);
          }}
        />
      </Field>
      {wanted.value !== null && (
        <div class="sure" role="group" aria-label="Keep rows for a shorter time">
          <p>
            Whole months that are older than {daysWords(wanted.value)} become counts, in every meeting. Their
            rows, notes and reports go, and points and promises that were closed by then; nothing brings them
            back. More than one month at once goes after a week, in which Undo keeps it.
          </p>
          <div class="actions">
            <Button
              look="primary"
              busy={busy.value}
              onPress={() => wanted.value !== null && keepFor(wanted.value)}
            >
              Yes, keep {daysWords(wanted.value)}
            </Button>
            <Button
              disabled={busy.value}
              onPress={() => {
                wanted.value = null;
              }}
            >
              Cancel
            </Button>
          </div>
        </div>
      )}
      <LongWork work={work} said={said.value} />
    </>
  );
}

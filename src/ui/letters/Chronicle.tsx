import { useSignal } from '@preact/signals';

import { chronologyOfPerson } from '../../domain/tell/chronology';
import { ownTowards } from '../../domain/tell/own-towards';
import { chronicleLines } from '../../formats/paper/chronology-lines';
import { ownLines } from '../../formats/paper/own-lines';
import { Button } from '../parts/controls/Button';
import { timeWords } from '../words/times';
import { wordingOf } from '../words/wording';
import type { TalkProps } from './talk';

/** Newest are shown first where there are many; in the order they happened. */
const SHOWN = 15;

/** What one person was invited to, asked and told, with the times; nothing about anybody else. */
export function Chronicle({ state, lineage, person, record }: TalkProps) {
  const all = useSignal(false);
  const now = state.now.value;
  const steps = chronologyOfPerson({ ...record, lineage }, person, now);
  const lines = chronicleLines(steps, record.decisions, wordingOf(state.zone.value, now));
  const shown = all.value ? lines : lines.slice(-SHOWN);
  const own = ownLines(ownTowards({ ...record, lineage }, person, now), person, timeWords(state.zone.value));
  if (lines.length === 0) return <p class="hint">There is nothing to show here yet.</p>;
  return (
    <>
      {lines.length > shown.length && (
        <Button
          look="link"
          small
          onPress={() => {
            all.value = true;
          }}
        >
          Show {lines.length - shown.length} earlier
        </Button>
      )}
      <ol class="chronicle" aria-label={`Who was told what: ${person.name}`}>
        {shown.map(({ day, time, words }, at) => (
          <li key={`${day}-${time}-${at}`}>
            <span class="chronicle-when">
              {day} {time}
            </span>{' '}
            <span>{words}</span>
          </li>
        ))}
      </ol>
      <section class="chronicle-own" aria-label="Your side">
        <h3>Your side</h3>
        {own.length === 0 ? (
          <p class="hint">Nothing was decided without asking first, and nothing was told late.</p>
        ) : (
          <ul>
            {own.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

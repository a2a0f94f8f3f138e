import { useSignal } from '@preact/signals';

import { rhythmOf, type TheirRhythm } from '../../domain/facts/entered/rhythm';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { WEEKDAYS } from '../../domain/time/time';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import type { PaneState } from '../state/pane';
import { DAILY, EACH_MISS, RHYTHM_NOTED, weeklyWords } from '../words/decide/person-page';

interface RhythmChoiceProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
}

/** A working week first, as it is usual to begin it on a Monday. */
const DAYS = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)];

const CHOICES: readonly (readonly [string, string, TheirRhythm])[] = [
  ['each-miss', EACH_MISS, { often: 'each-miss' }],
  ['daily', DAILY, { often: 'daily' }],
  ...DAYS.map(
    (weekday) => [`weekly ${weekday}`, weeklyWords(weekday), { often: 'weekly', weekday }] as const,
  ),
];

/** How often they hear what they missed (13.5). */
export function RhythmChoice({ state, record: { person, rhythms } }: RhythmChoiceProps) {
  const noted = useSignal<string | null>(null);
  const pace = rhythmOf(rhythms, person);
  const chosen = pace.often === 'weekly' ? `weekly ${pace.weekday ?? 'monday'}` : pace.often;
  const choose = async (value: string) => {
    const next = CHOICES.find(([name]) => name === value)?.[2];
    if (next === undefined) return;
    noted.value = await state.attempt(async () => (await state.actions.catchUp()).setRhythm(person, next));
  };
  const undo = async () => {
    const entry = noted.peek();
    if (entry !== null && (await state.attempt(() => state.actions.undo(entry))) !== null) noted.value = null;
  };
  return (
    <>
      <Field label="Rhythm">
        <Choice of={CHOICES.map(([name, words]) => [name, words])} value={chosen} onSet={choose} />
      </Field>
      {noted.value !== null && (
        <div class="actions">
          <span role="status">{RHYTHM_NOTED}</span>
          <Button look="subtle" small label="Undo: Rhythm" onPress={undo}>
            Undo
          </Button>
        </div>
      )}
    </>
  );
}

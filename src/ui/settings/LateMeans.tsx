import { useSignal } from '@preact/signals';
import { WINDOW_HOURS, type WindowRule } from '../../domain/facts/entered/window-rule';
import { isOwn } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { Field } from '../parts/controls/Field';
import { Choice, type Choices } from '../parts/controls/inputs';
import type { PaneState } from '../state/pane';
import { workingTimeHint } from '../words/working';

const CHOICES: Choices<string> = [
  ['same-day-or-12h', 'Same day or under 12 h'],
  ...WINDOW_HOURS.map((hours): [string, string] => [`${hours * 60}`, `Under ${hours} h`]),
  ['other', 'Other…'],
];
const MOST_MINUTES = 10_080;

const choiceOf = (window: WindowRule): string => {
  if (window === 'same-day-or-12h') return window;
  const minutes = `${window.minutes}`;
  return CHOICES.some(([value]) => value === minutes) ? minutes : 'other';
};

interface LateMeansProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** The window of short notice (5.2). Changing it judges everything anew and rewrites nothing. */
export function LateMeans({ state, lineage }: LateMeansProps) {
  const other = useSignal(false);
  /** As typed; the pane may be drawn anew between two keys. */
  const typed = useSignal<string | null>(null);
  const { window } = lineage;
  const byWorkingTime = lineage.rules.byWorkingTime === true;
  const own = state.view.value.owner;
  const week = lineage.workingHours?.find(({ person }) => own !== null && isOwn(own, person));
  const set = (rule: WindowRule) => state.attempt(() => state.actions.setRules(lineage.id, { window: rule }));
  const chosen = other.value ? 'other' : choiceOf(window);
  return (
    <>
      <Field label="Late means" hint="Cancelled or moved with less notice than this counts as short notice.">
        <Choice
          of={CHOICES}
          value={chosen}
          onSet={(value) => {
            other.value = value === 'other';
            typed.value = null;
            if (value === 'same-day-or-12h') void set(value);
            else if (value !== 'other') void set({ minutes: Number(value) });
          }}
        />
      </Field>
      {chosen === 'other' && (
        <Field label="Minutes" inline>
          <input
            class="input number"
            type="number"
            min="1"
            max={MOST_MINUTES}
            value={typed.value ?? (window === 'same-day-or-12h' ? '' : window.minutes)}
            onInput={(input) => {
              typed.value = input.currentTarget.value;
            }}
            onChange={(changed) => {
              const minutes = changed.currentTarget.valueAsNumber;
              if (minutes >= 1 && minutes <= MOST_MINUTES) void set({ minutes });
            }}
          />
        </Field>
      )}
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={byWorkingTime}
          aria-describedby="working-time-hint"
          onChange={() =>
            state.attempt(() => state.actions.setRules(lineage.id, { byWorkingTime: !byWorkingTime }))
          }
        />
        <span>Count my working time only</span>
      </label>
      <p class="hint" id="working-time-hint">
        {workingTimeHint(week)}
      </p>
    </>
  );
}

import { useId } from 'preact/hooks';

import { REACHES } from '../../domain/facts/decided/decision-detail';
import { Button } from '../parts/controls/Button';
import { dismissIcon } from '../parts/icons/more-icons';
import type { DecisionState } from '../state/decide/decisions';
import { REACH_WORDS } from '../words/decide/decisions';

/** What it touches: agreed topics as they are found in its words, each to be taken off, and how far it reaches. */
export function Touches({ form }: { readonly form: DecisionState }) {
  const name = useId();
  const { reach } = form.draft.value;
  const touched = form.touched.value;
  return (
    <>
      <div role="status" class="touched" aria-label="Agreed topics">
        {touched.map((topic) => (
          <Button
            key={topic}
            small
            icon={dismissIcon}
            onPress={() => form.takeOff(topic)}
            label={`${topic}: take off`}
          >
            {topic}
          </Button>
        ))}
      </div>
      <div role="radiogroup" aria-labelledby={name} class="reach">
        <span id={name}>Touches</span>
        {REACHES.map((value) => (
          <label key={value} class="check">
            <input
              type="radio"
              name={name}
              checked={reach === value}
              onChange={() => form.change({ reach: value })}
            />
            <span>{REACH_WORDS[value]}</span>
          </label>
        ))}
      </div>
    </>
  );
}

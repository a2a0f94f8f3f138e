import './inset.css';

import { useEffect } from 'preact/hooks';

import { Button } from '../../parts/controls/Button';
import { Icon } from '../../parts/icons/Icon';
import { infoIcon } from '../../parts/icons/more-icons';
import type { DecisionState } from '../../state/decide/decisions';
import type { PaneState } from '../../state/pane';
import { concernWords, placeTime } from '../../words/decide/decisions';
import { firstNameOf } from '../../words/names';
import { listWords } from '../../words/times';

interface AskedFirstProps {
  readonly state: PaneState;
  readonly form: DecisionState;
}

/** Before it is saved as decided: who agreed with the owner to be heard first, and was not yet. Nothing is forbidden. */
export function AskedFirst({ state, form }: AskedFirstProps) {
  const concerns = form.concerns.value;
  const names = listWords(concerns.map(({ person }) => firstNameOf(person)));
  const draft = form.draft.value;
  useEffect(() => {
    void form.reckon();
  }, [names]);
  const by = form.askBy.value;
  const heard = () => {
    const people = concerns.map(({ person }) => person);
    form.change({ consulted: [...(draft.consulted ?? []), ...people] });
    void form.save();
  };
  return (
    <section class="inset before-decided" aria-label="Before you decide">
      {concerns.map((concern) => (
        <p class="standing" key={concern.person.key}>
          <Icon of={infoIcon} />
          <span>{concernWords(concern, state.time.value)}</span>
        </p>
      ))}
      <div class="actions">
        <Button look="primary" disabled={form.busy.value} onPress={() => form.save('ask-first')}>
          {`Ask ${names} first${by === null ? '' : `, by ${placeTime(by.at, by.zone)}`}`}
        </Button>
        <Button disabled={form.busy.value} onPress={() => form.save('anyway')}>
          It is decided already
        </Button>
        <Button look="subtle" disabled={form.busy.value} onPress={heard}>
          {names} {concerns.length === 1 ? 'was' : 'were'} heard
        </Button>
      </div>
      <p class="hint">What is decided already stands in the log as decided without asking.</p>
    </section>
  );
}

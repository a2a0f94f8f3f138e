import { useSignal } from '@preact/signals';

import { Banner } from '../../parts/Banner';
import { Button } from '../../parts/controls/Button';
import type { MissingThere } from '../../port/view';
import type { PaneState } from '../../state/pane';

interface MissingPeopleProps {
  readonly state: PaneState;
}

/** Beside a meeting that the owner is writing: who was to be asked first about it, and is not among its people (11). */
export const MissingPeople = ({ state }: MissingPeopleProps) => (
  <>
    {state.view.value.missingThere?.map((one) => (
      <Missing key={one.person.key} state={state} one={one} />
    ))}
  </>
);

function Missing({ state, one }: MissingPeopleProps & { readonly one: MissingThere }) {
  const { person, topic, inTitle } = one;
  const adding = useSignal(false);
  const add = async () => {
    // Outlook would take a second press for a second person.
    if (adding.peek()) return;
    adding.value = true;
    await state.attempt(async () => (await state.actions.consult()).inviteInForm(person));
    adding.value = false;
  };
  return (
    <Banner
      tone="info"
      action={
        // Whom the calendar shows without an address Outlook could not find.
        person.address !== '' && (
          <Button small label={`Add ${person.name}`} busy={adding.value} onPress={add}>
            Add
          </Button>
        )
      }
    >
      {inTitle ? `The title of this meeting touches “${topic}”. ` : `This meeting is about “${topic}”. `}
      You agreed to ask {person.name} first, who is not invited yet.
    </Banner>
  );
}

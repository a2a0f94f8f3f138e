import { Banner } from '../../parts/Banner';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';

interface MissingThereProps {
  readonly state: PaneState;
}

/** Beside a meeting that the owner is writing: who was to be asked first about it, and is not among its people (11). */
export function MissingThere({ state }: MissingThereProps) {
  const { missingThere = [] } = state.view.value;
  return (
    <>
      {missingThere.map(({ person, topic }) => (
        <Banner
          key={person.key}
          tone="info"
          action={
            <Button
              small
              label={`Add ${person.name}`}
              onPress={() => state.attempt(async () => (await state.actions.consult()).inviteInForm(person))}
            >
              Add
            </Button>
          }
        >
          The title of this meeting touches “{topic}”. You agreed to ask {person.name} first, who is not
          invited yet.
        </Banner>
      ))}
    </>
  );
}

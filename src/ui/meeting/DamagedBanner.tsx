import { useSignal } from '@preact/signals';

import { Banner } from '../parts/Banner';
import { Button } from '../parts/Button';
import { dismissIcon } from '../parts/icons';
import type { PaneState } from '../state/pane';
import { checkedWords, damageWords } from '../words/damage';

/** Records that a disk gave back damaged; repairing is what checking the log does in Settings, too. */
export function DamagedBanner({ state }: { readonly state: PaneState }) {
  const said = useSignal<string | null>(null);
  const busy = useSignal(false);
  const { damaged } = state.scene.value;
  const repair = async () => {
    busy.value = true;
    const checked = await state.attempt(async () => (await state.desk.keeper()).check());
    said.value = checked === null ? null : checkedWords(checked);
    busy.value = false;
  };
  if (damaged != null) {
    return (
      <Banner
        tone="warning"
        action={
          <Button small busy={busy.value} onPress={repair}>
            Repair
          </Button>
        }
      >
        {damageWords(damaged, state.time.value)}
      </Banner>
    );
  }
  if (said.value === null) return null;
  return (
    <Banner
      tone="success"
      action={
        <Button
          look="subtle"
          small
          icon={dismissIcon}
          label="Dismiss"
          onPress={() => {
            said.value = null;
          }}
        />
      }
    >
      {said.value}
    </Banner>
  );
}

import { useMemo } from 'preact/hooks';

import { Banner } from '../../parts/Banner';
import { Button } from '../../parts/controls/Button';
import { dismissIcon } from '../../parts/icons/more-icons';
import { LongWork } from '../../parts/long/LongWork';
import { createChecking } from '../../state/checking';
import type { PaneState } from '../../state/pane';
import { damageWords } from '../../words/keep/damage';

/** Records that a disk gave back damaged; repairing is what checking the log does in Settings, too. */
export function DamagedBanner({ state }: { readonly state: PaneState }) {
  const { work, busy, said, check } = useMemo(() => createChecking(state), [state]);
  const { damaged } = state.view.value;
  if (damaged != null) {
    return (
      <Banner
        tone="warning"
        action={
          <Button small busy={busy.value} onPress={check}>
            Repair
          </Button>
        }
      >
        {damageWords(damaged)}
        <LongWork work={work} said={said.value} />
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

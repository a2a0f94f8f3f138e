import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { type BeforeSyncDrafts, syncAhead } from '../../domain/tell/before-sync';
import { Button } from '../parts/controls/Button';
import { sendIcon } from '../parts/icons/more-icons';
import { SendingAllowed } from '../parts/SendingAllowed';
import type { PaneState } from '../state/pane';
import type { PointsState } from '../state/points/points';
import { beforeSyncWords } from '../words/points';
import { PointReader } from './PointReader';

interface BeforeSyncProps {
  readonly state: PaneState;
  readonly points: PointsState;
  readonly lineage: JudgedLineage;
}

/** From a day before the next sync on: a mail to each who has open points there, that can spare the time (12.2). */
export function BeforeSync({ state, points, lineage }: BeforeSyncProps) {
  const drafts = useSignal<BeforeSyncDrafts | null>(null);
  const left = useSignal<readonly string[]>([]);
  const busy = useSignal(false);
  const { outgoing } = state.view.value;
  const now = state.now.value;
  const sync = syncAhead(lineage, now);
  useEffect(() => {
    let wanted = true;
    if (sync === null) drafts.value = null;
    else
      void state
        .lookUp(async () => (await state.actions.points()).draftBefore())
        .then((read) => {
          if (wanted) drafts.value = read;
        });
    return () => {
      wanted = false;
    };
  }, [state, lineage, points.histories.value, outgoing, sync?.key]);
  const ready = drafts.value;
  if (ready === null || sync === null || ready.occurrence !== sync.key) return null;
  const letters = ready.letters.filter(({ to }) => !left.value.includes(to.key));
  const send = async () => {
    if (busy.peek()) return;
    busy.value = true;
    await state.attempt(async () => (await state.actions.points()).sendBefore({ ...ready, letters }));
    busy.value = false;
  };
  const tick = (key: string, on: boolean) => {
    const others = left.peek().filter((one) => one !== key);
    left.value = on ? others : [...others, key];
  };
  return (
    <section class="card before-sync" aria-label="Before the sync">
      <h2>Before the sync</h2>
      <p class="hint">{beforeSyncWords(sync, ready.letters, state.time.value, now)}</p>
      {ready.letters.map((letter, at) => (
        <PointReader
          key={letter.to.key}
          letter={letter}
          from={state.view.value.owner?.name ?? ''}
          several={ready.letters.length > 1}
          open={at === 0}
          ticked={!left.value.includes(letter.to.key)}
          onTick={(on) => tick(letter.to.key, on)}
        />
      ))}
      <SendingAllowed state={state}>
        <div class="actions">
          <Button look="primary" icon={sendIcon} disabled={busy.value || letters.length === 0} onPress={send}>
            Send before the sync
          </Button>
        </div>
      </SendingAllowed>
    </section>
  );
}

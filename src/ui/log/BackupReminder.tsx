import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { BackupDue } from '../../domain/forget/backup';
import { EVERYTHING } from '../../domain/tell/log-scope';
import { Banner } from '../parts/Banner';
import { Button } from '../parts/controls/Button';
import { saveFile } from '../parts/save-file';
import type { LogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { backupWords } from '../words/keep/settings';

interface BackupReminderProps {
  readonly state: PaneState;
  readonly log: LogState;
}

/** Own words exist nowhere else: now and then somebody is asked to keep a copy, and may say no. */
export function BackupReminder({ state, log }: BackupReminderProps) {
  const due = useSignal<BackupDue | null>(null);
  useEffect(() => {
    void state.actions
      .keeper()
      .then((keeper) => keeper.backupDue())
      .then((found) => {
        due.value = found;
      })
      // What cannot be found out is not worth a warning.
      .catch(() => undefined);
  }, [state, due]);
  if (due.value === null) return null;
  const { entries, since } = due.value;
  return (
    <Banner
      tone="info"
      action={
        <>
          <Button
            small
            busy={log.busy.value}
            onPress={async () => {
              if (await log.exportAs('json', EVERYTHING, saveFile)) due.value = null;
            }}
          >
            Save a copy
          </Button>
          <Button
            look="subtle"
            small
            onPress={async () => {
              due.value = null;
              await (await state.actions.keeper()).remindLater();
            }}
          >
            Not now
          </Button>
        </>
      }
    >
      {backupWords(entries, state.time.value.day(since))}
    </Banner>
  );
}

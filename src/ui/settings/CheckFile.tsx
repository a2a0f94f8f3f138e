import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import { textOfFile } from '../../browser/read-file';
import { Button } from '../parts/controls/Button';
import { LongWork } from '../parts/long/LongWork';
import { createLongWork } from '../state/long-work';
import type { PaneState } from '../state/pane';
import { CHECKED_HERE, type FileCheckWords, fileCheckWords, NOT_SHOWN } from '../words/keep/file-check';

/** Whether an exported file is as it was written, line by line (13.8). */
export function CheckFile({ state }: { readonly state: PaneState }) {
  const field = useRef<HTMLInputElement>(null);
  const work = useMemo(() => createLongWork(), []);
  const said = useSignal<FileCheckWords | 'stopped' | null>(null);
  const busy = useSignal(false);
  const check = async (files: readonly File[]) => {
    const beside = files.find(({ name }) => name.endsWith('.digests.json'));
    const file = files.find((one) => one !== beside);
    if (file === undefined || busy.peek()) return;
    busy.value = true;
    said.value = null;
    const found = await state.attempt(() =>
      work.follow({ doing: 'Checking' }, async (watch) => {
        const chain = beside === undefined ? null : await textOfFile(beside);
        const keeper = await state.actions.keeper();
        return { check: await keeper.checkFile(await textOfFile(file), chain, watch) };
      }),
    );
    busy.value = false;
    if (found !== null) said.value = found.check === 'stopped' ? 'stopped' : fileCheckWords(found.check);
  };
  return (
    <>
      <div class="actions">
        <Button busy={busy.value} onPress={() => field.current?.click()}>
          Check a file
        </Button>
        <input
          ref={field}
          type="file"
          class="gone"
          multiple
          accept=".json,.csv,application/json,text/csv"
          aria-label="File to check"
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            void check([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="hint">{CHECKED_HERE}</p>
      <LongWork work={work} said={null} />
      <div role="status">{said.value !== null && <Checked said={said.value} />}</div>
    </>
  );
}

function Checked({ said }: { readonly said: FileCheckWords | 'stopped' }) {
  if (said === 'stopped') return <p>Stopped.</p>;
  return (
    <>
      <p>{said.said}</p>
      {said.lines.length > 0 && (
        <ul class="plain">
          {said.lines.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <p class="hint">{NOT_SHOWN}</p>
    </>
  );
}

import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import { uploadIcon } from '../parts/icons/more-icons';
import type { LogState } from '../state/log';

interface ImportPartProps {
  readonly log: LogState;
}

/** Choosing a file; what it would do is shown before it does anything. */
export function ImportPart({ log }: ImportPartProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={uploadIcon} busy={log.turning.value} onPress={() => field.current?.click()}>
        Import
      </Button>
      <input
        ref={field}
        type="file"
        class="gone"
        accept=".json,application/json"
        aria-label="File to import"
        tabIndex={-1}
        onChange={(changed) => {
          const file = changed.currentTarget.files?.[0];
          if (file !== undefined) void log.read(file);
          changed.currentTarget.value = '';
        }}
      />
    </>
  );
}

import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';

import { Button } from '../parts/Button';
import { copyText } from '../parts/copy-text';
import { copyIcon } from '../parts/more-icons';

/** "Copy", and what came of it. The text stands in a field, because only that can be copied inside Outlook. */
export function CopyButton({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const copied = useSignal<'no' | 'yes' | 'by-hand'>('no');
  return (
    <>
      <Button
        look="subtle"
        small
        icon={copyIcon}
        onPress={() => {
          if (field.current !== null) copied.value = copyText(field.current) ? 'yes' : 'by-hand';
        }}
      >
        Copy
      </Button>
      <span class="hint" role="status">
        {copied.value === 'yes' && 'Copied'}
        {copied.value === 'by-hand' && 'Press Ctrl+C: the text is selected'}
      </span>
    </>
  );
}

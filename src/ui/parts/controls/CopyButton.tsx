import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { copyIcon } from '../icons/more-icons';
import { Button } from './Button';
import { copyText } from './copy-text';

interface CopyButtonProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What stands beside it, before the word about the copying. */
  readonly children?: ComponentChildren;
}

/** "Copy", and what came of it. The text stands in a field, because only that can be copied inside Outlook. */
export function CopyButton({ field, children }: CopyButtonProps) {
  const said = useSignal('');
  return (
    <>
      <Button
        look="subtle"
        small
        icon={copyIcon}
        onPress={() => {
          if (field.current !== null) said.value = copyText(field.current);
        }}
      >
        Copy
      </Button>
      {children}
      <span class="hint" role="status">
        {said.value}
      </span>
    </>
  );
}

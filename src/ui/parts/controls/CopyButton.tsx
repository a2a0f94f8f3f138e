import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { copyIcon } from '../icons/more-icons';
import { Button } from './Button';
import { COPIED, copyText } from './copy-text';

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
          if (field.current === null) return;
          const pressed = document.activeElement;
          said.value = copyText(field.current);
          // A field that Tab does not reach is nowhere to go on from.
          if (said.peek() === COPIED && field.current.tabIndex < 0 && pressed instanceof HTMLElement)
            pressed.focus();
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

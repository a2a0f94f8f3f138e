import { useEffect, useMemo, useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import { copyText } from '../parts/controls/copy-text';
import { escaped } from '../parts/controls/escaped';

interface CopyTextProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** Lines that are shown. A field with all lines of a large log would take seconds to be laid out. */
const SHOWN = 50;

/**
 * The log as text, copied at once: all of it, also where the field shows only how it begins. It stays visible, because
 * copying is refused in some Outlooks, and the person presses Ctrl+C.
 */
export function CopyText({ text, onClose }: CopyTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const said = useRef<HTMLSpanElement>(null);
  const shown = useMemo(() => beginningOf(text), [text]);
  useEffect(() => {
    if (field.current === null || said.current === null) return;
    said.current.textContent = copyText(field.current);
  }, [text]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc in the field or on the button beside it.
    <div class="copy-box card" onKeyDown={(pressed) => escaped(pressed) && onClose()}>
      <textarea
        class="input"
        ref={field}
        rows={5}
        readOnly
        aria-label="The log as text"
        value={shown}
        onCopy={(copied) => {
          const { selectionStart, selectionEnd, value } = copied.currentTarget;
          // A part of it that somebody selected is copied as it is.
          if (selectionStart > 0 || selectionEnd < value.length || copied.clipboardData === null) return;
          copied.clipboardData.setData('text/plain', text);
          copied.preventDefault();
        }}
      />
      {shown.length < text.length && (
        <p class="hint">These are the first {SHOWN} lines; all of them are copied.</p>
      )}
      <div class="actions">
        <span class="hint" role="status" ref={said} />
        <Button look="subtle" small onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function beginningOf(text: string): string {
  let end = -1;
  for (let line = 0; line < SHOWN; line++) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end + 1);
}

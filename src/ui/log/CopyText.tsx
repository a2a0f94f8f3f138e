import { useEffect, useRef } from 'preact/hooks';

import { Button } from '../parts/Button';
import { copyText } from '../parts/copy-text';
import { escaped } from '../parts/escaped';

interface CopyTextProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** The log as text, copied at once. It stays visible: copying is refused in some Outlooks. */
export function CopyText({ text, onClose }: CopyTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const said = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (field.current === null || said.current === null) return;
    said.current.textContent = copyText(field.current);
  }, [text]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc in the field or on the button beside it.
    <div class="copy-box card" onKeyDown={(pressed) => escaped(pressed) && onClose()}>
      <textarea class="input" ref={field} rows={5} readOnly aria-label="The log as text" value={text} />
      <div class="actions">
        <span class="hint" role="status" ref={said} />
        <Button look="subtle" small onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

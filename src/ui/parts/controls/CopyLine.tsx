import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { Button } from './Button';
import { copyText } from './copy-text';

interface CopyLineProps {
  /** On the button. */
  readonly ask: string;
  /** Of the field that shows the text. */
  readonly name: string;
  readonly text: () => Promise<string>;
}

/** A button that shows a text and copies it. The text stays visible: copying is refused in some Outlooks. */
export function CopyLine({ ask, name, text }: CopyLineProps) {
  const shown = useSignal<string | null>(null);
  const said = useSignal('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current !== null) said.value = copyText(field.current);
  }, [shown.value, said]);
  const show = async () => {
    shown.value = await text().catch(() => null);
    if (shown.value === null) said.value = 'This is not known right now.';
  };
  return (
    <span class="copy-line">
      {shown.value === null ? (
        <Button look="link" small onPress={show}>
          {ask}
        </Button>
      ) : (
        <textarea class="input" ref={field} rows={3} readOnly aria-label={name} value={shown.value} />
      )}{' '}
      <span class="hint" role="status">
        {said.value}
      </span>
    </span>
  );
}

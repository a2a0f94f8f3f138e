import '../parts/sure.css';

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { Button } from '../parts/controls/Button';
import { escaped } from '../parts/controls/escaped';
import { useFocusWithin, useLostFocus } from '../parts/controls/keep-focus';

interface SureProps {
  readonly ask: string;
  readonly words: string;
  readonly sure: string;
  readonly onSure: () => unknown;
}

/** Something that is hard to take back: asked about in its own place, since dialogs do not exist here. */
export function Sure({ ask, words, sure, onSure }: SureProps) {
  const asked = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  useFocusWithin(place, asked.value);
  return (
    <div class="sure-place" ref={place}>
      {asked.value ? (
        <Asked
          {...{ ask, words, sure }}
          onAnswer={(yes) => {
            asked.value = false;
            return yes ? onSure() : undefined;
          }}
        />
      ) : (
        <Button
          onPress={() => {
            asked.value = true;
          }}
        >
          {ask}
        </Button>
      )}
    </div>
  );
}

interface AskedProps extends Omit<SureProps, 'onSure'> {
  readonly onAnswer: (yes: boolean) => unknown;
}

function Asked({ ask, words, sure, onAnswer }: AskedProps) {
  const box = useRef<HTMLDivElement>(null);
  useLostFocus(box);
  return (
    <div
      class="sure"
      role="group"
      aria-label={ask}
      ref={box}
      onKeyDown={(pressed) => escaped(pressed) && onAnswer(false)}
    >
      <p>{words}</p>
      <div class="actions">
        <Button look="primary" onPress={() => onAnswer(true)}>
          {sure}
        </Button>
        <Button onPress={() => onAnswer(false)}>Cancel</Button>
      </div>
    </div>
  );
}

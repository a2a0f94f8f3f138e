import { useSignal } from '@preact/signals';

import { Button } from '../parts/Button';

interface SureProps {
  readonly ask: string;
  readonly words: string;
  readonly sure: string;
  readonly onSure: () => unknown;
}

/** Something that is hard to take back: asked about in its own place, since dialogs do not exist here. */
export function Sure({ ask, words, sure, onSure }: SureProps) {
  const asked = useSignal(false);
  if (!asked.value) {
    return (
      <Button
        onPress={() => {
          asked.value = true;
        }}
      >
        {ask}
      </Button>
    );
  }
  return (
    <div class="sure" role="group" aria-label={ask}>
      <p>{words}</p>
      <div class="actions">
        <Button
          look="primary"
          onPress={() => {
            asked.value = false;
            return onSure();
          }}
        >
          {sure}
        </Button>
        <Button
          onPress={() => {
            asked.value = false;
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}

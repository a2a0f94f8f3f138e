import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { PromiseWord } from '../../domain/facts/decided/promise';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { TextLine } from '../parts/controls/inputs';
import { useFirstFocus } from '../parts/controls/keep-focus';

interface PromiseActionsProps {
  /** Of which promise, where several stand side by side. */
  readonly about: string;
  readonly busy: boolean;
  /** Why the day cannot be taken. */
  readonly fault: string | undefined;
  readonly onSay: (word: PromiseWord) => unknown;
}

/** Done, moved to another day, or dropped. */
export function PromiseActions({ about, busy, fault, onSay }: PromiseActionsProps) {
  const moving = useSignal(false);
  if (moving.value)
    return (
      <Moving
        {...{ about, busy, fault, onSay }}
        onLeave={() => {
          moving.value = false;
        }}
      />
    );
  return (
    <div class="actions">
      <Button small label={`Done: ${about}`} disabled={busy} onPress={() => onSay({ step: 'done' })}>
        Done
      </Button>
      <Button
        look="subtle"
        small
        label={`Moved: ${about}`}
        disabled={busy}
        onPress={() => {
          moving.value = true;
        }}
      >
        Moved
      </Button>
      <Button
        look="subtle"
        small
        label={`Dropped: ${about}`}
        disabled={busy}
        onPress={() => onSay({ step: 'dropped' })}
      >
        Dropped
      </Button>
    </div>
  );
}

/** To which day. */
function Moving({
  about,
  busy,
  fault,
  onSay,
  onLeave,
}: PromiseActionsProps & { readonly onLeave: () => void }) {
  const by = useSignal('');
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  return (
    <div ref={box}>
      <Form name={`Moved: ${about}`} onSave={() => onSay({ step: 'moved', by: by.peek() })}>
        <Field label="By" fault={fault}>
          <TextLine
            type="date"
            value={by.value}
            onSet={(day) => {
              by.value = day;
            }}
          />
        </Field>
        <FormActions save="Save" busy={busy} onLeave={onLeave} />
      </Form>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

import { Button } from './controls/Button';
import { MailAsRead, type MailShown } from './MailAsRead';

interface ReadFirstProps extends MailShown {
  /** Its fields: where the markers stand that become answers. */
  readonly children: ComponentChildren;
}

/**
 * A mail as its reader gets it, first its beginning; to read all of it and to change it are two further steps. Both stand
 * above it, so that nothing moves under the finger.
 */
export function ReadFirst({ children, ...mail }: ReadFirstProps) {
  const step = useSignal<'beginning' | 'whole' | 'edit'>('beginning');
  const toggle = (to: 'whole' | 'edit') => () => {
    step.value = step.peek() === to ? 'beginning' : to;
  };
  return (
    <>
      <div class="actions">
        <Button look="link" expanded={step.value === 'whole'} onPress={toggle('whole')}>
          Read the mail
        </Button>
        <Button look="link" expanded={step.value === 'edit'} onPress={toggle('edit')}>
          Edit
        </Button>
      </div>
      {step.value === 'edit' ? children : <MailAsRead {...mail} whole={step.value === 'whole'} />}
    </>
  );
}

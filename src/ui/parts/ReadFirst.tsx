import './mail-as-read.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

import { Button } from './controls/Button';
import type { MailBody } from './Mail';
import { MailAsRead, type MailShown } from './MailAsRead';

interface ReadFirstProps extends MailShown {
  readonly body: MailBody;
  /** Its fields: where the markers stand that become answers. */
  readonly children: ComponentChildren;
}

/**
 * A mail as its reader gets it, first its beginning; to read all of it and to change it are two further steps. Both stand
 * above it, so that nothing moves under the finger.
 */
export function ReadFirst({ body, children, ...mail }: ReadFirstProps) {
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
      {step.value === 'edit' ? (
        children
      ) : (
        <>
          <MailAsRead {...mail} whole={step.value === 'whole'} />
          {/* What is copied has to stand in a field. */}
          <textarea
            class="spoken"
            ref={body}
            tabIndex={-1}
            readOnly
            aria-label="The mail as text"
            value={mail.text}
          />
        </>
      )}
    </>
  );
}

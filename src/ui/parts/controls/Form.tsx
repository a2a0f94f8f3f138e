import type { ComponentChildren } from 'preact';

import { Button } from './Button';

interface FormProps {
  readonly name?: string;
  readonly look?: string;
  readonly onSave: () => unknown;
  readonly children: ComponentChildren;
}

/** What is typed here is checked by the log and not by the browser, so that the words about it are ours. */
export const Form = ({ name, look = 'form', onSave, children }: FormProps) => (
  <form
    class={look}
    aria-label={name}
    noValidate
    onSubmit={(sent) => {
      sent.preventDefault();
      void onSave();
    }}
  >
    {children}
  </form>
);

interface FormActionsProps {
  readonly save: string;
  readonly busy: boolean;
  /** What is typed goes with "Cancel", and waits after "Close". */
  readonly leave?: 'Cancel' | 'Close';
  readonly onLeave: () => unknown;
}

export const FormActions = ({ save, busy, leave = 'Cancel', onLeave }: FormActionsProps) => (
  <div class="actions">
    <button type="submit" class="btn primary" disabled={busy}>
      {save}
    </button>
    <Button look="subtle" onPress={onLeave}>
      {leave}
    </Button>
  </div>
);

/** A fault of several controls together, told below them. */
export const Fault = ({ children }: { readonly children: string | undefined }) =>
  children === undefined ? null : (
    <span class="fault" role="alert">
      {children}
    </span>
  );

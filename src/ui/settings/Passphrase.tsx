import { type Signal, useSignal } from '@preact/signals';

import { LEAST_PASSPHRASE } from '../../domain/forget/roaming';
import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { held, TextLine } from '../parts/controls/inputs';
import type { PassphraseWish, RoamingForm } from '../state/roaming';

const FAULTS: Readonly<Record<PassphraseWish, string>> = {
  short: `At least ${LEAST_PASSPHRASE} characters. Several words are easy to keep in mind.`,
  differs: 'These two are not the same.',
  wrong: 'This passphrase does not open the files. Nothing was changed or lost.',
};

interface UnlockProps {
  readonly roaming: RoamingForm;
  /** Nobody opened them on this machine before: they may be somebody else's. */
  readonly mayGoWithout: boolean;
  /** The log goes on; only some files are sealed with a passphrase of their own. */
  readonly isOther?: boolean;
}

/** The files in OneDrive are sealed, and this machine has no key to them. */
export function Unlock({ roaming, mayGoWithout, isOther = false }: UnlockProps) {
  const typed = useSignal('');
  const forGood = useSignal(false);
  const fault = roaming.fault.value;
  return (
    <form
      class="sure"
      aria-label="Passphrase"
      onSubmit={async (sent) => {
        sent.preventDefault();
        if (await roaming.unlock(typed.peek(), forGood.peek())) typed.value = '';
      }}
    >
      <p>
        {isOther
          ? 'Two Outlooks may each have a passphrase of their own. Give the other one, and its files are read here, too.'
          : 'The files in OneDrive are protected. Until they are opened, nothing is written there.'}
      </p>
      <Secret label="Passphrase" typed={typed} fault={fault === 'wrong' ? FAULTS.wrong : undefined} />
      <Remember forGood={forGood} />
      <div class="actions">
        <button class="btn primary" type="submit" disabled={roaming.busy.value || typed.value === ''}>
          Open
        </button>
        {mayGoWithout && (
          <Button disabled={roaming.busy.value} onPress={roaming.goWithout}>
            They are not mine
          </Button>
        )}
      </div>
      {mayGoWithout && (
        <p class="hint">
          If none of your Outlooks protects this log, these files are not yours: “They are not mine” leaves
          them alone and goes on. What this Outlook writes is then not protected.
        </p>
      )}
      {!isOther && (
        <p class="hint">
          A forgotten passphrase cannot be recovered. If you forgot it, delete the copy in OneDrive, and
          switch this on again on a machine that has the log.
        </p>
      )}
    </form>
  );
}

interface NewPassphraseProps {
  readonly roaming: RoamingForm;
  /** There is one already: it is asked for, and changed. */
  readonly sealed: boolean;
  readonly onClose: () => void;
}

export function NewPassphrase({ roaming, sealed, onClose }: NewPassphraseProps) {
  const old = useSignal('');
  const next = useSignal('');
  const again = useSignal('');
  const forGood = useSignal(false);
  const fault = roaming.fault.value;
  const send = () =>
    sealed
      ? roaming.change(old.peek(), next.peek(), again.peek())
      : roaming.protect(next.peek(), again.peek(), forGood.peek());
  return (
    <form
      class="sure"
      aria-label="New passphrase"
      onSubmit={async (sent) => {
        sent.preventDefault();
        if (await send()) onClose();
      }}
    >
      <p>
        {sealed
          ? 'Machines that remember the key go on. The others ask for the new passphrase.'
          : 'Then only somebody who knows the passphrase can read the files in OneDrive. It is not kept anywhere and cannot be recovered, so write it down.'}
      </p>
      {sealed && (
        <Secret label="Passphrase so far" typed={old} fault={fault === 'wrong' ? FAULTS.wrong : undefined} />
      )}
      <Secret
        label="New passphrase"
        typed={next}
        fault={fault === 'short' ? FAULTS.short : undefined}
        isNew
      />
      <Secret
        label="New passphrase again"
        typed={again}
        fault={fault === 'differs' ? FAULTS.differs : undefined}
        isNew
      />
      {!sealed && <Remember forGood={forGood} />}
      <div class="actions">
        <button class="btn primary" type="submit" disabled={roaming.busy.value}>
          {sealed ? 'Change it' : 'Protect the files'}
        </button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

interface SecretProps {
  readonly label: string;
  readonly typed: Signal<string>;
  readonly fault: string | undefined;
  readonly isNew?: boolean;
}

function Secret({ label, typed, fault, isNew = false }: SecretProps) {
  return (
    <Field label={label} fault={fault}>
      <TextLine type="password" autocomplete={isNew ? 'new-password' : 'current-password'} {...held(typed)} />
    </Field>
  );
}

function Remember({ forGood }: { readonly forGood: Signal<boolean> }) {
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={forGood.value}
          aria-describedby="remember-hint"
          onChange={(changed) => {
            forGood.value = changed.currentTarget.checked;
          }}
        />
        <span>Remember on this machine</span>
      </label>
      <p class="hint" id="remember-hint">
        Keeps a key, not the passphrase. Without it you are asked each time the pane opens.
      </p>
    </>
  );
}

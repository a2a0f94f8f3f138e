import { useSignal } from '@preact/signals';

import { Button } from '../parts/Button';
import type { RecapState } from '../state/recap';
import { nameOf } from '../words/names';
import { RECIPIENT_REASONS_WORDS } from '../words/people';

/** More than these are not read before anybody scrolls past them. */
const SHOWN = 40;

/** Everybody the recap could go to, absentees ticked. */
export function Recipients({ recap }: { readonly recap: RecapState }) {
  const whole = useSignal(false);
  const all = recap.recipients.value;
  if (all.length === 0) return <p class="hint">Nobody else was invited, so there is nobody to tell.</p>;
  const shown = whole.value ? all : all.slice(0, SHOWN);
  return (
    <fieldset class="recipients">
      <legend>To</legend>
      {shown.map(({ person, reason, ticked, outsideOrganization, reachable }) => (
        <label key={person.key} class="check">
          <input
            type="checkbox"
            checked={ticked}
            disabled={!reachable}
            onChange={(changed) => void recap.tick(person.key, changed.currentTarget.checked)}
          />
          <span>
            {nameOf(person)}
            <span class="quiet">
              {' '}
              {RECIPIENT_REASONS_WORDS[reason]}
              {outsideOrganization && ', outside your organization'}
              {!reachable && ', no address known'}
            </span>
          </span>
        </label>
      ))}
      {shown.length < all.length && (
        <Button
          look="link"
          onPress={() => {
            whole.value = true;
          }}
        >
          Show all {all.length.toLocaleString('en')} people
        </Button>
      )}
    </fieldset>
  );
}

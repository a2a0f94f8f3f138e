import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { GLANCE } from '../../domain/judge/questions/who-matters';
import { isNewsTo } from '../../domain/tell/recipients';
import { Button } from '../parts/controls/Button';
import { useFirstFocus } from '../parts/controls/keep-focus';
import { LongRows } from '../parts/long/LongRows';
import { useLongList } from '../parts/long/long-list';
import type { RecapState } from '../state/recap';
import { nameOf } from '../words/names';
import { RECIPIENT_REASONS_WORDS } from '../words/people';

/** More than these are not read before anybody scrolls past them. */
const MOST = 40;

/** Height of a line, in px, before one was drawn. */
const ROW = 28;

interface RecipientsProps {
  readonly recap: RecapState;
}

/** Everybody the recap could go to, absentees ticked. */
export function Recipients({ recap }: RecipientsProps) {
  const whole = useSignal(false);
  const all = recap.recipients.value;
  if (all.length === 0) return <p class="hint">There is nobody else here to send it to.</p>;
  if (whole.value) return <Everybody recap={recap} />;
  // Those whom it is for come first; who was there, or is not known to have missed it, is there for whoever asks.
  const first = all.filter(isNewsTo).length;
  const shown = all.length <= GLANCE ? all.length : Math.min(MOST, first);
  return (
    <fieldset class="recipients">
      <legend>To</legend>
      {all.slice(0, shown).map((one) => (
        <Recipient key={one.person.key} recap={recap} one={one} />
      ))}
      {all.length > shown && (
        <Button
          look="link"
          onPress={() => {
            whole.value = true;
          }}
        >
          {(all.length - shown).toLocaleString('en')} more
        </Button>
      )}
    </fieldset>
  );
}

/** However many they are, those near the screen are in the page. */
function Everybody({ recap }: RecipientsProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const all = recap.recipients.value;
  const list = useLongList(box, all.length, ROW);
  useFirstFocus(box);
  return (
    <fieldset class="recipients" ref={box} onKeyDown={list.onKeyDown} onFocusIn={list.onFocusIn}>
      <legend>
        To<span class="spoken"> one of {all.length} people; arrow keys go from one to the next</span>
      </legend>
      <LongRows
        list={list}
        of={all}
        room="div"
        row={(one, at) => (
          <Recipient key={one.person.key} recap={recap} one={one} row={at} tabIndex={list.tabIndex(at)} />
        )}
      />
    </fieldset>
  );
}

interface RecipientProps extends RecipientsProps {
  readonly one: RecapState['recipients']['value'][number];
  readonly row?: number;
  readonly tabIndex?: 0 | -1;
}

function Recipient({ recap, one, row, tabIndex }: RecipientProps) {
  const { person, reason, ticked, outsideOrganization, reachable } = one;
  return (
    <label class="check" data-row={row}>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={ticked}
        // In a long list the arrow keys have to get past it.
        disabled={!reachable && row === undefined}
        aria-disabled={(!reachable && row !== undefined) || undefined}
        onClick={(click) => !reachable && click.preventDefault()}
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
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { Loop } from '../../domain/loops/loop';
import { Button } from '../parts/controls/Button';
import { sendIcon } from '../parts/icons/more-icons';
import { MailAsRead } from '../parts/MailAsRead';
import { SendingAllowed } from '../parts/SendingAllowed';
import type { PaneState } from '../state/pane';
import { createRecapState } from '../state/recap';
import { firstNameOf, nameOf } from '../words/names';
import { goToLoop } from './owed-lines';

interface SendHereProps {
  readonly state: PaneState;
  readonly loop: Loop;
  readonly occurrence: OccurrenceKey;
  readonly person: Person;
  /** Sends, and remembers in which line. */
  readonly onSend: (send: () => Promise<boolean>) => Promise<void>;
}

/** Below the line: the mail that tells this person, as they will see it, and the way to send it. */
export function SendHere({ state, loop, occurrence, person, onSend }: SendHereProps) {
  const recap = useMemo(
    () => createRecapState(state, occurrence, { only: person.key }),
    [occurrence, person.key],
  );
  const whole = useSignal(false);
  const body = useRef<HTMLTextAreaElement>(null);
  const held = loop.holds.map(({ id }) => id).join();
  useEffect(() => {
    void state.lookUp(recap.load);
  }, [recap, held]);
  const letter = recap.shown.value;
  const name = firstNameOf(person);
  if (letter === null) return <div class="skeleton tall" role="progressbar" aria-label="Loading" />;
  if (letter.to.length === 0)
    return (
      <p class="hint" role="status">
        There is no mail to {name} from here. Please look at the meeting.
      </p>
    );
  const { text, subject, language = 'en' } = letter;
  const isOn = loop.span !== null && state.now.value < loop.span.end;
  return (
    <>
      <div class="actions">
        <Button
          look="link"
          expanded={whole.value}
          onPress={() => {
            whole.value = !whole.peek();
          }}
        >
          Read the mail
        </Button>
      </div>
      <MailAsRead
        {...{ body, from: state.view.value.owner?.name ?? '', to: nameOf(person), subject, text, language }}
        hasAnswers={letter.names.length > 0}
        whole={whole.value}
      />
      {isOn && loop.span !== null && (
        <p class="hint">
          The meeting is still going on: it goes at {state.time.value.time(loop.span.end)}, when that ends.
        </p>
      )}
      <SendingAllowed state={state}>
        <div class="actions">
          <Button
            look="primary"
            small
            icon={sendIcon}
            disabled={!recap.sendable.value}
            onPress={() => onSend(recap.send)}
          >
            Send to {name}
          </Button>
          <Button look="subtle" small onPress={() => goToLoop(state, loop)}>
            Edit
          </Button>
        </div>
      </SendingAllowed>
    </>
  );
}

import './sending.css';

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SendingWay } from '../port/actions';
import type { PaneState } from '../state/pane';
import { SENDING_LOST, STAY_OPEN } from '../words/keep/sending';
import { MISSING_WORDS } from '../words/keep/trouble';
import { Banner } from './Banner';
import { Button } from './controls/Button';
import { useFocusWithin } from './controls/keep-focus';

interface SendingAllowedProps {
  readonly state: PaneState;
  /** The button that sends. */
  readonly children: ComponentChildren;
}

/** Below what sends a mail: what is lost while a permission for it is missing, said before the click. */
export function SendingAllowed({ state, children }: SendingAllowedProps) {
  const way = useSignal<SendingWay | null>(null);
  const asked = useSignal(0);
  const box = useRef<HTMLDivElement>(null);
  const { readAt } = state.view.value.freshness;
  const look = async () => {
    // What nobody can tell now is no reason for words: the click that sends will have its own.
    way.value = await state.actions.sendingWay().catch(() => null);
  };
  useEffect(() => {
    void look();
  }, [readAt]);
  useFocusWithin(box, asked.value);
  const allow = async () => {
    await state.attempt(() => state.actions.allow('send'));
    await look();
    asked.value += 1;
  };
  return (
    <div class="sending" ref={box}>
      {state.view.value.storage === 'memory' && <p class="hint">{STAY_OPEN}</p>}
      {children}
      {way.value !== null && way.value !== 'once' && (
        <Banner
          tone="info"
          action={
            <Button small label={`Allow: ${MISSING_WORDS.send.allows}`} onPress={allow}>
              Allow
            </Button>
          }
        >
          {SENDING_LOST[way.value]}
        </Banner>
      )}
    </div>
  );
}

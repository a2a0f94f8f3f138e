import { useSignal } from '@preact/signals';

import type { PromiseFault, PromiseWord } from '../../domain/facts/decided/promise';
import type { Loop } from '../../domain/loops/loop';
import { promiseOn } from '../../domain/loops/promises';
import { PromiseActions } from '../promises/PromiseActions';
import { usePromises } from '../state/lookups/promises';
import type { PaneState } from '../state/pane';
import { PROMISE_FAULT_WORDS } from '../words/decide/promises';
import type { Noted } from './owed-lines';

interface PromiseHereProps {
  readonly state: PaneState;
  readonly loop: Loop;
  readonly onNote: (act: () => Promise<Noted>) => Promise<void>;
}

/** Below the line: what became of the promise. */
export function PromiseHere({ state, loop, onNote }: PromiseHereProps) {
  const fault = useSignal<PromiseFault | undefined>(undefined);
  const promises = usePromises(state);
  const [held] = loop.holds;
  const found = promises?.find(({ promise, by }) => promiseOn(promise.id, by) === held?.id);
  if (found === undefined) return <div class="skeleton" role="progressbar" aria-label="Loading" />;
  const say = (word: PromiseWord) =>
    onNote(async () => {
      const noted = await (await state.actions.points()).sayOfPromise(found.promise, word);
      fault.value = noted.ok ? undefined : noted.fault[0];
      return noted.ok ? noted.value : null;
    });
  return (
    <PromiseActions
      about={found.promise.text}
      busy={false}
      fault={fault.value && PROMISE_FAULT_WORDS[fault.value]}
      onSay={say}
    />
  );
}

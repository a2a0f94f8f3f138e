import { computed, signal } from '@preact/signals';

import { LEAST_PASSPHRASE } from '../../domain/forget/roaming';
import type { Ending, RoamingActions, RoamingView, UnsealedQuestion } from '../port/roaming-actions';
import type { PaneState } from './pane';

export const PASSPHRASE_FAULTS = ['short', 'differs', 'wrong'] as const;
export type PassphraseWish = (typeof PASSPHRASE_FAULTS)[number];

/** The part of Settings about roaming; its actions are loaded when they are first wanted. */
export function createRoamingState(pane: PaneState) {
  const actions = pane.actions.roaming();
  const view = signal<RoamingView | null>(null);
  const fault = signal<PassphraseWish | null>(null);
  const busy = signal(false);
  const said = signal('');
  const wanted = signal<boolean | null>(null);
  /** What just went wrong with something the person did. */
  const trouble = signal<unknown>(null);
  let stop = () => {};
  const watching = actions.then((roaming) => {
    stop = roaming.watch((next) => {
      view.value = next;
    });
  });
  watching.catch(() => undefined);

  const act = async <Value>(work: (roaming: RoamingActions) => Promise<Value>): Promise<Value | null> => {
    busy.value = true;
    said.value = '';
    trouble.value = null;
    try {
      return await work(await actions);
    } catch (thrown) {
      trouble.value = thrown;
      return null;
    } finally {
      busy.value = false;
    }
  };
  const checked = (next: string, again: string): boolean => {
    fault.value = Array.from(next).length < LEAST_PASSPHRASE ? 'short' : next !== again ? 'differs' : null;
    return fault.value === null;
  };
  return {
    view,
    fault,
    /** With something the person did. An exchange that began by itself keeps nobody: whatever they do ends it first. */
    busy,
    said,
    trouble,
    /** As the person just chose, while that is on its way. */
    isOn: computed(() => wanted.value ?? view.value?.on === true),
    toggle: async () => {
      const on = view.peek()?.on !== true;
      wanted.value = on;
      await act((roaming) => (on ? roaming.switchOn() : roaming.switchOff()));
      wanted.value = null;
    },
    exchange: () => act((roaming) => roaming.exchange()),
    stop: async () => (await actions).stop(),
    deleteCopy: () => act((roaming) => roaming.deleteCopy()),
    protect: async (next: string, again: string, forGood: boolean): Promise<boolean> => {
      if (!checked(next, again)) return false;
      const done = await act(async (roaming) => {
        await roaming.protect(next, forGood);
        return true;
      });
      if (done === true) said.value = 'The files in OneDrive are protected now.';
      return done === true;
    },
    unprotect: async () => {
      const done = await act(async (roaming) => {
        await roaming.unprotect();
        return true;
      });
      if (done === true) said.value = 'The files in OneDrive are not protected any more.';
    },
    unlock: async (passphrase: string, forGood: boolean): Promise<boolean> => {
      const opened = await act((roaming) => roaming.unlock(passphrase, forGood));
      fault.value = opened === false ? 'wrong' : null;
      return opened === true;
    },
    change: async (old: string, next: string, again: string): Promise<boolean> => {
      if (!checked(next, again)) return false;
      const changed = await act((roaming) => roaming.changePassphrase(old, next));
      fault.value = changed === false ? 'wrong' : null;
      if (changed === true) said.value = 'The passphrase was changed.';
      return changed === true;
    },
    answerUnsealed: (question: UnsealedQuestion, takesIn: boolean) =>
      act((roaming) => roaming.answerUnsealed(question, takesIn)),
    answerEnding: (ending: Ending, ends: boolean) => act((roaming) => roaming.answerEnding(ending, ends)),
    goWithout: () => act((roaming) => roaming.goWithout()),
    dispose: () => stop(),
  };
}
export type RoamingForm = ReturnType<typeof createRoamingState>;

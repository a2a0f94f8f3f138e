import type { RoamingActions, RoamingView } from '../../src/ui/port/roaming-actions';

export const NOT_ROAMING_VIEW: RoamingView = {
  on: false,
  ended: false,
  busy: false,
  progress: null,
  exchangedAt: null,
  trouble: null,
  locked: false,
  mayGoWithout: false,
  sealed: false,
  news: null,
};

export const FAKE_PASSPHRASE = 'the blue door';

/** Roaming without a folder: it notes what it was asked, and knows one passphrase. */
export function createFakeRoaming(
  note: (...call: readonly [string, ...unknown[]]) => Promise<void>,
  first: RoamingView = NOT_ROAMING_VIEW,
): RoamingActions {
  let view = first;
  const watchers = new Set<(view: RoamingView) => void>();
  const show = (change: Partial<RoamingView>) => {
    view = { ...view, ...change };
    for (const tell of watchers) tell(view);
  };
  return {
    watch: (changed) => {
      watchers.add(changed);
      changed(view);
      return () => watchers.delete(changed);
    },
    soon: () => void note('soon'),
    exchange: () => note('exchange'),
    stop: () => note('stop'),
    switchOn: async () => {
      await note('switchOn');
      show({ on: true });
    },
    switchOff: async () => {
      await note('switchOff');
      show({ on: false });
    },
    deleteCopy: async () => {
      await note('deleteCopy');
      show({ on: false });
    },
    protect: async (passphrase, forGood) => {
      await note('protect', passphrase, forGood);
      show({ sealed: true });
    },
    unprotect: async () => show({ sealed: false }),
    unlock: async (passphrase) => {
      const opens = passphrase === FAKE_PASSPHRASE;
      show({ locked: !opens });
      return opens;
    },
    changePassphrase: async (old) => old === FAKE_PASSPHRASE,
    answerUnsealed: (_, takesIn) => note('answerUnsealed', takesIn),
    answerEnding: (_, ends) => note('answerEnding', ends),
    goWithout: () => note('goWithout'),
    forgetKeys: () => {},
  };
}

import { isTrouble, Trouble } from '../../domain/trouble';
import type { Ledger } from '../../ledger/ledger';
import * as answers from '../../tasks/roam/answers';
import { type Exchange, exchange } from '../../tasks/roam/exchange';
import { standingKeys } from '../../tasks/roam/lock';
import type { FileKey, FolderPort, RoamPorts } from '../../tasks/roam/roam-ports';
import { recallRoaming } from '../../tasks/roam/state';
import * as roamSwitch from '../../tasks/roam/switch';
import type { RoamingActions, RoamingView } from '../../ui/port/roaming-actions';
import { createCipher } from '../cipher';
import { type Session, showAgain } from '../session';

/** What roaming needs beside the ports. */
export interface RoamWiring {
  readonly ledger: Ledger;
  readonly folder: FolderPort;
  readonly device: string;
  readonly hear: (stamp: string) => void;
}

/** After an entry this long, in ms: somebody who notes one thing notes the next. */
const PAUSE = 3_000;

/** Where the keys lie that are to stay on this machine: the browser's own, which cannot be read out of it. */
const KEYS = 'roaming-keys';

const NOTHING: RoamingView = {
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

/** The same log on all of a person's Outlooks. Runs beside everything else; what goes wrong is said in Settings. */
export function createRoamingActions(session: Session, wiring: RoamWiring): RoamingActions {
  const { ledger } = wiring;
  const watchers = new Set<(view: RoamingView) => void>();
  const held = new Map<string, FileKey>();
  let view = NOTHING;
  let running: { readonly done: Promise<void>; readonly control: AbortController } | null = null;
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const show = (change: Partial<RoamingView>) => {
    view = { ...view, ...change };
    for (const tell of watchers) tell(view);
  };
  const remembered = async () => ((await ledger.setting(KEYS)) ?? []) as readonly FileKey[];

  const ports: RoamPorts = {
    clock: session.ports.clock,
    ledger,
    folder: wiring.folder,
    cipher: createCipher(crypto),
    alone: session.ports.seal.alone,
    device: wiring.device,
    hear: wiring.hear,
    keys: async () => new Map([...(await remembered()).map((key) => [key.id, key] as const), ...held]),
    keepKey: async (key, forGood) => {
      held.set(key.id, key);
      if (!forGood) return;
      const others = (await remembered()).filter(({ id }) => id !== key.id);
      await ledger.keepSetting(KEYS, [...others, key]);
    },
    forgotten: async () =>
      (await ledger.limits())
        .map(({ id }) => id)
        .sort()
        .join(),
  };

  const recall = async () => {
    const state = await recallRoaming(ledger);
    const { on, exchangedAt } = state;
    const sealed = standingKeys(state).length > 0;
    show({ on, exchangedAt, sealed, ...(on ? { ended: false } : { news: null }) });
    return on;
  };

  const tell = async (done: Exchange) => {
    const mayGoWithout = done.kind === 'locked' && done.theirs;
    show({ locked: done.kind === 'locked', mayGoWithout, ended: done.kind === 'ended' });
    if (done.kind === 'done') show({ news: done.news });
    if (done.kind === 'done' && done.read > 0) await showArrived(session);
  };

  /** One at a time; what goes wrong stays in the view. */
  const exchangeNow = (): Promise<void> => {
    clearTimeout(alarm);
    if (running !== null) return running.done;
    const control = new AbortController();
    const onProgress = (files: number, of: number) => show({ progress: { files, of } });
    const work = async () => {
      try {
        // Off: this one is over all the same, or the next one would wait for it for ever.
        if (!(await recall())) return;
        show({ busy: true, trouble: null });
        await tell(await exchange(ports, { signal: control.signal, onProgress }));
      } catch (thrown) {
        if (!control.signal.aborted) show({ trouble: troubleOf(thrown) });
        if (!isTrouble(thrown) && !control.signal.aborted) throw thrown;
      } finally {
        running = null;
        show({ busy: false, progress: null });
        await recall();
      }
    };
    running = { done: work(), control };
    return running.done;
  };

  const stop = async () => {
    clearTimeout(alarm);
    running?.control.abort(new Error('stopped by the person'));
    await running?.done;
  };

  /** Something the person asked for: what goes wrong is theirs to hear, and an exchange follows. */
  const asked = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    await stop();
    const value = await act();
    show({ trouble: null });
    await exchangeNow();
    return value;
  };

  void recall();
  return {
    watch: (changed) => {
      watchers.add(changed);
      changed(view);
      return () => watchers.delete(changed);
    },
    soon: () => {
      clearTimeout(alarm);
      alarm = setTimeout(() => void exchangeNow(), PAUSE);
    },
    exchange: exchangeNow,
    stop,
    switchOn: () =>
      asked(async () => {
        await session.allow(['Files.ReadWrite.AppFolder']);
        await roamSwitch.startRoaming(ports);
      }),
    switchOff: () => asked(() => roamSwitch.stopRoaming(ports)),
    deleteCopy: () => asked(() => roamSwitch.deleteCopy(ports)),
    protect: (passphrase, forGood) => asked(() => roamSwitch.protectWith(ports, passphrase, forGood)),
    unprotect: () => asked(() => roamSwitch.unprotect(ports)),
    unlock: async (passphrase, forGood) =>
      (await asked(() => roamSwitch.unlock(ports, passphrase, forGood))).ok,
    changePassphrase: async (old, next) =>
      (await asked(() => roamSwitch.changePassphrase(ports, old, next))).ok,
    answerUnsealed: (question, takesIn) => asked(() => answers.answerUnsealed(ports, question, takesIn)),
    answerEnding: (ending, ends) => asked(() => answers.answerEnding(ports, ending.id, ends)),
    goWithout: () => asked(() => answers.goWithout(ports)),
    forgetKeys: () => held.clear(),
  };
}

const troubleOf = (thrown: unknown): Trouble =>
  isTrouble(thrown) ? thrown : new Trouble('unreadable-answer', 'roaming', { cause: thrown });

/** What came from elsewhere is shown; a series that is kept since then is read from the calendar, too. */
async function showArrived(session: Session): Promise<void> {
  const before = session.viewStore.view();
  await showAgain(session);
  void import('../reduce-when-idle').then(({ reduceWhenIdle }) => reduceWhenIdle(session));
  const after = session.viewStore.view();
  if (after.situation.kind === before.situation.kind && after.kept.length === before.kept.length) return;
  const { refresh } = await import('../read-calendar');
  void refresh(session);
}

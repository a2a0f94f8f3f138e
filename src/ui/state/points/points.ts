import { computed, signal } from '@preact/signals';

import type { PointWord } from '../../../domain/facts/decided/point';
import type { Entry } from '../../../domain/facts/log/fact';
import { askedOnceMoreNow, type OnceMoreLetter } from '../../../domain/points/once-more';
import { type PointHistory, pointHistories } from '../../../domain/points/point-history';
import { mailsOnTheirWay } from '../../../domain/points/point-names';
import type { PointsActions } from '../../port/points-actions';
import type { PaneState } from '../pane';

/** What was said of a point in this pane: its line keeps its place, so that nothing moves under the finger. */
export interface SaidHere {
  readonly history: PointHistory;
  readonly step: PointWord['step'];
  /** The entry, to be taken back. */
  readonly entry: string;
}

/** Points of the whole log as a meeting shows them, read anew whenever the log changed. */
export function createPointsState(pane: PaneState) {
  const known = signal<readonly Entry[] | null>(null);
  const letters = signal<readonly OnceMoreLetter[]>([]);
  const said = signal<Readonly<Record<string, SaidHere>>>({});
  const busy = signal(false);
  const histories = computed(() => (known.value === null ? null : pointHistories(known.value)));
  let asked = 0;
  /** Something of what was asked last could not be read. */
  let isBehind = false;

  /** The view says what is wrong with the log; what was read before stays. What was asked later knows more. */
  const readFrom = async <Value>(
    mine: number,
    ask: (actions: PointsActions) => Promise<Value>,
    show: (value: Value) => void,
  ): Promise<void> => {
    const found = await pane.actions
      .points()
      .then(async (actions) => ({ value: await ask(actions) }))
      .catch(() => null);
    if (mine !== asked) return;
    if (found === null) isBehind = true;
    else show(found.value);
  };
  /** Nothing waits for the mails that could be asked with: they need the whole log, and more than the points do. */
  const read = async (): Promise<void> => {
    const mine = ++asked;
    isBehind = false;
    await readFrom(
      mine,
      (actions) => actions.entries(),
      (entries) => {
        known.value = entries;
      },
    );
    void readFrom(
      mine,
      (actions) => actions.lettersOnceMore(),
      (made) => {
        letters.value = made;
      },
    );
  };
  /** While something is being saved that reads it: a line would be gone before it is known what was said of it. */
  const load = async (): Promise<void> => {
    if (!busy.peek()) await read();
  };
  /** One at a time: a second tap while the first is being saved does nothing. What it did is read once it is known here. */
  const alone = async (act: () => Promise<unknown>): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    await act();
    await read();
    busy.value = false;
  };
  return {
    histories,
    /** Mails before a sync that went, or may have gone. */
    mails: computed(() => mailsOnTheirWay((known.value ?? []).filter((fact) => fact.kind === 'point-mail'))),
    /** What can be asked once more now. */
    onceMore: computed(() => askedOnceMoreNow(letters.value, histories.value ?? [], pane.now.value)),
    said,
    busy,
    load,
    /** Asked now and then: does nothing where all was read that the log holds. */
    tryAgain: async () => {
      if (isBehind) await load();
    },
    alone,
    /** False where what was typed cannot be taken. */
    say: async (history: PointHistory, word: PointWord): Promise<boolean> => {
      let taken = true;
      await alone(async () => {
        const { point } = history;
        const noted = await pane.attempt(async () => (await pane.actions.points()).note(point, word));
        taken = noted?.ok !== false;
        if (noted?.ok !== true) return;
        said.value = { ...said.peek(), [point.id]: { history, step: word.step, entry: noted.value } };
      });
      return taken;
    },
    takeBack: ({ history, entry }: SaidHere) =>
      alone(async () => {
        if ((await pane.attempt(() => pane.actions.undo(entry))) === null) return;
        const { [history.point.id]: _, ...others } = said.peek();
        said.value = others;
      }),
  };
}
export type PointsState = ReturnType<typeof createPointsState>;

/** The lines of a list: those that are there now, and in their old places those of which something was said here. */
export function linesWith(
  before: readonly PointHistory[],
  now: readonly PointHistory[],
  said: Readonly<Record<string, SaidHere>>,
  isKnown: (id: string) => boolean,
): readonly PointHistory[] {
  const there = new Map(now.map((one) => [one.point.id, one]));
  const stays = before.flatMap((one) => {
    const { id } = one.point;
    const next = there.get(id) ?? (said[id] !== undefined && isKnown(id) ? one : undefined);
    return next === undefined ? [] : [next];
  });
  const shown = new Set(stays.map(({ point }) => point.id));
  return [...stays, ...now.filter(({ point }) => !shown.has(point.id))];
}

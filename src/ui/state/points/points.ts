import { computed, signal } from '@preact/signals';

import type { PointWord } from '../../../domain/facts/decided/point';
import type { Entry } from '../../../domain/facts/log/fact';
import type { OnceMoreLetter } from '../../../domain/points/once-more';
import { type PointHistory, pointHistories } from '../../../domain/points/point-history';
import { mailsOnTheirWay } from '../../../domain/points/point-names';
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
  const known = signal<readonly [readonly Entry[], readonly OnceMoreLetter[]] | null>(null);
  const said = signal<Readonly<Record<string, SaidHere>>>({});
  const busy = signal(false);
  let asked = 0;

  const read = async (): Promise<void> => {
    const mine = ++asked;
    const found = await pane.actions
      .points()
      .then((actions) => Promise.all([actions.entries(), actions.draftOnceMore()]))
      // The view says what is wrong with the log; what was read before stays.
      .catch(() => null);
    // What was asked later knows more.
    if (found !== null && mine === asked) known.value = found;
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
    histories: computed(() => (known.value === null ? null : pointHistories(known.value[0]))),
    /** Mails before a sync that went, or may have gone. */
    mails: computed(() =>
      mailsOnTheirWay((known.value?.[0] ?? []).filter((fact) => fact.kind === 'point-mail')),
    ),
    /** What can be asked once more now. */
    onceMore: computed(() => known.value?.[1] ?? []),
    said,
    busy,
    /** While something is being saved that reads it: a line would be gone before it is known what was said of it. */
    load: async () => {
      if (!busy.peek()) await read();
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

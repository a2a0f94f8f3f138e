import { computed, signal } from '@preact/signals';

import type { Saying } from '../../../domain/facts/entered/check-in';
import type { JudgedOccurrence, ReasonKind } from '../../../domain/judge/judged/judged';
import type { CheckInNote } from '../../port/actions';
import type { PaneState } from '../pane';
import type { Change } from './changes';

/** Asking what happened: one tap saves, `Undo` takes the last answer back. */
export function createCheckInState(pane: PaneState, occurrence: JudgedOccurrence) {
  const { actions } = pane;
  const busy = signal(false);
  const { disputed, corrected, otherPersonNote } = occurrence;
  /** Whether the reasons are shown: at once where somebody said otherwise, so that both sides are read. */
  const why = signal(disputed || corrected || otherPersonNote !== null);
  /** What is being changed. */
  const changing = signal<Change | null>(null);
  const current = computed(
    () => pane.occurrences.value.find(({ key }) => key === occurrence.key) ?? occurrence,
  );

  /** One at a time: a second tap while the first is being saved does nothing. */
  const alone = async (act: () => Promise<unknown>) => {
    if (busy.peek()) return false;
    busy.value = true;
    pane.choose(occurrence.key);
    const done = await pane.attempt(async () => {
      await act();
      return true;
    });
    busy.value = false;
    return done === true;
  };
  const note = (said: CheckInNote) => alone(() => actions.checkIn(occurrence.key, said));

  return {
    busy,
    why,
    changing,
    current,
    answer: computed(() => checkInReadingOf(current.value)),
    note,
    say: (said: Saying) => note({ said, minutes: null, people: [] }),
    undo: (entry: string) => alone(() => actions.undo(entry)),
  };
}
export type CheckInState = ReturnType<typeof createCheckInState>;

const SAYINGS_BY_REASON: Readonly<Partial<Record<ReasonKind, Saying>>> = {
  'we-met': 'we-met',
  'nobody-joined': 'nobody-joined',
  'nobody-joined-too-early': 'nobody-joined',
  'agreed-to-skip': 'agreed-to-skip',
  'i-was-not-there': 'i-was-not-there',
};

/** What the check-in that counts said, as its reason tells. */
export function checkInReadingOf({ checkIn, reasons }: JudgedOccurrence): Saying | null {
  if (checkIn === null) return null;
  const said = reasons.findLast(({ fact, what }) => fact === checkIn.id && what in SAYINGS_BY_REASON);
  return said === undefined ? null : (SAYINGS_BY_REASON[said.what] ?? null);
}

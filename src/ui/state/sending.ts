import type { JudgedOccurrence } from '../../domain/judged';
import type { OccurrenceKey } from '../../domain/occurrence';
import type { RecapEntry } from '../../domain/recap';
import { recapState } from '../../domain/sending';
import type { Letter, Scene } from './desk';
import type { PaneState } from './pane';

/** How the recap of an occurrence stands; `open` is the only one in which something can be sent. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'undoable'; readonly letter: Letter }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'sent'; readonly entry: RecapEntry }
  | { readonly kind: 'unverified'; readonly entry: RecapEntry }
  | { readonly kind: 'unknown'; readonly entry: RecapEntry };

export function standingOf(
  occurrence: OccurrenceKey,
  { recaps, pending }: Pick<Scene, 'recaps' | 'pending'>,
  onTheirWay: readonly OccurrenceKey[],
): Standing {
  const entry = recapState(recaps).get(occurrence);
  if (entry?.step === 'sent') return { kind: 'sent', entry };
  if (pending?.occurrence === occurrence) return { kind: 'undoable', letter: pending.letter };
  if (onTheirWay.includes(occurrence)) return { kind: 'on-its-way' };
  if (entry?.step === 'unverified') return { kind: 'unverified', entry };
  return entry?.step === 'sending' ? { kind: 'unknown', entry } : { kind: 'open' };
}

/** Sends once: a second press, here or while the first is on its way, does nothing. */
export async function send(pane: PaneState, occurrence: OccurrenceKey, letter: Letter): Promise<void> {
  if (pane.onTheirWay.peek().includes(occurrence)) return;
  pane.onTheirWay.value = [...pane.onTheirWay.peek(), occurrence];
  pane.choose(occurrence);
  await pane.attempt(() => pane.desk.sendRecap(occurrence, letter));
  pane.onTheirWay.value = pane.onTheirWay.peek().filter((key) => key !== occurrence);
}

/** Whether a recap can be written at all. */
export const recapIsPossible = ({ outcome }: JudgedOccurrence): boolean =>
  outcome !== 'upcoming' && outcome !== 'superseded';

import type { JudgedOccurrence } from '../../domain/judged';
import type { OccurrenceKey } from '../../domain/occurrence';
import type { RecapEntry } from '../../domain/recap';
import type { Letter } from './desk';
import type { PaneState } from './pane';

/** How the recap of an occurrence stands; `open` is the only one in which something can be sent. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'undoable'; readonly letter: Letter }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'sent'; readonly entry: RecapEntry }
  | { readonly kind: 'unverified'; readonly entry: RecapEntry }
  | { readonly kind: 'unknown'; readonly entry: RecapEntry };

/** The last step of each sending decides; one that went, or may have gone, closes the occurrence. */
export function standingOf(
  occurrence: OccurrenceKey,
  recaps: readonly RecapEntry[],
  pending: { readonly occurrence: OccurrenceKey; readonly letter: Letter } | null,
  onTheirWay: readonly OccurrenceKey[],
): Standing {
  if (pending?.occurrence === occurrence) return { kind: 'undoable', letter: pending.letter };
  const last = new Map<string, RecapEntry>();
  for (const entry of recaps) {
    if (entry.occurrence !== occurrence) continue;
    const before = last.get(entry.mailKey);
    if (before === undefined || before.id < entry.id) last.set(entry.mailKey, entry);
  }
  const ends = [...last.values()];
  const sent = ends.find(({ step }) => step === 'sent');
  if (sent !== undefined) return { kind: 'sent', entry: sent };
  if (onTheirWay.includes(occurrence)) return { kind: 'on-its-way' };
  const unverified = ends.find(({ step }) => step === 'unverified');
  if (unverified !== undefined) return { kind: 'unverified', entry: unverified };
  const sending = ends.find(({ step }) => step === 'sending');
  return sending === undefined ? { kind: 'open' } : { kind: 'unknown', entry: sending };
}

/** Sends once: a second press, here or while the first is on its way, does nothing. */
export async function send(pane: PaneState, occurrence: OccurrenceKey, letter: Letter): Promise<void> {
  if (pane.onTheirWay.peek().includes(occurrence)) return;
  pane.onTheirWay.value = [...pane.onTheirWay.peek(), occurrence];
  pane.choose(occurrence);
  await pane.attempt(() => pane.desk.sendRecap(occurrence, letter));
  pane.onTheirWay.value = pane.onTheirWay.peek().filter((key) => key !== occurrence);
}

const NO_RECAP = [
  'upcoming',
  'superseded',
  'not-recorded',
  'excluded-paused',
  'excluded-short-invitation',
  'excluded-own-absence',
];

/** Whether somebody is likely to want a recap: it did not take place, or not with everybody. */
export function recapIsDue({ outcome, people }: JudgedOccurrence): boolean {
  if (NO_RECAP.includes(outcome)) return false;
  if (!outcome.startsWith('held') || outcome === 'held-part') return true;
  return people.some(
    ({ needed, isOwner, outcome: own }) => needed && !isOwner && !own?.startsWith('present'),
  );
}

/** Whether a recap can be written at all. */
export const recapIsPossible = ({ outcome }: JudgedOccurrence): boolean =>
  outcome !== 'upcoming' && outcome !== 'superseded';

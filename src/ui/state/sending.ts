import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import { lastSteps } from '../../domain/facts/decided/sending';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { RecapLetter, Scene } from '../desk/desk';
import type { PaneState } from './pane';

/** How the recap of an occurrence stands; `open` is the only one in which nothing was begun, or nothing is left of it. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'undoable'; readonly to: readonly Person[] }
  | { readonly kind: 'on-its-way' }
  | ({ readonly kind: 'sent' | 'unverified' | 'unknown' } & Begun);

/** The mails of a recap, at their last step. */
export interface Begun {
  /** Verified or not, in the order they went. */
  readonly went: readonly RecapEntry[];
  readonly unknown: readonly RecapEntry[];
  readonly refused: readonly RecapEntry[];
}

export function standingOf(
  occurrence: OccurrenceKey,
  { recaps, pending }: Pick<Scene, 'recaps' | 'pending'>,
  onTheirWay: readonly OccurrenceKey[],
): Standing {
  if (pending?.occurrence === occurrence) return { kind: 'undoable', to: pending.to };
  const last = lastSteps(recaps).filter((one) => one.occurrence === occurrence);
  const went = last
    .filter(({ step }) => step === 'sent' || step === 'unverified')
    .sort((a, b) => (a.sentAt ?? a.recordedAt) - (b.sentAt ?? b.recordedAt));
  const unknown = last.filter(({ step }) => step === 'sending');
  const refused = last.filter(({ step }) => step === 'refused');
  const begun = { went, unknown, refused };
  const isDone = unknown.length === 0 && went.length > 0 && went.every(({ step }) => step === 'sent');
  if (onTheirWay.includes(occurrence) && !(isDone && refused.length === 0)) return { kind: 'on-its-way' };
  if (unknown.length > 0) return { kind: 'unknown', ...begun };
  if (went.length === 0) return { kind: 'open' };
  return { kind: isDone ? 'sent' : 'unverified', ...begun };
}

/** Sends once: a second press, here or while the first is on its way, does nothing. */
export async function send(
  pane: PaneState,
  occurrence: OccurrenceKey,
  letters: readonly RecapLetter[],
  together: boolean,
): Promise<void> {
  if (pane.onTheirWay.peek().includes(occurrence)) return;
  pane.onTheirWay.value = [...pane.onTheirWay.peek(), occurrence];
  pane.choose(occurrence);
  await pane.attempt(() => pane.desk.sendRecap(occurrence, letters, together));
  pane.onTheirWay.value = pane.onTheirWay.peek().filter((key) => key !== occurrence);
}

/** Whether a recap can be written at all. */
export const recapIsPossible = ({ outcome }: JudgedOccurrence): boolean =>
  outcome !== 'upcoming' && outcome !== 'superseded';

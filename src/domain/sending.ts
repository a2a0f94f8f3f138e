import type { OccurrenceKey } from './occurrence';
import type { RecapEntry } from './recap-entry';

/** What came of sending a mail; `unknown`: it may have gone. */
export type SendingEnd = 'sent' | 'unverified' | 'taken-back' | 'unknown' | 'already-sent';

/** Of each sending its last step counts: what was taken back or refused did not go. */
export function lastSteps(entries: readonly RecapEntry[]): readonly RecapEntry[] {
  const last = new Map<string, RecapEntry>();
  for (const entry of entries) {
    const sending = `${entry.occurrence}\n${entry.mailKey}`;
    const before = last.get(sending);
    if (before === undefined || before.id < entry.id) last.set(sending, entry);
  }
  return [...last.values()];
}

/** Recaps that went, verified or not. */
export const sentRecaps = (entries: readonly RecapEntry[]): readonly RecapEntry[] =>
  lastSteps(entries).filter(({ step }) => step === 'sent' || step === 'unverified');

/** What weighs most where an occurrence had several sendings: what went, then what may have gone. */
const WEIGHT = { sent: 4, unverified: 3, sending: 2, 'taken-back': 1, refused: 1 } as const;

/** How the recap of each occurrence stands; one that is not in it was never begun. */
export function recapState(entries: readonly RecapEntry[]): ReadonlyMap<OccurrenceKey, RecapEntry> {
  const states = new Map<OccurrenceKey, RecapEntry>();
  for (const entry of lastSteps(entries)) {
    const other = states.get(entry.occurrence);
    const heavier = other === undefined || WEIGHT[entry.step] > WEIGHT[other.step];
    if (heavier || (WEIGHT[entry.step] === WEIGHT[other.step] && entry.id > other.id)) {
      states.set(entry.occurrence, entry);
    }
  }
  return states;
}

/** A recap that went, or may have gone, closes its occurrence. */
export const isClosed = (state: RecapEntry | undefined): boolean =>
  state !== undefined && WEIGHT[state.step] > 1;

import type { Instant } from '../../time/time';
import type { OccurrenceKey } from '../things/occurrence';
import { amongPeople } from '../things/people';
import { isSamePerson, type Person } from '../things/person';
import type { Telling } from './catch-up-entry';
import type { InputRequest } from './consulting';
import type { RecapEntry } from './recap-entry';

/** What came of sending a mail; `unknown`: it may have gone. */
export type SendingEnd = 'sent' | 'unverified' | 'taken-back' | 'unknown' | 'already-sent';

/** Of each sending its last step counts: what was taken back or refused did not go. */
export function lastSteps<Step extends Pick<Telling, 'id' | 'series' | 'occurrence' | 'mailKey'>>(
  entries: readonly Step[],
): readonly Step[] {
  const last = new Map<string, Step>();
  for (const entry of entries) {
    const sending = `${entry.occurrence ?? entry.series}\n${entry.mailKey}`;
    const before = last.get(sending);
    if (before === undefined || before.id < entry.id) last.set(sending, entry);
  }
  return [...last.values()];
}

/** It went, or may have gone, and nothing says that it reached nobody. */
export const isOnItsWay = ({ step }: Pick<Telling | InputRequest, 'step'>): boolean =>
  step !== 'taken-back' && step !== 'refused' && step !== 'came-back';

/** Recaps and catch-ups that went, verified or not, and what was told by hand. */
export const sentRecaps = <One extends Telling>(entries: readonly One[]): readonly One[] =>
  lastSteps(entries).filter(({ step }) => step === 'sent' || step === 'unverified' || step === 'by-hand');

/** When, of recaps that went, one with a decision first went to somebody; null: none did. */
export function mailedAt(sent: readonly Telling[], decision: string, person: Person): Instant | null {
  const times = sent
    .filter(
      ({ decisions, to }) => decisions.includes(decision) && to.some((one) => isSamePerson(one, person)),
    )
    .map(({ sentAt, recordedAt }) => sentAt ?? recordedAt);
  return times.length === 0 ? null : Math.min(...times);
}

/** What weighs most where an occurrence had several sendings: what went, then what may have gone. */
const WEIGHT = {
  ...{ sent: 4, 'by-hand': 4, unverified: 3, sending: 2 },
  ...{ 'taken-back': 1, refused: 1, 'came-back': 1 },
} as const;

const weightOf = ({ step }: RecapEntry): number => WEIGHT[step];

const isRecap = (entry: Telling): entry is RecapEntry => entry.kind === 'recap';

/**
 * How the recap of each occurrence stands; one that is not in it was never begun. Where it went to some and was
 * refused for others, or came back from them, it is that: somebody still waits for it.
 */
export function recapState(entries: readonly Telling[]): ReadonlyMap<OccurrenceKey, RecapEntry> {
  const states = new Map<OccurrenceKey, RecapEntry>();
  const last = lastSteps(entries.filter(isRecap));
  for (const entry of last) {
    const other = states.get(entry.occurrence);
    const heavier = other === undefined || weightOf(entry) > weightOf(other);
    if (heavier || (weightOf(entry) === weightOf(other) && entry.id > other.id)) {
      states.set(entry.occurrence, entry);
    }
  }
  for (const entry of last.filter(({ step }) => step === 'refused' || step === 'came-back')) {
    if (!entry.to.every(toldBy(last, entry.occurrence))) states.set(entry.occurrence, entry);
  }
  return states;
}

/** A recap that went, or may have gone, closes its occurrence. */
export const isClosed = (state: RecapEntry | undefined): boolean =>
  state !== undefined && weightOf(state) > 1;

/** Whether a recap of the occurrence went to somebody, or may have gone; asked of many people. */
export const toldBy = (
  entries: readonly Telling[],
  occurrence: OccurrenceKey,
): ((person: Person) => boolean) =>
  amongPeople(
    lastSteps(entries.filter(isRecap))
      .filter((one) => one.occurrence === occurrence && weightOf(one) > 1)
      .flatMap(({ to }) => to),
  );

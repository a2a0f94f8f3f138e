import type { Instant } from '../../domain/time/time';
import type { Counts } from '../store/records';

/** What is needed of `localStorage`. */
export interface SmallStore {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** What the log held when it was last written, and what was found lost and not yet accepted. */
interface Testimony {
  readonly facts: number;
  readonly entries: number;
  readonly wroteAt: Instant;
  readonly lost: Loss | null;
}

export interface Loss {
  readonly facts: number;
  readonly wroteAt: Instant;
}

/**
 * Remembers outside the database that there was a log. A cleared or damaged database opens as an empty one:
 * only this tells a loss from a first run.
 */
export interface LossDetector {
  /** Compares with what the database, opened after the witness was asked, says it holds. */
  readonly hear: (counts: Counts) => void;
  readonly note: (counts: Counts, at: Instant) => void;
  readonly loss: () => Loss | null;
  readonly acceptLoss: () => void;
  readonly forget: () => void;
}

export function createLossDetector(storage: SmallStore | undefined, key: string): LossDetector {
  const say = (testimony: Testimony) => attempt(() => storage?.setItem(key, JSON.stringify(testimony)));
  const ask = () => readTestimony(attempt(() => storage?.getItem(key)) ?? null);
  // Asked before the database is: another pane adds there first, and could make less of what is more.
  const said = ask();
  let lost: Loss | null = said?.lost ?? null;

  return {
    hear: (counts) => {
      // Facts of a sweep may be missing after a power cut; they are found again. Own entries are not.
      const missing = said && (counts.entries < said.entries || (counts.facts === 0 && said.facts > 0));
      const erasedMeanwhile = ask() === null;
      if (!missing || erasedMeanwhile || lost !== null) return;
      lost = { facts: said.facts, wroteAt: said.wroteAt };
      say({ ...said, facts: counts.facts, entries: counts.entries, lost });
    },
    note: (counts, at) => say({ facts: counts.facts, entries: counts.entries, wroteAt: at, lost }),
    loss: () => lost,
    acceptLoss: () => {
      lost = null;
      const now = ask();
      if (now) say({ ...now, lost: null });
    },
    forget: () => {
      lost = null;
      attempt(() => storage?.removeItem(key));
    },
  };
}

function readTestimony(text: string | null): Testimony | null {
  const said = attempt(() => JSON.parse(text ?? 'null') as Partial<Testimony> | null);
  if (typeof said?.facts !== 'number' || typeof said.entries !== 'number') return null;
  return { facts: said.facts, entries: said.entries, wroteAt: said.wroteAt ?? 0, lost: said.lost ?? null };
}

/** Small storage may be denied or full: then there is no witness, and nothing else suffers. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

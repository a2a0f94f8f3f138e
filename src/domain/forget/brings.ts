import type { Fact } from '../facts/log/fact';
import { isByHand, isDeleting } from '../facts/log/kinds';
import type { Person } from '../facts/things/person';
import type { Instant } from '../time/time';
import { deletionFault } from './bounds';
import { personsIn } from './erasing';
import { createSieve, type Limit } from './sieve';
import { type WouldGo, whatWouldGo } from './what-would-go';

/** What facts would do to a log, counted before they may. */
export interface Brings {
  /** New here: what somebody put in, and what a calendar, a mail or a report said. */
  readonly entries: number;
  readonly observations: number;
  /** Told otherwise than they stand here. */
  readonly changes: number;
  /** Who is named in all of that. */
  readonly people: number;
  /** Choices about what is kept, and what of this log would go by them. */
  readonly choices: number;
  readonly wouldGo: WouldGo | null;
}

export const bringsNothing = ({ entries, observations, changes, choices }: Brings): boolean =>
  entries + observations + changes + choices === 0;

export const bringTogether = (all: readonly Brings[]): Brings => {
  const sum = (of: (one: Brings) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    entries: sum(({ entries }) => entries),
    observations: sum(({ observations }) => observations),
    changes: sum(({ changes }) => changes),
    people: sum(({ people }) => people),
    choices: sum(({ choices }) => choices),
    wouldGo: goneTogether(all.flatMap(({ wouldGo }) => wouldGo ?? [])),
  };
};

/** At most so much: what two files take both is counted twice. */
const goneTogether = ([first, ...others]: readonly WouldGo[]): WouldGo | null =>
  first === undefined
    ? null
    : others.reduce(
        (sum, one) => ({
          days: sum.days + one.days,
          rows: sum.rows + one.rows,
          people: sum.people + one.people,
          erases: sum.erases || one.erases,
          reduces: sum.reduces || one.reduces,
        }),
        first,
      );

/** What this log refuses anyway brings nothing. */
export function bringsOf(
  facts: readonly Fact[],
  log: readonly Fact[],
  limits: readonly Limit[],
  now: Instant,
): Brings {
  const known = new Map(log.map((fact) => [fact.id, fact]));
  const heeded = createSieve(limits).fact;
  const bounds = { latest: now, now, facts: [...log, ...facts] };
  const brought = facts.filter((fact) => {
    const here = known.get(fact.id);
    const isKept = heeded(fact) !== null && deletionFault(fact, bounds) === null;
    return isKept && (here === undefined || JSON.stringify(here) !== JSON.stringify(fact));
  });
  const fresh = brought.filter(({ id }) => !known.has(id));
  const choices = brought.filter(isDeleting);
  const plain = fresh.filter((fact) => !isDeleting(fact));
  return {
    entries: plain.filter(isByHand).length,
    observations: plain.filter((fact) => !isByHand(fact)).length,
    changes: brought.length - fresh.length,
    people: new Set(brought.flatMap(personsIn).map(keyOf)).size,
    choices: choices.length,
    wouldGo: choices.length === 0 ? null : whatWouldGo({ facts: log, incoming: choices, ownKeys: [], now }),
  };
}

const keyOf = ({ key }: Person): string => key.toLowerCase();

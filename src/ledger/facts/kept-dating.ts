import { CLOCK_TOLERANCE, lastKnownOf } from '../../domain/facts/log/dating';
import type { Fact } from '../../domain/facts/log/fact';
import { isByHand } from '../../domain/facts/log/kinds';
import { type AgreedTime, NOTHING_AGREED, saidAhead, serverTimeIn } from '../../domain/forget/agreed-time';
import type { Instant } from '../../domain/time/time';
import type { Store } from '../store/store';
import { allFacts } from './read-facts';

/** What the openings of this machine have found: see tasks/log/note-opening.ts. */
const NAME = 'setting:agreed-time';

/**
 * Facts made here while the clock is more than two days ahead of everything known carry what was known: their times say
 * something that nothing bears out. The log is read for that only where the openings have not found the time.
 */
export async function datedHere(
  store: Store,
  facts: readonly Fact[],
  clock: Instant,
): Promise<readonly Fact[]> {
  const noted = (await store.read(['meta'], (tx) => tx.get('meta', NAME)))?.value as AgreedTime | undefined;
  const time = { ...NOTHING_AGREED, ...noted };
  const ahead = saidAhead({ ...time, server: laterOf(time.server, serverTimeIn(facts)) }, clock);
  if (ahead === null) return facts;
  const known = Math.max(clock - ahead, facts.some(isByHand) ? await latestKnown(store, clock) : -Infinity);
  if (clock - known <= CLOCK_TOLERANCE) return facts;
  const isAhead = ({ recordedAt }: Fact) => recordedAt > known + CLOCK_TOLERANCE && recordedAt <= clock;
  return facts.map((fact) => (isAhead(fact) ? { ...fact, lastKnown: known } : fact));
}

/** What Graph has stamped, and what was entered by a clock that nothing spoke against, here and on other machines. */
async function latestKnown(store: Store, clock: Instant): Promise<Instant> {
  const facts = await store.read(['occurrences', 'people'], allFacts);
  const entered = facts.flatMap((fact) =>
    isByHand(fact) && lastKnownOf(fact) === null && fact.recordedAt <= clock ? [fact.recordedAt] : [],
  );
  return entered.reduce((a, b) => Math.max(a, b), serverTimeIn(facts) ?? -Infinity);
}

const laterOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

import { asSaid, dated } from './dating';
import type { Fact } from './fact';
import { isByHand } from './kinds';
import { mergeFacts } from './log';
import { saneFact } from './sane';

/** Undos of undos of undos: nobody goes deeper by hand. */
const DEEPEST = 50;

/**
 * The facts that count: each once, in the order recorded (or as dating.ts says, where a clock was wrong), without what
 * its owner took back. An undo can be taken back itself. What the world said cannot be taken back, only what a person
 * put in.
 */
export function standingFacts(facts: readonly Fact[]): readonly Fact[] {
  const sane = facts.map(saneFact).filter((fact) => fact !== null);
  const each = inTheirOrder(mergeFacts(sane, []));
  const back = takenBack(each);
  return each.filter((fact) => fact.kind !== 'undo' && !(back.has(fact.id) && isByHand(fact)));
}

function inTheirOrder(facts: readonly Fact[]): readonly Fact[] {
  const all = dated(facts);
  return all === facts ? facts : [...all].sort(asSaid);
}

/** Ids of entries that an `undo` takes back which was not itself taken back. */
export function takenBack(facts: readonly Fact[]): ReadonlySet<string> {
  const undos = facts.filter((fact) => fact.kind === 'undo').reverse();
  let back = new Set<string>();
  for (let round = 0; round < DEEPEST; round++) {
    // Latest first: an undo is taken back by a later one, unless two clocks differed; then by another round.
    const next = new Set<string>();
    for (const { id, of } of undos) if (!(next.has(id) || (round > 0 && back.has(id)))) next.add(of);
    const settled = next.size === back.size && [...next].every((id) => back.has(id));
    back = next;
    if (settled) break;
  }
  return back;
}

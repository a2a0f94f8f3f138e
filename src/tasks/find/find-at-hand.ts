import { type AtHand, occasionsNear, peopleAtHand } from '../../domain/tell/at-hand';
import type { Ports } from '../ports';

/** Meetings around now, and who can be named: of every kept log what its first look needs, and no more. */
export async function findAtHand({ ledger, clock }: Ports): Promise<AtHand> {
  const [{ kept }, entries] = await Promise.all([ledger.people(), ledger.ownEntries()]);
  const openings = await Promise.all(kept.map(({ lineage }) => ledger.opening(lineage)));
  const lineages = openings.flatMap((opening) => (opening === null ? [] : [opening.lineage]));
  return {
    occasions: occasionsNear(lineages, clock()),
    people: peopleAtHand(
      kept.flatMap(({ people }) => people),
      entries.filter((entry) => entry.kind === 'decision'),
    ),
  };
}

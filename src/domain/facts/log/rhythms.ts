import type { Rhythm } from '../entered/rhythm';
import type { Fact } from './fact';
import { takenBack } from './standing';

/** How often people hear what they missed (13.5), in the order chosen, without what was taken back. */
export function rhythmsIn(facts: readonly Fact[]): readonly Rhythm[] {
  const back = takenBack(facts);
  return facts
    .filter((fact) => fact.kind === 'rhythm')
    .filter(({ id }) => !back.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

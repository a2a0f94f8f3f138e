import { isTelling, type Telling } from '../decided/catch-up-entry';
import type { Fact } from './fact';
import { takenBack } from './standing';

/** The mails that tell what was decided, and what was told by hand, without what was taken back. */
export function tellingsIn(facts: readonly Fact[]): readonly Telling[] {
  const back = takenBack(facts);
  return facts.filter(isTelling).filter(({ id }) => !back.has(id));
}

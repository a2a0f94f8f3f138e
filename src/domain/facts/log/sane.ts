import { isInstant } from '../things/sane-time';
import { lastKnownOf } from './dating';
import type { Fact } from './fact';
import { kindOf } from './kinds';

/**
 * Facts also come from files that somebody may have edited. A fact whose times are no times tells nothing and is
 * left out; times within it that can be mended are mended.
 */
export function saneFact(fact: Fact): Fact | null {
  const known = lastKnownOf(fact);
  if (!isInstant(fact.recordedAt) || (known !== null && !isInstant(known))) return null;
  const { sane } = kindOf(fact);
  return sane === 'as-it-is' ? fact : sane(fact);
}

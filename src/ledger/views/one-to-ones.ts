import type { Fact } from '../../domain/facts/log/fact';
import { eachOnce } from '../../domain/facts/things/people';
import type { Person } from '../../domain/facts/things/person';
import { oneToOnesOf } from '../../domain/measure/hearing';
import type { Reading } from '../store/store';

/** With whom the owner keeps a one-to-one, the owner included: read from the cards, so that no other record names them. */
export const oneToOnesAmong = async (tx: Reading): Promise<readonly Person[]> =>
  eachOnce((await tx.all('lineages')).flatMap(({ lineage }) => oneToOnesOf(lineage)));

/** Only what is large is owed to them (13.2): where nothing is, no card has to be read. */
export const isAnyLarge = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === 'decision' && fact.reach === 'large');

import { agreementViews } from '../domain/agree/agreed';
import { zonesOf } from '../domain/agree/zones-of';
import type { PersonKey } from '../domain/facts/things/person';
import type { JudgedLineage } from '../domain/judge/judged/judged';
import type { Zone } from '../domain/time/time';
import type { Session } from './session';

/** Where the people of a meeting live, as far as anybody said so. */
export async function zonesIn(
  { ports: { ledger } }: Session,
  { id, rules }: Pick<JudgedLineage, 'id' | 'rules'>,
): Promise<Readonly<Record<PersonKey, Zone>>> {
  const [facts, entries] = await Promise.all([ledger.historyOf(id), ledger.ownEntries()]);
  return zonesOf(facts, agreementViews(entries), rules);
}

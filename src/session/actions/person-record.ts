import { decisionHistories } from '../../domain/agree/decision-history';
import { isSamePerson, namesOf, type Person } from '../../domain/facts/things/person';
import { createSieve } from '../../domain/forget/sieve';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { wholeDaysIn } from '../../domain/judge/judged/whole-days';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { ownerOf, type Session } from '../session';
import { standingIn } from './standing-in';

/**
 * What the log holds about one person. Own entries are few and lie together; of the meetings those are read that are
 * shared with them, one after the other, so that whoever taps meanwhile has their turn. null: they were erased.
 */
export async function recordWith(session: Session, asked: Person): Promise<PersonRecord | null> {
  const { ledger, clock } = session.ports;
  const { mentions } = createSieve(await ledger.limits());
  if (mentions(asked)) return null;
  const { zone } = ownerOf(session);
  const lineages: JudgedLineage[] = [];
  const { kept } = await ledger.people();
  for (const { lineage, people } of kept) {
    if (!people.some((one) => isSamePerson(one, asked))) continue;
    const read = await ledger.around(lineage);
    if (read.lineage !== null) lineages.push(wholeDaysIn(read.lineage, zone));
  }
  const entries = await ledger.ownEntries();
  const { oneToOnes } = session.viewStore.view();
  return {
    person: asKnown(asked, lineages),
    lineages,
    ...standingIn(entries),
    ...(oneToOnes === undefined ? {} : { oneToOnes }),
    histories: decisionHistories(entries, clock()),
  };
}

/** Under every address that a meeting knows of them: the name that was pressed may have had one of them alone. */
function asKnown(asked: Person, lineages: readonly JudgedLineage[]): Person {
  const named = lineages
    .flatMap(({ people, members }) => [...people, ...members.map(({ person }) => person)])
    .filter((one) => isSamePerson(one, asked));
  const addresses = [asked, ...named].flatMap(namesOf).filter((name) => name.includes('@'));
  return addresses.length === 0 ? asked : { ...asked, otherAddresses: [...new Set(addresses)] };
}

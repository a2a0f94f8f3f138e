import { amongPeople, eachOnce } from '../../domain/facts/things/people';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { LineageCard } from '../store/records';
import type { Reading } from '../store/store';
import { type KeptLine, keptAmong } from './lines';
import { oneToOnesAmong } from './one-to-ones';

export interface KeptWithPeople extends KeptLine {
  readonly people: readonly Person[];
}

/** Whom the log knows. */
export interface LogPeople {
  /** The logs that are kept, with everybody else who was ever on their lists and is in the record. */
  readonly kept: readonly KeptWithPeople[];
  /** With whom a one-to-one is kept. */
  readonly oneToOnes: readonly Person[];
}

/** Asked of the cards, without an occurrence of any. */
export async function peopleIn(tx: Reading, owner: Owner | null): Promise<LogPeople> {
  const [kept, oneToOnes] = await Promise.all([keptWithPeople(tx, owner), oneToOnesAmong(tx)]);
  return { kept, oneToOnes };
}

async function keptWithPeople(tx: Reading, owner: Owner | null): Promise<readonly KeptWithPeople[]> {
  const [kept, cards] = await Promise.all([keptAmong(tx), tx.all('lineages')]);
  const isOwner = amongPeople(owner === null ? [] : [owner]);
  const people = new Map<string, readonly Person[]>();
  for (const card of cards) {
    const { id } = card.lineage;
    people.set(id, [...(people.get(id) ?? []), ...inRecord(card)]);
  }
  return kept.map((line) => ({
    ...line,
    people: eachOnce(people.get(line.lineage) ?? []).filter((one) => !isOwner(one)),
  }));
}

const inRecord = ({ lineage: { people, members } }: LineageCard): readonly Person[] => [
  ...people,
  ...members.flatMap(({ person, standing }) => (standing === 'left-out' ? [] : [person])),
];

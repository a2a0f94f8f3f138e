import type { Owner, Person, PersonKey } from './person';

/** Who is who: the owner is one person under all addresses. */
export interface Identity {
  readonly owner: Owner;
  readonly keyOf: (key: PersonKey) => PersonKey;
  /** The owner as the log knows them, anybody else as given. */
  readonly personOf: (person: Person) => Person;
}

export function identityOf(owner: Owner): Identity {
  const addresses = [owner.key, owner.address, ...(owner.otherAddresses ?? [])];
  const ids = owner.directoryId === undefined ? [] : [owner.directoryId, `id:${owner.directoryId}`];
  const own = new Set([...addresses, ...ids].filter((key) => key !== '').map((key) => key.toLowerCase()));
  const known = new Map<PersonKey, PersonKey>();
  const keyOf = (key: PersonKey): PersonKey => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = own.has(key.toLowerCase()) ? owner.key : key;
    known.set(key, found);
    return found;
  };
  const { zone: _, ...self } = owner;
  return { owner, keyOf, personOf: (person) => (keyOf(person.key) === owner.key ? self : person) };
}

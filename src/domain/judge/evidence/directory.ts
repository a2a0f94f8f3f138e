import type { Identified } from '../../facts/entered/rules';
import type { Report, ReportRow } from '../../facts/observed/report';
import type { Identity } from '../../facts/things/identity';
import type { Person, PersonKey } from '../../facts/things/person';

/** How the rows of reports are told to be people, learned over the whole lineage (3.5). */
export interface Directory {
  /** `undefined`: nobody on any list, or nobody knows. `noted`: it rests on a person's confirmation. */
  readonly personOf: (report: Report, row: ReportRow) => Matched | undefined;
}

interface Matched {
  readonly key: PersonKey;
  readonly noted: boolean;
}

/** By directory id, then by any known address, then by a person's confirmation; never by name. */
export function directoryOf(
  identity: Identity,
  people: Iterable<Person>,
  reports: readonly Report[],
  identified: ReadonlyMap<string, readonly Identified[]>,
): Directory {
  const ids = new Map<string, Matched>();
  const addresses = new Map<string, Matched>();
  const learn = (into: Map<string, Matched>, name: string | null | undefined, one: Matched) => {
    if (name && !into.has(name.toLowerCase())) into.set(name.toLowerCase(), one);
  };
  for (const person of [identity.owner, ...people]) {
    const known = { key: identity.keyOf(person.key), noted: false };
    learn(ids, person.directoryId, known);
    if (person.key.startsWith('id:')) learn(ids, person.key.slice(3), known);
    for (const address of [person.key, person.address, ...(person.otherAddresses ?? [])]) {
      learn(addresses, address, known);
    }
  }
  const confirmed = new Map<string, Matched>();
  for (const [report, answers] of identified) {
    for (const { row, person } of answers) {
      confirmed.set(`${report}\n${row}`, { key: identity.keyOf(person), noted: true });
    }
  }
  // An id seen once beside a known address is known from then on, in every report; so is what a person confirmed once.
  for (const { id, rows } of reports) {
    for (const row of rows) {
      const known = addresses.get(row.address.toLowerCase()) ?? confirmed.get(`${id}\n${row.row}`);
      if (known === undefined) continue;
      learn(ids, row.directoryId, known);
      learn(addresses, row.address, known);
    }
  }
  return {
    personOf: ({ id }, row) =>
      ids.get(row.directoryId?.toLowerCase() ?? '') ??
      addresses.get(row.address.toLowerCase()) ??
      confirmed.get(`${id}\n${row.row}`),
  };
}

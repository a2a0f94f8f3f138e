import { agreedWith, agreementViews } from '../../domain/agree/agreed';
import { whereaboutsOf } from '../../domain/agree/whereabouts';
import { type Rhythm, rhythmOf } from '../../domain/facts/entered/rhythm';
import type { Fact } from '../../domain/facts/log/fact';
import { rhythmsIn } from '../../domain/facts/log/rhythms';
import { eachOnce } from '../../domain/facts/things/people';
import { namesOf, type Owner } from '../../domain/facts/things/person';
import type { Paced } from '../../domain/loops/in-rhythm';
import type { Reading, Writing } from '../store/store';

/** Choices of a rhythm and what was taken back of them, beside the entries: nobody reads all of these to find that there is none. */
const NAME = 'rhythms';

const isThere = (value: unknown): value is readonly Fact[] => Array.isArray(value);

const keptIn = async (tx: Reading): Promise<readonly Fact[] | null> => {
  const value = (await tx.get('meta', NAME))?.value;
  return isThere(value) ? value : null;
};

const entriesIn = async (tx: Reading): Promise<readonly Fact[]> =>
  (await tx.all('entries')).map(({ fact }) => fact);

/** Those of these facts that choose a rhythm, or take back a choice, or such an undo. */
function choicesAmong(facts: readonly Fact[], before: readonly Fact[]): readonly Fact[] {
  const known = new Set(before.map(({ id }) => id));
  const found: Fact[] = [];
  for (const fact of [...facts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (fact.kind !== 'rhythm' && !(fact.kind === 'undo' && known.has(fact.of))) continue;
    known.add(fact.id);
    found.push(fact);
  }
  return found;
}

/** In the transaction that adds these facts. */
export async function noteRhythms(tx: Writing, fresh: readonly Fact[]): Promise<void> {
  const before = await keptIn(tx);
  const more = before === null ? choicesAmong(await entriesIn(tx), []) : choicesAmong(fresh, before);
  if (before !== null && more.length === 0) return;
  tx.put('meta', { name: NAME, value: [...(before ?? []), ...more] });
}

/** They name people. */
export const removeRhythms = (tx: Writing): void => tx.remove('meta', NAME);

/** Who hears in a rhythm of their own, with when they work as far as it is known. */
export async function pacedIn(tx: Reading, owner: Owner): Promise<readonly Paced[]> {
  const rhythms = rhythmsIn((await keptIn(tx)) ?? choicesAmong(await entriesIn(tx), []));
  const people = eachOnce(rhythms.map(({ person }: Rhythm) => person)).filter(
    (person) => rhythmOf(rhythms, person).often !== 'each-miss',
  );
  if (people.length === 0) return [];
  const entries = await entriesIn(tx);
  const views = agreementViews(entries);
  return Promise.all(
    people.map(async (person): Promise<Paced> => {
      const pages = await Promise.all(namesOf(person).map((name) => tx.get('people', name)));
      const facts = [...entries, ...pages.flatMap((page) => page?.facts ?? [])];
      const zone = agreedWith(views, person)?.zone ?? null;
      const { week } = whereaboutsOf(person, facts, { zone, ownerZone: owner.zone });
      return { person, pace: rhythmOf(rhythms, person), week };
    }),
  );
}

import type { Fact } from '../../domain/facts/log/fact';
import { isEntry } from '../../domain/facts/log/kinds';
import { addressOf } from '../store/page-address';
import { NOWHERE } from '../store/records';
import type { Reading, Store, Writing } from '../store/store';
import { heldErasures } from './aside';
import { sieveOf } from './erasure-limits';
import { staysHere } from './held-back';
import { beginUnit, type UnitOfWork } from './unit-of-work';

/**
 * Which facts lie in no file of the shared folder yet: ids only, so that what is forgotten is gone from here as well.
 * One record a year of a series, one a person, and one for the entries, which can change their page.
 */
type Waiting = Readonly<Record<string, readonly string[]>>;

const PREFIX = 'outbox:';
const ENTRIES = `${PREFIX}entries`;
const personName = (person: string): string => `${PREFIX}@${person}`;

/** Of whom the facts are that wait in this record; null for any other record. */
export const personOfOutbox = (name: string): string | null =>
  name.startsWith(personName('')) ? name.slice(personName('').length) : null;

/** Whether this log is exchanged with other machines at all. */
export async function roams(tx: Reading): Promise<boolean> {
  const setting = (await tx.get('meta', 'setting:roaming'))?.value as { on?: unknown } | undefined;
  return setting?.on === true;
}

/** The record a fact waits in, and under which day of it; null where its series is not known. */
function slotOf(unit: UnitOfWork, fact: Fact): { readonly name: string; readonly day: string } | null {
  if (isEntry(fact)) return { name: ENTRIES, day: '' };
  const place = addressOf(fact);
  if (place.with === 'person') return { name: personName(place.person), day: '' };
  if (place.with === 'entry') return null;
  const number = place.series === null ? NOWHERE : unit.numbers.get(place.series);
  return number === undefined
    ? null
    : { name: `${PREFIX}${number}/${place.date.slice(0, 4)}`, day: place.date };
}

async function change(
  tx: Writing,
  unit: UnitOfWork,
  facts: readonly Fact[],
  alter: (ids: readonly string[], given: readonly string[]) => readonly string[],
): Promise<void> {
  const slots = new Map<string, Map<string, string[]>>();
  for (const fact of facts) {
    const slot = slotOf(unit, fact);
    if (slot === null) continue;
    const days = slots.get(slot.name) ?? new Map<string, string[]>();
    slots.set(slot.name, days);
    const ids = days.get(slot.day) ?? [];
    ids.push(fact.id);
    days.set(slot.day, ids);
  }
  for (const [name, days] of slots) {
    const waiting = ((await tx.get('meta', name))?.value ?? {}) as Waiting;
    const altered = [...days].map(([day, ids]) => [day, alter(waiting[day] ?? [], ids)] as const);
    const left = Object.entries({ ...waiting, ...Object.fromEntries(altered) }).filter(
      ([, ids]) => ids.length > 0,
    );
    if (left.length > 0) tx.put('meta', { name, value: Object.fromEntries(left) });
    else if (Object.keys(waiting).length > 0) tx.remove('meta', name);
  }
}

export const putIn = (tx: Writing, unit: UnitOfWork, facts: readonly Fact[]): Promise<void> =>
  change(tx, unit, facts, (ids, given) => [...new Set([...ids, ...given])]);

export const takeOut = (tx: Writing, unit: UnitOfWork, facts: readonly Fact[]): Promise<void> =>
  change(tx, unit, facts, (ids, given) => {
    const out = new Set(given);
    return ids.filter((id) => !out.has(id));
  });

/** Facts that wait, at most about so many; what waits and is not there any more stops waiting. */
function takeWaiting(store: Store, most: number): Promise<readonly Fact[]> {
  return store.write('relaxed', async (tx) => {
    const facts: Fact[] = [];
    const stays = await staysHere(tx);
    const { waiting, declined } = await heldErasures(tx);
    // Nobody else hears of an erasure before its week here is over, nor of what it would take where it was undone.
    const early = new Set(waiting.map(({ id }) => id));
    const undone = sieveOf(declined);
    for (const { name, value } of await tx.all('meta')) {
      if (!name.startsWith(PREFIX) || facts.length >= most) continue;
      const left: [string, readonly string[]][] = [];
      for (const [day, ids] of Object.entries(value as Waiting)) {
        const found = facts.length < most ? await factsAt(tx, name, day, ids) : null;
        const there = found?.filter((fact) => !stays(fact) && undone.fact(fact) !== null) ?? null;
        if (there === null) left.push([day, ids]);
        else if (there.length > 0) left.push([day, there.map(({ id }) => id)]);
        facts.push(
          ...(there ?? []).filter(({ id }) => !early.has(id)).flatMap((fact) => undone.fact(fact) ?? []),
        );
      }
      if (left.length > 0) tx.put('meta', { name, value: Object.fromEntries(left) });
      else tx.remove('meta', name);
    }
    return facts;
  });
}

async function factsAt(
  tx: Reading,
  name: string,
  day: string,
  ids: readonly string[],
): Promise<readonly Fact[]> {
  if (name === ENTRIES) {
    const read = await Promise.all(ids.map((id) => tx.get('entries', id)));
    return read.flatMap((entry) => (entry === undefined ? [] : [entry.fact]));
  }
  const wanted = new Set(ids);
  const person = personOfOutbox(name);
  const page =
    person === null
      ? await tx.get('occurrences', [Number(name.slice(PREFIX.length).split('/')[0]), day])
      : await tx.get('people', person);
  return (page?.facts ?? []).filter(({ id }) => wanted.has(id));
}

/** From now on everything waits: nobody knows what lies in the files. */
function fillOutbox(store: Store): Promise<void> {
  return store.write('relaxed', async (tx) => {
    for (const { name } of await tx.all('meta')) if (name.startsWith(PREFIX)) tx.remove('meta', name);
    const [unit, pages, people] = await Promise.all([beginUnit(tx), tx.all('occurrences'), tx.all('people')]);
    await putIn(
      tx,
      unit,
      [...pages, ...people].flatMap(({ facts }) => facts),
    );
  });
}

/** These lie in a file now, or do not any more. */
const changeOutbox = (store: Store, facts: readonly Fact[], lies: boolean): Promise<void> =>
  store.write('relaxed', async (tx) => (lies ? takeOut : putIn)(tx, await beginUnit(tx), facts));

export interface Outbox {
  /** Everything waits from now on. */
  readonly fill: () => Promise<void>;
  /** Some of what waits, about so many. It goes on waiting until it is `sent`. */
  readonly take: (most: number) => Promise<readonly Fact[]>;
  readonly put: (facts: readonly Fact[]) => Promise<void>;
  readonly sent: (facts: readonly Fact[]) => Promise<void>;
}

export const createOutbox = (store: Store): Outbox => ({
  fill: () => fillOutbox(store),
  take: (most) => takeWaiting(store, most),
  put: (facts) => changeOutbox(store, facts, false),
  sent: (facts) => changeOutbox(store, facts, true),
});

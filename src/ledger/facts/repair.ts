import type { Fact } from '../../domain/facts/log/fact';
import { isByHand, isEntry, seriesOfFact } from '../../domain/facts/log/kinds';
import type { Meter } from '../store/meter';
import { addressOf } from '../store/page-address';
import { keyOf, NO_DAY, NOWHERE, type Page, SHELVES, type Shelf } from '../store/records';
import { breathe, type Writing } from '../store/store';
import { pageOf, putEntry, putPage, putPerson, putSeries, type UnitOfWork } from './unit-of-work';

/** Whether a fact has the shape of its kind. */
export type IsWhole = (fact: Fact) => boolean;

/** The shapes are needed where every fact is looked at, and nowhere else. */
export async function loadShapes(): Promise<IsWhole> {
  const { factFault } = await import('../../formats/log/fact-check');
  return (fact) => factFault(fact, '') === null;
}

/**
 * Reads everything. What is damaged goes, and what lies twice comes back: own entries lie on the page of their day and
 * by their id. Counts what is there from now on. Says whether everything was as it should be.
 */
export async function repair(
  tx: Writing,
  unit: UnitOfWork,
  isWhole: IsWhole,
  meter: Meter,
): Promise<boolean> {
  const [pages, people, entries] = await Promise.all([
    ...([tx.all('occurrences', meter.did), tx.all('people'), tx.all('entries')] as const),
  ]);
  const read = { occurrences: pages, people, entries };
  let unreadable = 0;
  for (const shelf of SHELVES) {
    const records = shelf in read ? read[shelf as keyof typeof read] : await tx.all(shelf);
    unreadable += await removeUnreadable(tx, shelf, records);
  }
  let mended = unreadable + adopt(unit, pages);
  await breathe(tx);
  for (const number of [...unit.series.keys(), NOWHERE]) unit.pages.set(number, new Map());
  for (const page of pages) unit.pages.get(page.number)?.set(page.date, page);
  for (const page of people) unit.people.set(page.person, page);
  for (const entry of entries) {
    if (isWhole(entry.fact)) unit.entries.set(entry.id, entry);
    else {
      tx.remove('entries', entry.id);
      mended += 1;
    }
  }
  for (const { damaged, ...page } of pages) {
    await breathe(tx);
    const facts = page.facts.filter(isWhole);
    if (damaged === undefined && facts.length === page.facts.length) continue;
    if (unit.pages.has(page.number)) putPage(unit, { ...page, facts });
    mended += 1;
  }
  for (const { damaged, ...page } of people) {
    const facts = page.facts.filter(isWhole);
    if (damaged === undefined && facts.length === page.facts.length) continue;
    putPerson(unit, { ...page, facts });
    mended += 1;
  }
  mended += (await entriesBack(unit)) + (await pagesBack(unit));
  await breathe(tx);
  const left = [...unit.pages.values()].flatMap((theirs) => [...theirs.values()]);
  unit.counts = {
    facts: [...left, ...unit.people.values()].reduce((sum, { facts }) => sum + facts.length, 0),
    entries: unit.entries.size,
    pages: left.length,
  };
  await breathe(tx);
  return mended === 0;
}

/** By their id, from the pages; gives how many. */
async function entriesBack(unit: UnitOfWork): Promise<number> {
  let back = 0;
  const bring = (fact: Fact, number: number, date: string) => {
    if (!isByHand(fact) || unit.entries.has(fact.id)) return;
    putEntry(unit, { id: fact.id, number, date, fact });
    back += 1;
  };
  for (const [number, theirs] of unit.pages) {
    for (const { date, facts } of theirs.values()) {
      for (const fact of facts) bring(fact, number, date);
      await breathe(unit.tx);
    }
  }
  // A mark by hand lies with its person only.
  for (const { facts } of unit.people.values()) {
    for (const fact of facts.filter(isEntry)) bring(fact, NOWHERE, NO_DAY);
  }
  return back;
}

/** On the pages, by their id; gives how many. */
async function pagesBack(unit: UnitOfWork): Promise<number> {
  const isThere = (facts: readonly Fact[], id: string) => facts.some((fact) => fact.id === id);
  let back = 0;
  for (const { id, number, date, fact } of unit.entries.values()) {
    await breathe(unit.tx);
    const place = addressOf(fact);
    if (place.with === 'person') {
      const page = unit.people.get(place.person) ?? { person: place.person, facts: [] };
      if (isThere(page.facts, id)) continue;
      putPerson(unit, { ...page, facts: [...page.facts, fact] });
    } else {
      const page = pageOf(unit, number, date);
      if (isThere(page.facts, id) || !unit.pages.has(number)) continue;
      putPage(unit, { ...page, facts: [...page.facts, fact] });
    }
    back += 1;
  }
  return back;
}

/** Of what does not have its shape nothing can be read: it would be found damaged for ever. Gives how many. */
async function removeUnreadable(tx: Writing, shelf: Shelf, records: readonly object[]): Promise<number> {
  if ((await tx.count(shelf)) === records.length) return 0;
  const sound = new Set(records.map((record) => JSON.stringify(keyOf(shelf, record))));
  await breathe(tx);
  const gone = (await tx.keys(shelf)).filter((key) => !sound.has(JSON.stringify(key)));
  for (const key of gone) tx.remove(shelf, key);
  return gone.length;
}

/** Pages whose series is not known any more say themselves whose they are. Gives how many series. */
function adopt(unit: UnitOfWork, pages: readonly Page[]): number {
  let adopted = 0;
  for (const { number, facts } of pages) {
    if (number === NOWHERE || unit.series.has(number)) continue;
    const series = facts.map(seriesOfFact).find((one) => one !== null && !unit.numbers.has(one));
    if (series === null || series === undefined) continue;
    putSeries(unit, { series, number, root: number, faces: [], people: [], joins: [] });
    adopted += 1;
  }
  return adopted;
}

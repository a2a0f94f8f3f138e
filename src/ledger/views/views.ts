import type { Fact } from '../../domain/facts/log/fact';
import type { History } from '../../domain/facts/log/history';
import { dateOf, type SeriesId, seriesOf } from '../../domain/facts/things/occurrence';
import type { Owner, PersonKey } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Steps } from '../../domain/pace';
import type { Instant } from '../../domain/time/time';
import { couldBeKin } from '../facts/look-alikes';
import {
  factsIn,
  loadPages,
  loadPeople,
  membersOf,
  pageOf,
  putPage,
  type UnitOfWork,
} from '../facts/unit-of-work';
import { type LineageCard, type Page, pageName, type SeriesRecord } from '../store/records';
import { isSame } from '../store/same';
import { breathe, type Reading } from '../store/store';

export type Judge = (history: History, series: SeriesId, now: Instant) => Steps<JudgedLineage | null>;

const ownKeys = (owner: Owner): PersonKey[] => [owner.key, ...(owner.otherAddresses ?? [])];

/** Histories read in one transaction: look-alikes have the same, and it is sorted out once for all of them. */
export type Histories = Map<string, readonly Fact[]>;

/**
 * Everything the judgement of a lineage may need: the facts of its series, of series that could continue or
 * replace them, and of their people. Reads what is not yet read.
 */
export async function historyOf(
  unit: UnitOfWork,
  root: number,
  owner: Owner,
  histories: Histories = new Map(),
): Promise<History> {
  const members = membersOf(unit, root);
  const kin = [...unit.series.values()].filter(
    (other) => other.root !== root && members.some((member) => couldBeKin(member, other)),
  );
  const numbers = [...members, ...kin].map(({ number }) => number).sort((a, b) => a - b);
  const people = [...new Set([...members.flatMap((member) => member.people), ...ownKeys(owner)])].sort();
  const name = JSON.stringify([numbers, people]);
  const known = histories.get(name);
  if (known !== undefined) return { owner, facts: known };
  await Promise.all([loadPages(unit, numbers), loadPeople(unit, people)]);
  const ofSeries = numbers.flatMap((number) => factsIn(unit, number));
  const ofPeople = people.flatMap((person): readonly Fact[] => unit.people.get(person)?.facts ?? []);
  const facts = [...ofSeries, ...ofPeople];
  histories.set(name, facts);
  return { owner, facts };
}

/** The roots of all lineages whose judgement these series and people have a part in. */
export function rootsTouched(
  records: Iterable<SeriesRecord>,
  numbers: ReadonlySet<number>,
  people: ReadonlySet<PersonKey>,
  owner: Owner,
): ReadonlySet<number> {
  const all = [...records];
  const touched = all.filter(({ number }) => numbers.has(number));
  const ofOwner = ownKeys(owner).some((key) => people.has(key));
  return new Set(
    all
      .filter(
        (record) =>
          ofOwner ||
          numbers.has(record.number) ||
          record.people.some((person) => people.has(person)) ||
          touched.some((other) => couldBeKin(record, other)),
      )
      .map(({ root }) => root),
  );
}

/** A judged lineage taken apart: a card, and each occurrence for its page. */
export interface TakenApart {
  readonly card: LineageCard;
  readonly pages: ReadonlyMap<string, JudgedOccurrence>;
}

/** Says what the kept view of a judged lineage should be. */
export function takeApart(unit: UnitOfWork, root: number, judged: JudgedLineage, now: Instant): TakenApart {
  const members = membersOf(unit, root);
  const numbers = new Map(members.map(({ series, number }) => [series, number]));
  const pages = new Map<string, JudgedOccurrence>();
  const guests: JudgedOccurrence[] = [];
  const order = judged.occurrences.map((occurrence) => {
    const number = numbers.get(seriesOf(occurrence.key));
    if (number === undefined) return guests.push(occurrence) - 1;
    const name = pageName({ number, date: dateOf(occurrence.key) });
    pages.set(name, occurrence);
    return name;
  });
  const { occurrences: _inPages, ...lineage } = judged;
  return { card: { root, numbers: [...numbers.values()], lineage, order, guests, now }, pages };
}

/** Gives the pages of a lineage their judged occurrences. Says whether nothing differed from what was kept. */
export async function putViews(unit: UnitOfWork, root: number, view: TakenApart | null): Promise<boolean> {
  let asKept = true;
  const put = (page: Page, judged: JudgedOccurrence | null) => {
    if (page.judged === judged) return;
    if (isSame(page.judged, judged)) adoptView(unit, page, judged);
    else {
      asKept = false;
      putPage(unit, { ...page, judged });
    }
  };
  for (const { number } of membersOf(unit, root)) {
    for (const page of [...(unit.pages.get(number)?.values() ?? [])]) {
      put(page, view?.pages.get(pageName(page)) ?? null);
      await breathe(unit.tx);
    }
  }
  for (const [name, occurrence] of view?.pages ?? []) {
    const slash = name.indexOf('/');
    put(pageOf(unit, Number(name.slice(0, slash)), name.slice(slash + 1)), occurrence);
    await breathe(unit.tx);
  }
  return asKept;
}

/** The same said by another object: next time one look shows that it is the same. */
function adoptView(unit: UnitOfWork, page: Page, judged: JudgedOccurrence | null): void {
  const adopted = { ...page, judged };
  unit.pages.get(page.number)?.set(page.date, adopted);
  if (unit.changedPages.has(pageName(page))) unit.changedPages.set(pageName(page), adopted);
}

/** Puts a judged lineage together again. */
export async function viewOf(tx: Reading, series: SeriesId): Promise<JudgedLineage | null> {
  const record = await tx.get('series', series);
  const card = record && (await tx.get('lineages', record.root));
  if (!card) return null;
  const read = await Promise.all(card.numbers.map((number) => tx.pagesOf(number)));
  const pages = new Map(read.flat().map((page) => [pageName(page), page.judged]));
  const occurrences = card.order.map((place) =>
    typeof place === 'number' ? card.guests[place] : pages.get(place),
  );
  return { ...card.lineage, occurrences: occurrences.filter((occurrence) => !!occurrence) };
}

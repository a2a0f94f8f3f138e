import type { Erasure, RoleWord } from '../../domain/facts/entered/erasure';
import type { Entry, Fact } from '../../domain/facts/log/fact';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner, Person } from '../../domain/facts/things/person';
import { erasing, namesOf } from '../../domain/forget/erasing';
import { createForgetting, type Forgetting } from '../../domain/forget/forgetting';
import { type Names, type Passage, passagesIn } from '../../domain/forget/passages';
import { createPace, inTurns, type Steps, type Watched } from '../../domain/pace';
import type { Ports } from '../ports';

/** What erasing somebody would do, before it is done. */
export interface ErasePlan {
  /** Meetings with nobody else, by name: their log ends. */
  readonly alone: readonly string[];
  /** Entries and observations of which something goes. */
  readonly touched: number;
  /** Decisions that name them now and will say the role word. */
  readonly decisions: number;
  /** What would be left and looks like a name of theirs: the owner says which of it goes, too. */
  readonly passages: readonly Passage[];
}

export async function planErasing(ports: Ports, owner: Owner, person: Person): Promise<ErasePlan> {
  const facts = await ports.ledger.allFacts();
  const given = { id: '', recordedAt: ports.clock(), role: 'colleague', salt: '' } as const;
  const pace = createPace(ports.turns);
  const erasure = await inTurns(erasing(facts, owner, person, given), pace);
  const names = await inTurns(namesOf(facts, owner, person), pace);
  return inTurns(planned(facts, erasure, names), pace);
}

function* planned(facts: readonly Fact[], erasure: Erasure, names: Names): Steps<ErasePlan> {
  const { fact } = createForgetting([erasure]);
  const changed: Fact[] = [];
  const left: Fact[] = [];
  for (const one of facts) {
    const after = fact(one);
    if (after !== one) changed.push(one);
    if (after !== null) left.push(after);
    yield;
  }
  return {
    alone: erasure.alone.map((series) => titleOf(facts, series)),
    touched: changed.length,
    decisions: changed.filter(({ kind }) => kind === 'decision').length,
    passages: yield* passagesIn(left, names),
  };
}

const titleOf = (facts: readonly Fact[], series: SeriesId): string =>
  facts.filter((fact) => fact.kind === 'series-seen').findLast((fact) => fact.series === series)?.title ?? '';

interface HowErased {
  /** Words that are a name of theirs as well. */
  readonly forms?: readonly string[];
  readonly watched?: Watched;
  /** Done before anything is gone, as long as it can be told whom it is about. */
  readonly before?: (mentions: Forgetting['mentions']) => Promise<unknown>;
}

/**
 * Erases somebody from the whole log, for good (9): an entry that names nobody, which every ledger heeds that gets
 * it. The log of a meeting with nobody else ends: there is nobody left to keep it about. `Stopped`: nobody was erased.
 */
export async function erasePerson(
  ports: Ports,
  owner: Owner,
  person: Person,
  role: RoleWord,
  { forms = [], watched, before }: HowErased = {},
): Promise<void> {
  const now = ports.clock();
  const facts = await ports.ledger.allFacts();
  const kept = new Set((await ports.ledger.keptSeries()).flatMap(({ series }) => series));
  const id = ports.seal.stamp();
  const given = { id, recordedAt: now, role, salt: ports.seal.newKey(), forms };
  const erasure = await inTurns(erasing(facts, owner, person, given), createPace(ports.turns));
  const stops = erasure.alone
    .filter((series) => kept.has(series))
    .map(
      (series): Entry => ({ kind: 'keeping', id: ports.seal.stamp(), recordedAt: now, series, does: 'stop' }),
    );
  await before?.(createForgetting([erasure]).mentions);
  await ports.ledger.append([erasure, ...stops], [], watched);
}

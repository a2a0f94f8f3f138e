import type { Fact } from '../../src/domain/facts/log/fact';
import type { SweepMark } from '../../src/domain/facts/log/history';
import { isEntry } from '../../src/domain/facts/log/kinds';
import { mergeFacts } from '../../src/domain/facts/log/log';
import { forgotten } from '../at-once';

/** A fact as text, its fields in one order. */
export const textOf = (fact: unknown): string =>
  JSON.stringify(fact, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** What a pane asks its ledger to write: facts of its own, or facts from the shared folder. */
export interface Write {
  readonly how: 'append' | 'merge';
  readonly facts: readonly Fact[];
  /** In the same transaction: how far the sweep got. */
  readonly marks?: readonly SweepMark[];
}

type Log = ReadonlyMap<string, Fact>;

/** What a log is after a write. */
function after(log: Log, { how, facts }: Write): Log {
  const next = new Map(log);
  for (const fact of facts) {
    const known = next.get(fact.id);
    const [settled = fact] =
      known === undefined || how === 'append' || isEntry(fact)
        ? [known ?? fact]
        : mergeFacts([known], [fact]);
    next.set(fact.id, settled);
  }
  return new Map(forgotten([...next.values()]).map((fact) => [fact.id, fact]));
}

/** As given: the ledger adds `lastKnown` where the clock is far ahead of everything known. */
const givenText = (fact: Fact | undefined): string => textOf(fact && { ...fact, lastKnown: undefined });

/** The ids in which two logs differ. */
const differing = (a: Log, b: Log): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((id) => givenText(a.get(id)) !== givenText(b.get(id)));

/** What must be in a ledger: everything that was acknowledged, and of the rest each write wholly or not at all. */
export function createModel(first: readonly Fact[] = []) {
  let log: Log = new Map(first.map((fact) => [fact.id, fact]));
  const swept = new Map<string, number>();
  const adrift = new Map<number, Write>();
  let writes = 0;

  /** Marks only ever move on. */
  const moved = ({ marks = [] }: Write): readonly SweepMark[] =>
    marks.filter(({ series, sweptAt }) => sweptAt > (swept.get(series) ?? -Infinity));

  return {
    facts: (): readonly Fact[] => [...log.values()],
    /** A write is on its way from now on. */
    begin: (write: Write): number => {
      writes += 1;
      adrift.set(writes, write);
      return writes;
    },
    /** It was acknowledged. Says what is wrong with that. */
    end: (number: number, fresh: readonly Fact[]): readonly string[] => {
      const write = adrift.get(number);
      if (write === undefined) return ['a write was acknowledged that nobody began'];
      adrift.delete(number);
      const next = after(log, write);
      const kept: Log = new Map(fresh.map((fact) => [fact.id, fact]));
      const added = [...next.keys()].filter((id) => !log.has(id));
      const wrong = [
        ...fresh.filter(({ id }) => log.has(id)).map(({ id }) => `new, though known: ${id}`),
        ...added
          .filter((id) => givenText(kept.get(id)) !== givenText(next.get(id)))
          .map((id) => `given, and not kept so: ${id}`),
      ];
      log = next;
      for (const { series, sweptAt } of moved(write)) swept.set(series, sweptAt);
      return wrong;
    },
    /** It was refused: nothing of it is there. */
    fail: (number: number): void => void adrift.delete(number),
    /** Somebody died. Takes in what had been on its way: the whole of each write, or nothing of it. */
    reckon: (there: readonly Fact[], marks: readonly SweepMark[] = []): readonly string[] => {
      const lastLook = new Map(marks.map(({ series, sweptAt }) => [series, sweptAt]));
      const found: Log = new Map(there.map((fact) => [fact.id, fact]));
      const torn: string[] = [];
      for (const write of adrift.values()) {
        const next = after(log, write);
        const changed = differing(log, next);
        const written = changed.filter((id) => givenText(found.get(id)) === givenText(next.get(id)));
        const further = moved(write);
        const went = further.filter(({ series, sweptAt }) => lastLook.get(series) === sweptAt);
        const [all, part] = [changed.length + further.length, written.length + went.length];
        if (part === all) {
          log = next;
          for (const { series, sweptAt } of further) swept.set(series, sweptAt);
        } else if (part > 0) torn.push(`half of a write is there: ${part} of ${all}, ${written.join()}`);
      }
      adrift.clear();
      return torn;
    },
    /** What of a ledger is not as it should be. */
    differences: (there: readonly Fact[], marks: readonly SweepMark[] | null = null): readonly string[] => {
      const found: Log = new Map(there.map((fact) => [fact.id, fact]));
      const looks =
        marks === null
          ? []
          : [...swept].filter(([series, at]) => marks.find((one) => one.series === series)?.sweptAt !== at);
      return [
        ...looks.map(([series, at]) => `the mark of ${series} is not ${at}`),
        ...differing(found, log)
          .slice(0, 5)
          .map((id) => `${id}: in the ledger ${textOf(found.get(id))}, in the model ${textOf(log.get(id))}`),
      ];
    },
  };
}
export type Model = ReturnType<typeof createModel>;

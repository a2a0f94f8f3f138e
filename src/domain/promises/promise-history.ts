import type { Promised, PromiseStep } from '../facts/decided/promise';
import { dated, stepsInTime } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { mergeFacts } from '../facts/log/log';
import { saneFact } from '../facts/log/sane';
import { takenBack } from '../facts/log/standing';
import { isSamePerson, type Person } from '../facts/things/person';
import { grouped } from '../sorting';
import type { LocalDate } from '../time/time';

/** A promise as it stands, with all that became of it (14.3). */
export interface PromiseHistory {
  readonly promise: Promised;
  readonly standing: 'open' | 'done' | 'dropped';
  /** The day on which it is due now. */
  readonly by: LocalDate;
  /** In the order they happened. */
  readonly steps: readonly PromiseStep[];
}

/** All promises the facts speak of, without what was taken back, the soonest first. The last word about each counts. */
export function promiseHistories(facts: readonly Fact[]): readonly PromiseHistory[] {
  const sane = mergeFacts(facts, []).filter((fact) => saneFact(fact) !== null);
  const back = takenBack(sane);
  const standing = dated(sane.filter(({ id }) => !back.has(id)));
  const steps = grouped(
    standing.filter((fact) => fact.kind === 'promise-step').sort(stepsInTime),
    ({ promise }) => [promise],
  );
  return standing
    .filter((fact) => fact.kind === 'promise')
    .map((promise): PromiseHistory => {
      const mine = steps.get(promise.id) ?? [];
      const last = mine.at(-1)?.step ?? 'moved';
      const moved = mine.findLast(({ step }) => step === 'moved');
      return {
        promise,
        steps: mine,
        by: moved?.by ?? promise.by,
        standing: last === 'moved' ? 'open' : last,
      };
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.promise.id < b.promise.id ? -1 : 1));
}

/** What somebody promised, and what the owner promised them. */
export const promisesWith = (
  histories: readonly PromiseHistory[],
  person: Person,
): readonly PromiseHistory[] =>
  histories.filter(
    ({ promise: { whose, to } }) =>
      isSamePerson(whose, person) || (to !== undefined && isSamePerson(to, person)),
  );

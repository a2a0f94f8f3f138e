import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../../src/domain/agree/decision-history';
import {
  type Decision,
  decisionName,
  hasTwin,
  twinsAmong,
} from '../../../../src/domain/facts/decided/decision';
import { mergeFacts } from '../../../../src/domain/facts/log/log';
import { decision } from '../../builders/judged-month';
import { utc } from '../../builders/readings';

const NOW = utc('2026-11-20T12:00');
const given = (id: string, number: number): Decision => ({ ...decision(number, {}), id });
const names = (facts: readonly Decision[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    decisionHistories(facts, NOW).map((one) => [one.decision.id, decisionName(one.decision)]),
  );

describe('A number that two machines gave', () => {
  test('stays with the decision logged first; the others have a letter behind it', () => {
    const facts = [given('2-desk', 14), given('1-laptop', 14), given('3-mac', 14), given('4-desk', 15)];
    expect(names(facts)).toEqual({
      '1-laptop': 'D-014',
      '2-desk': 'D-014b',
      '3-mac': 'D-014c',
      '4-desk': 'D-015',
    });
  });

  test('goes over to nobody when the first is taken back', () => {
    const [first, second] = [given('1', 14), given('2', 14)];
    const undo = { kind: 'undo', id: '3', recordedAt: NOW, of: '1' } as const;
    const histories = decisionHistories([first, second, undo], NOW);
    expect(histories.map((one) => decisionName(one.decision))).toEqual(['D-014b']);
  });

  test('is known to be shared where the other decision belongs to another meeting', () => {
    const numbers = { '1': 14, '2': 14 };
    const [history] = decisionHistories([given('2', 14)], NOW, numbers);
    expect(history && decisionName(history.decision)).toBe('D-014b');
  });

  test('has names enough for however many', () => {
    const numbers = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [String(at + 100), 7]));
    const twins = [...twinsAmong(numbers).values()];
    expect([twins[0], twins[24], twins[25], twins.at(-1)]).toEqual(['b', 'z', 'ba', 'ch']);
    expect(new Set(twins).size).toBe(59);
    expect(['D-007', 'D-007b', 'D-007ba'].map(hasTwin)).toEqual([false, true, true]);
  });

  test('is told apart alike on every machine, in whatever order they hear of each other', () => {
    const decisions = fc
      .uniqueArray(fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 4 })), {
        selector: ([id]) => id,
        maxLength: 12,
      })
      .map((all) => all.map(([id, number]) => given(String(id).padStart(3, '0'), number)));
    fc.assert(
      fc.property(
        decisions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all), fc.shuffledSubarray(all)),
        ),
        ([all, one, other]) => {
          const [here, there] = [mergeFacts(one, other), mergeFacts(other, one)] as [Decision[], Decision[]];
          expect(names(here)).toEqual(names(there));
          const named = Object.values(names(all));
          expect(new Set(named).size).toBe(named.length);
          // What is logged later renames nothing.
          const last = all
            .map(({ id }) => id)
            .sort()
            .at(-1);
          const { [last ?? '']: _, ...before } = names(all);
          expect(names(all.filter(({ id }) => id !== last))).toEqual(before);
        },
      ),
    );
  });
});

import { describe, expect, test } from 'vitest';

import type { SeriesRules } from '../../../src/domain/facts/entered/rules';
import { createPaneState } from '../../../src/ui/state/pane';
import { createRulesState } from '../../../src/ui/state/rules';
import { createFakeActions, goldenView } from '../fake-actions';
import { DANA, goldenMonth, MARCUS, SERIES } from '../fixture';

/** The rules of the series beside the pane, kept as the log keeps them. */
function rulesOf(before: SeriesRules = {}) {
  const fake = createFakeActions();
  const lineage = { ...goldenMonth(), rules: before };
  fake.show({ ...goldenView(), lineage });
  const pane = createPaneState({
    ...fake.actions,
    setRules: async (series, rules) => {
      await fake.actions.setRules(series, rules);
      const now = pane.lineage.value ?? lineage;
      fake.show({ lineage: { ...now, rules: { ...now.rules, ...rules } } });
    },
  });
  const asked = () => fake.asked.filter(([name]) => name === 'setRules').map(([, ...rest]) => rest);
  return { rules: createRulesState(pane), asked, pane };
}

describe('A rule that is a number', () => {
  test.each([
    ['4.1', 'grace', {}, '5'],
    ['4.1', 'grace', { graceMinutes: 0 }, '0'],
    ['2.4', 'threshold', {}, '50'],
    ['2.4', 'threshold', { threshold: 0.29 }, '29'],
  ] as const)('%s %s shows what counts: %j as %s', (_, name, before, shown) => {
    const { rules, pane } = rulesOf(before);
    expect(rules[name].shown()).toBe(shown);
    pane.dispose();
  });

  test.each([
    ['grace', '0', { graceMinutes: 0 }],
    ['grace', '60', { graceMinutes: 60 }],
    ['threshold', '1', { threshold: 0.01 }],
    ['threshold', '100', { threshold: 1 }],
  ] as const)('%s is set to %s', async (name, typed, rules) => {
    const made = rulesOf();
    await made.rules[name].set(typed);
    expect(made.asked()).toEqual([[SERIES, rules]]);
    expect(made.rules[name].shown()).toBe(typed);
    made.pane.dispose();
  });

  test.each([
    ['grace', ''],
    ['grace', '61'],
    ['grace', '-1'],
    ['grace', '2.5'],
    ['threshold', '0'],
    ['threshold', '101'],
    ['threshold', 'half'],
  ] as const)('%s of "%s" is a fault: it stays as typed, and nothing is saved', async (name, typed) => {
    const { rules, asked, pane } = rulesOf();
    await rules[name].set(typed);
    expect(rules[name].fault.value).toBe(true);
    expect(rules[name].shown()).toBe(typed);
    expect(asked()).toEqual([]);
    await rules[name].set('10');
    expect(rules[name].fault.value).toBe(false);
    pane.dispose();
  });
});

describe('A number that is being typed', () => {
  test('stays as typed while the pane is drawn anew, and is saved only when it is left', async () => {
    const { rules, asked, pane } = rulesOf();
    rules.grace.type('9');
    await rules.give(MARCUS, 'needed');
    expect(rules.grace.shown()).toBe('9');
    expect(asked()).toHaveLength(1);
    await rules.grace.set('9');
    expect(asked().at(-1)).toEqual([SERIES, { graceMinutes: 9 }]);
    pane.dispose();
  });
});

describe('What the owner says of a person', () => {
  test('two choices one after the other keep each other, however quickly they come', async () => {
    const { rules, asked, pane } = rulesOf();
    await Promise.all([rules.give(MARCUS, 'needed'), rules.give(DANA, 'left-out')]);
    expect(asked().at(-1)).toEqual([SERIES, { needed: { [MARCUS.key]: true }, leftOut: [DANA.key] }]);
    pane.dispose();
  });

  test('can be taken back', async () => {
    const { rules, asked, pane } = rulesOf({ leftOut: [MARCUS.key] });
    await rules.give(MARCUS, 'as-invited');
    expect(asked()).toEqual([[SERIES, { needed: {}, leftOut: [] }]]);
    pane.dispose();
  });
});

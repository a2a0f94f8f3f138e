import { afterEach, describe, expect, test } from 'vitest';

import type { Person } from '../../../../src/domain/facts/things/person';
import { createPaneState, type PaneState } from '../../../../src/ui/state/pane';
import { createPromisingState } from '../../../../src/ui/state/points/promising';
import { createFakeActions } from '../../fake-actions';
import { DANA, MARCUS, PRIYA, PROMISES } from '../../fixture';

const open: PaneState[] = [];
afterEach(() => {
  for (const pane of open.splice(0)) pane.dispose();
});

/** The promise of `whose` that came out of something with these people. */
async function promisedBy(whose: Person, people: readonly Person[]) {
  const fake = createFakeActions();
  const pane = createPaneState(fake.actions);
  open.push(pane);
  const form = createPromisingState(pane, { name: 'here', people }, () => undefined);
  form.change({ text: 'Writes the plan', by: '2026-11-27', whoseKey: whose.key });
  await form.save();
  const known = new Set(PROMISES.map(({ id }) => id));
  const facts = await (await fake.actions.points()).entries();
  return facts.find((fact) => fact.kind === 'promise' && !known.has(fact.id));
}

const SAM: Person = { key: 'sam@contoso.example', name: 'Sam Okafor', address: 'sam@contoso.example' };

describe('14.3 to whom a promise is', () => {
  test.each([
    ['nobody else', [], undefined],
    ['one other person', [MARCUS], MARCUS],
    ['two others', [MARCUS, DANA], undefined],
    ['a group', [DANA, MARCUS, SAM], undefined],
  ] as const)('is told of an own one only where there is one other: with %s', async (_, people, to) => {
    const promise = await promisedBy(PRIYA, people);
    expect(promise).toMatchObject({ whose: PRIYA });
    expect(promise?.kind === 'promise' && promise.to).toEqual(to);
  });

  test('is told of nobody else’s', async () => {
    expect(await promisedBy(MARCUS, [MARCUS])).not.toHaveProperty('to');
  });
});

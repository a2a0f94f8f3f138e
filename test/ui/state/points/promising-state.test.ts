import { afterEach, describe, expect, test } from 'vitest';

import type { PromiseWord } from '../../../../src/domain/facts/decided/promise';
import type { Person } from '../../../../src/domain/facts/things/person';
import { promiseHistories } from '../../../../src/domain/promises/promise-history';
import { createPaneState, type PaneState } from '../../../../src/ui/state/pane';
import { createPromisingState, createSayingOfPromise } from '../../../../src/ui/state/points/promising';
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

/** A promise of which something can be said; `read`: what the log that is shown now has of it. */
async function saying() {
  const fake = createFakeActions();
  const pane = createPaneState(fake.actions);
  open.push(pane);
  const [promise] = PROMISES;
  if (promise === undefined) throw new Error('nothing is promised');
  const words = createSayingOfPromise(pane, promise);
  const read = async () => {
    const facts = await (await fake.actions.points()).entries();
    const found = promiseHistories(facts).find((one) => one.promise.id === promise.id);
    words.follow(found?.steps ?? []);
    return found;
  };
  return { words, read, fake, promise };
}

const WORDS: readonly PromiseWord[] = [
  { step: 'done' },
  { step: 'moved', by: '2026-11-27' },
  { step: 'dropped' },
];

describe.each(WORDS)('14.3 what was said of a promise: $step', (word) => {
  test('can be taken back while it is the last word', async () => {
    const { words, read } = await saying();
    await words.say(word);
    expect(words.said.value).toMatchObject({ step: word.step, isRead: false });
    await read();
    await read();
    expect(words.said.value).toMatchObject({ step: word.step, isRead: true });
    await words.takeBack();
    expect(words.said.value).toBeNull();
  });

  test.each(WORDS)('gives way to what is said after it: $step', async (next) => {
    const { words, read, fake, promise } = await saying();
    await words.say(word);
    await read();
    await (await fake.actions.points()).sayOfPromise(promise, next);
    await read();
    expect(words.said.value).toBeNull();
    await words.say(next);
    expect(words.said.value).toMatchObject({ step: next.step, isRead: false });
  });

  test('is nothing to be taken back once that was done elsewhere', async () => {
    const { words, read, fake } = await saying();
    await words.say(word);
    await read();
    await fake.actions.undo(words.said.value?.entry ?? '');
    expect((await read())?.standing).toBe('open');
    expect(words.said.value).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { inLanes } from '../../../src/tasks/read/in-lanes';

const soon = () => new Promise<void>((done) => setImmediate(done));

test('Many are worked on four at a time, each once, in their order', async () => {
  const begun: number[] = [];
  let under = 0;
  let most = 0;
  const doubled = await inLanes([...Array(11).keys()], async (item) => {
    begun.push(item);
    under += 1;
    most = Math.max(most, under);
    await soon();
    under -= 1;
    return 2 * item;
  });
  expect(doubled).toEqual(begun.map((item) => 2 * item));
  expect(begun).toEqual([...Array(11).keys()]);
  expect(most).toBe(4);
});

test('After a failure nothing more is begun, and what was under way has ended before it is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const working = inLanes([...Array(11).keys()], async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('the second');
    await soon();
    await soon();
    ended.push(item);
  });
  await expect(working).rejects.toThrow('the second');
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(ended).toEqual([0, 2, 3]);
});

import { describe, expect, test } from 'vitest';
import { createGate, PLACES } from '../../src/browser/graph-gate';

const soon = () => new Promise<void>((done) => setImmediate(done));

/** The Web Locks of one browser profile, as all its panes see them. */
function browserLocks(): LockManager {
  const held = new Set<string>();
  const queues = new Map<string, (() => void)[]>();
  const request = async (name: string, ...more: unknown[]) => {
    const work = more.at(-1) as (lock: unknown) => Promise<unknown>;
    const { ifAvailable = false } = (more.length > 1 ? more[0] : {}) as LockOptions;
    if (held.has(name) && ifAvailable) return work(null);
    if (held.has(name)) {
      await new Promise<void>((enter) => queues.set(name, [...(queues.get(name) ?? []), enter]));
    }
    held.add(name);
    try {
      return await work({ name });
    } finally {
      const [next, ...rest] = queues.get(name) ?? [];
      queues.set(name, rest);
      if (next === undefined) held.delete(name);
      else next();
    }
  };
  return { request } as unknown as LockManager;
}

/** Work that says how much of it was under way at once. */
function counted() {
  let under = 0;
  let most = 0;
  let done = 0;
  const work = async () => {
    under += 1;
    most = Math.max(most, under);
    await soon();
    await soon();
    under -= 1;
    done += 1;
  };
  return { work, most: () => most, done: () => done };
}

const TWENTY = Array.from({ length: 20 });

describe('The gate', () => {
  test('lets four through at a time over all panes of a browser, and everybody in the end', async () => {
    const locks = browserLocks();
    const panes = [
      createGate(locks, 'a@b.example'),
      createGate(locks, 'a@b.example'),
      createGate(locks, 'a@b.example'),
    ];
    const { work, most, done } = counted();
    await Promise.all(panes.flatMap((gate) => TWENTY.map(() => gate(work))));
    expect([most(), done()]).toEqual([PLACES, 60]);
    expect(PLACES).toBe(4);
  });

  test.each([
    ['without Web Locks', undefined],
    [
      'where a frame is refused them',
      { request: () => Promise.reject(new DOMException('', 'SecurityError')) } as unknown as LockManager,
    ],
  ])('lets four of this pane through %s', async (_, locks) => {
    const gate = createGate(locks, 'a@b.example');
    const { work, most, done } = counted();
    await Promise.all(TWENTY.map(() => gate(work)));
    expect([most(), done()]).toEqual([4, 20]);
  });

  test('gives back what work throws, does not begin it twice, and lets the next one in', async () => {
    const gate = createGate(browserLocks(), 'a@b.example');
    let begun = 0;
    // Of the kind with which a browser refuses its locks, too.
    for (const thrown of [new Error('offline'), new DOMException('', 'AbortError')]) {
      const failing = gate(async () => {
        begun += 1;
        throw thrown;
      });
      await expect(failing).rejects.toBe(thrown);
    }
    expect(begun).toBe(2);
    const { work, most, done } = counted();
    await Promise.all(TWENTY.map(() => gate(work)));
    expect([most(), done()]).toEqual([4, 20]);
  });
});

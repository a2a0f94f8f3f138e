import { describe, expect, test } from 'vitest';
import { createAlone, type LockPort } from '../../../src/ledger/browser/locks';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const refused: LockPort = {
  request: () => Promise.reject(new DOMException('sandboxed', 'SecurityError')),
};

describe.each([
  ['without Web Locks', undefined],
  ['where Web Locks are refused', refused],
])('One at a time %s', (_where, locks) => {
  test('a second one waits for the first, or is told null when it will not wait', async () => {
    const alone = createAlone(locks);
    const { opened, open } = gate();
    const order: string[] = [];
    const first = alone('sweep', false, async () => {
      await opened;
      order.push('first');
      return 1;
    });
    const second = alone('sweep', true, async () => order.push('second'));
    expect(await alone('sweep', false, async () => 2)).toBeNull();
    expect(await alone('other', false, async () => 3)).toBe(3);
    open();
    expect(await first).toBe(1);
    await second;
    expect(order).toEqual(['first', 'second']);
  });

  test('work that fails says so and lets the next one in', async () => {
    const alone = createAlone(locks);
    const failing = alone('sweep', true, () => Promise.reject(new Error('offline')));
    const next = alone('sweep', true, async () => 'swept');
    await expect(failing).rejects.toThrow('offline');
    expect(await next).toBe('swept');
    expect(await alone('sweep', false, async () => 'again')).toBe('again');
  });
});

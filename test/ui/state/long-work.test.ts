import { describe, expect, test } from 'vitest';
import { createLongWork } from '../../../src/ui/state/long-work';

const IMPORTING = { doing: 'Importing', counted: 'entries' };

describe('Long work', () => {
  test('is shown from the first word about it after a moment, and gone when it is over', async () => {
    let clock = 0;
    const work = createLongWork(() => clock);
    const seen: unknown[] = [];
    const look = () => seen.push(work.underWay.value);
    const given = await work.follow(IMPORTING, async ({ onProgress }) => {
      clock = 299;
      onProgress(1, 3);
      look();
      clock = 300;
      onProgress(2, 3);
      look();
      return 'done';
    });
    look();
    expect(seen).toEqual([null, { ...IMPORTING, done: 2, of: 3, stopping: false }, null]);
    expect(given).toBe('done');
  });

  test('goes on after Stop to where it can end well, and says that it is stopping', async () => {
    let clock = 0;
    const work = createLongWork(() => clock);
    await work.follow(IMPORTING, async ({ onProgress, signal }) => {
      clock = 1000;
      onProgress(1, 3);
      work.stop();
      expect(signal.aborted).toBe(true);
      expect(work.underWay.value?.stopping).toBe(true);
      onProgress(2, 3);
      expect(work.underWay.value).toMatchObject({ done: 2, stopping: true });
    });
    expect(work.underWay.value).toBeNull();
  });

  test('begins anew after it was stopped', async () => {
    const work = createLongWork(() => 0);
    await work.follow(IMPORTING, async () => work.stop());
    expect(await work.follow(IMPORTING, async ({ signal }) => signal.aborted)).toBe(false);
  });

  test('takes its bar away when it fails', async () => {
    let clock = 0;
    const work = createLongWork(() => clock);
    const failing = work.follow(IMPORTING, async ({ onProgress }) => {
      clock = 1000;
      onProgress(1, 3);
      throw new Error('stumbled');
    });
    await expect(failing).rejects.toThrow('stumbled');
    expect(work.underWay.value).toBeNull();
  });
});

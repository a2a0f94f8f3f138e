import { describe, expect, test } from 'vitest';
import { readSnapshot } from '../../../src/ledger/browser/read-snapshot';
import { dropSnapshot, keepSnapshot, SNAPSHOT_MAX } from '../../../src/ledger/browser/snapshot';
import { createMemorySmallStore } from '../../contracts/small-store';

const denied = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  removeItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
};

describe('A snapshot for the first paint', () => {
  test('comes back as it was kept, each under its own name', () => {
    const storage = createMemorySmallStore();
    expect(keepSnapshot(storage, 'view', { title: 'Daily sync' })).toBe(true);
    expect(keepSnapshot(storage, 'other', { title: 'Other frame' })).toBe(true);
    expect(readSnapshot(storage, 'view')).toEqual({ title: 'Daily sync' });
    expect(readSnapshot(storage, 'other')).toEqual({ title: 'Other frame' });
    expect(readSnapshot(storage, 'list')).toBeNull();
    dropSnapshot(storage, 'view');
    expect(readSnapshot(storage, 'view')).toBeNull();
  });

  test('is not kept when it is too big, and the one before goes too, since it would show the past', () => {
    const storage = createMemorySmallStore();
    keepSnapshot(storage, 'view', 'before');
    expect(keepSnapshot(storage, 'view', 'x'.repeat(SNAPSHOT_MAX))).toBe(false);
    expect(readSnapshot(storage, 'view')).toBeNull();
  });

  test.each(['', '{', 'null', '7', '"text"', '[]', '{"version":2,"value":1}', '{"version":1}'])(
    'is none when what lies there is %j',
    (text) => {
      const storage = createMemorySmallStore();
      keepSnapshot(storage, 'view', 'placeholder');
      storage.setItem('view', text);
      expect(readSnapshot(storage, 'view')).toBeNull();
    },
  );

  test('does no harm where small storage is denied', () => {
    expect(keepSnapshot(denied, 'view', 1)).toBe(false);
    expect(readSnapshot(denied, 'view')).toBeNull();
    expect(() => dropSnapshot(denied, 'view')).not.toThrow();
  });
});

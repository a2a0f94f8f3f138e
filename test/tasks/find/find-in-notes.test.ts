import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../../../src/domain/forget/sieve';
import { Stopped, UNTIMED } from '../../../src/domain/pace';
import { findInNotes } from '../../../src/tasks/find/find-in-notes';
import { erasureOf } from '../../at-once';
import { person, priya } from '../../domain/builders/facts';

const ports = (limits: readonly Limit[] = [], turns = UNTIMED) => ({
  turns,
  ledger: { limits: async () => limits },
});
const NOTES =
  'Weekly sync\n\nDecision: Marcus Hale signs with vendor B\n\n## Action items\n- Marcus Hale to send the offer\n';

describe('Looking through notes', () => {
  test('tells each quote with its line, and whom it names', async () => {
    const found = await findInNotes(ports(), NOTES, {});
    expect(found).toMatchObject({
      ok: true,
      value: {
        languageKnown: true,
        headedWith: null,
        candidates: [
          { kind: 'decision', quote: 'Marcus Hale signs with vendor B', place: { line: 3 } },
          {
            kind: 'promise',
            quote: 'Marcus Hale to send the offer',
            place: { line: 6 },
            owner: 'Marcus Hale',
          },
        ],
      },
    });
  });

  test('names nobody again who was erased (9)', async () => {
    const erased = erasureOf([], priya, person('Marcus Hale'), {
      ...{ id: 'e', role: 'manager', recordedAt: 0, salt: 's' },
    });
    const vtt =
      'WEBVTT\n\n00:01.000 --> 00:09.000\n<v Marcus Hale>Okay, so let us go with what Marcus Hale said.\n';
    for (const text of [NOTES, vtt]) {
      const found = await findInNotes(ports([erased]), text, {});
      if (!found.ok) throw new Error(found.fault);
      expect(found.value.candidates.length).toBeGreaterThan(0);
      expect(JSON.stringify(found.value)).not.toContain('Marcus');
      expect(JSON.stringify(found.value)).toContain('manager');
    }
  });

  test('refuses a file of hundreds of megabytes before a byte of it is read', async () => {
    const huge = {
      size: 180_000_000,
      arrayBuffer: () => Promise.reject(new Error('It was read')),
    };
    expect(await findInNotes(ports(), huge, {})).toEqual({ ok: false, fault: 'file-too-large' });
  });

  test('reads a file as it reads what was pasted', async () => {
    expect(await findInNotes(ports(), new Blob([strToU8(NOTES)]), {})).toEqual(
      await findInNotes(ports(), NOTES, {}),
    );
  });

  test('ends as soon as somebody ends it, and tells how far it is until then', async () => {
    const stopper = new AbortController();
    const told: number[] = [];
    // A clock that goes on by a second at each look: every step is long enough for others to be let in.
    let now = 0;
    const turns = { now: () => (now += 1000), letIn: async () => {} };
    const onProgress = (done: number, of: number) => {
      told.push(done / of);
      if (told.length === 5) stopper.abort();
    };
    const long = 'We decided to keep the date.\n'.repeat(5000);
    await expect(
      findInNotes(ports([], turns), long, { signal: stopper.signal, onProgress }),
    ).rejects.toBeInstanceOf(Stopped);
    expect(told).toHaveLength(5);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

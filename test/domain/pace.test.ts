import { describe, expect, test } from 'vitest';
import { atOnce, inTurns, type Pace, type Steps } from '../../src/domain/pace';

/** Three steps, each of which takes five ms of a clock that only computing moves. */
function work() {
  const heard: string[] = [];
  let now = 0;
  let begun = 0;
  function* steps(): Steps<string> {
    for (const step of ['one', 'two', 'three']) {
      heard.push(step);
      now += 5;
      yield;
    }
    return 'done';
  }
  const pace: Pace = {
    isDue: () => now - begun >= 10,
    rest: async () => {
      heard.push('rest');
      begun = now;
    },
  };
  return { heard, steps, pace };
}

describe('Work that yields between its steps', () => {
  test('goes through at once where nobody waits', () => {
    const { heard, steps } = work();
    expect(atOnce(steps())).toBe('done');
    expect(heard).toEqual(['one', 'two', 'three']);
  });

  test('rests as soon as it has gone on long enough, and comes to the same end', async () => {
    const { heard, steps, pace } = work();
    expect(await inTurns(steps(), pace)).toBe('done');
    expect(heard).toEqual(['one', 'two', 'rest', 'three']);
  });

  test('fails with what its steps throw', async () => {
    const { pace } = work();
    // biome-ignore lint/correctness/useYield: it fails before its first rest.
    function* failing(): Steps<never> {
      throw new Error('stumbled');
    }
    await expect(inTurns(failing(), pace)).rejects.toThrow('stumbled');
  });
});

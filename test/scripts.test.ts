import { describe, expect, test, vi } from 'vitest';
import { busy } from '../scripts/busy.mjs';

/** What a person sees: all of it, in order. */
function screen(isTTY: boolean) {
  let text = '';
  return {
    isTTY,
    write: (more: string) => {
      text += more;
    },
    text: () => text,
  };
}

describe('A command that takes a while', () => {
  test.each([true, false])('is never silent for long (on a terminal: %s)', async (isTTY) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const out = screen(isTTY);
    const work = busy('Building', process.execPath, ['-e', 'console.log("made")'], {}, out);
    expect(out.text()).toContain('Building…');
    for (const seconds of [5, 10, 15]) {
      vi.advanceTimersByTime(5_000);
      expect(out.text()).toContain(`Building… ${seconds} s`);
    }
    expect(await work).toEqual({ status: 0, said: 'made' });
    expect(out.text()).toContain('Building: done in 15 s');
    const before = out.text();
    vi.advanceTimersByTime(60_000);
    expect(out.text()).toBe(before);
    vi.useRealTimers();
  });

  test('hands over what it said where it fails, and where it is no command at all', async () => {
    const out = screen(false);
    const failing = await busy(
      'Building',
      process.execPath,
      ['-e', 'console.error("broken"); process.exit(3)'],
      {},
      out,
    );
    expect(failing).toEqual({ status: 3, said: 'broken' });
    const missing = await busy('Building', 'no-such-command-here', [], {}, out);
    expect(missing.status).toBe(1);
    expect(missing.said).toContain('no-such-command-here');
    expect(out.text()).not.toContain('done');
  });
});

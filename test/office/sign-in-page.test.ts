import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { signInHere } from '../../src/office/sign-in-page';
import { LIMITS } from '../../src/patience/limits';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a window to sign in says when Outlook behind it does not answer, and not a moment earlier', async () => {
  vi.stubGlobal('Office', { onReady: () => new Promise(() => undefined) });
  const onSilence = vi.fn();
  void signInHere({
    clientId: 'id',
    authority: 'https://login.example',
    redirectUri: 'https://x.example',
    onSilence,
  });
  await vi.advanceTimersByTimeAsync(LIMITS.outlookReady - 1);
  expect(onSilence).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(onSilence).toHaveBeenCalledOnce();
});

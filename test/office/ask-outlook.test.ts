import { afterEach, expect, test, vi } from 'vitest';
import { isTrouble } from '../../src/domain/trouble';
import { shown } from '../../src/office/ask-outlook';

afterEach(() => vi.unstubAllGlobals());

type Done = (result: { status: string; error: Error }) => void;

test.each([
  [
    'throws before it asks Outlook, as under a manifest that allows less',
    () => {
      throw new Error('Elevated permission is required');
    },
  ],
  ['answers that it did not', (done: Done) => done({ status: 'failed', error: new Error('no') })],
])('What Office.js %s, is refused in words', async (_what, call) => {
  vi.stubGlobal('Office', { AsyncResultStatus: { Succeeded: 'succeeded' } });
  const thrown: unknown = await shown('add person', call as never).catch((cause: unknown) => cause);
  expect(isTrouble(thrown) && [thrown.kind, (thrown.cause as Error).message.length > 0]).toEqual([
    'outlook-refused',
    true,
  ]);
});

import { afterEach, expect } from 'vitest';
import { type OutlookWeb, type OutlookWebOptions, openOutlookWeb } from './outlook-web';

/** Closes it; nobody complained until then. What was still on its way fails when the window closes, by nobody's fault. */
export async function closeWell(outlook: OutlookWeb | undefined): Promise<void> {
  const { complaints = [], strangers = [], missing = [] } = outlook ?? {};
  const found = { complaints: [...complaints], strangers: [...strangers], missing: [...missing] };
  await outlook?.close();
  expect(found).toEqual({ complaints: [], strangers: [], missing: [] });
}

/** One Outlook for each test of a file; it is closed behind the test, and nobody complained in it. */
export function oneOutlook(): (options?: OutlookWebOptions) => Promise<OutlookWeb> {
  let outlook: OutlookWeb | undefined;
  afterEach(async () => {
    const open = outlook;
    outlook = undefined;
    await closeWell(open);
  });
  return async (options) => {
    outlook = await openOutlookWeb(options);
    return outlook;
  };
}

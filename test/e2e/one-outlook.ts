import { afterEach, expect } from 'vitest';
import { type OutlookWeb, type OutlookWebOptions, openOutlookWeb } from './outlook-web';

/** One Outlook for each test of a file; it is closed behind the test, and nobody complained in it. */
export function oneOutlook(): (options?: OutlookWebOptions) => Promise<OutlookWeb> {
  let outlook: OutlookWeb | undefined;
  afterEach(async () => {
    const { complaints = [], strangers = [], missing = [] } = outlook ?? {};
    await outlook?.close();
    outlook = undefined;
    expect({ complaints, strangers, missing }).toEqual({ complaints: [], strangers: [], missing: [] });
  });
  return async (options) => {
    outlook = await openOutlookWeb(options);
    return outlook;
  };
}

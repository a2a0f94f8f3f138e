import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type OutlookWeb, type OutlookWebOptions, openOutlookWeb } from './outlook-web';
import { expectNothingMoved } from './shifts';

const QUIET = { complaints: [], strangers: [], missing: [] };

const heardIn = ({ complaints = [], strangers = [], missing = [] }: Partial<OutlookWeb> = {}) => ({
  complaints: [...complaints],
  strangers: [...strangers],
  missing: [...missing],
});

/** Closes it; nobody complained until then. What was still on its way fails when the window closes, by nobody's fault. */
export async function closeWell(outlook: OutlookWeb | undefined, still = false): Promise<void> {
  const heard = heardIn(outlook);
  await outlook?.close();
  expect(heard).toEqual(QUIET);
  if (still) expectNothingMoved(outlook?.shifts ?? []);
}

/**
 * One Outlook for the tests of a `describe` that are one story, as opening it takes longer than most tests: each begins
 * where the one before ended, and nobody complained in it.
 */
export function sharedOutlook(options?: OutlookWebOptions): () => OutlookWeb {
  let outlook: OutlookWeb | undefined;
  beforeAll(async () => {
    outlook = await openOutlookWeb(options);
  });
  afterEach(() => expect(heardIn(outlook)).toEqual(QUIET));
  afterAll(() => closeWell(outlook));
  return () => {
    if (outlook === undefined) throw new Error('No Outlook was opened');
    return outlook;
  };
}

/** One Outlook for each test of a file; it is closed behind the test, and nobody complained in it; `still`: nothing moved. */
export function oneOutlook({ still = false } = {}): (options?: OutlookWebOptions) => Promise<OutlookWeb> {
  let outlook: OutlookWeb | undefined;
  afterEach(async () => {
    const open = outlook;
    outlook = undefined;
    await closeWell(open, still);
  });
  return async (options) => {
    outlook = await openOutlookWeb(options);
    return outlook;
  };
}

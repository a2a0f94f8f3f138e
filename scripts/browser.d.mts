/** The path of a browser, or undefined. `CHROMIUM` in the environment wins. */
export function findBrowser(): string | undefined;
/** The path of a browser, installed if need be; ends the process with a reason where there is none. */
export function ensureBrowser(): string;
/** What to start it with; whether frames of other sites get a store of their own. */
export function switches(storage?: 'denied' | 'partitioned'): string[];

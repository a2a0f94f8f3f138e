/** The path of a browser, or undefined. `CHROMIUM` in the environment wins. */
export function findBrowser(): string | undefined;
/** The path of a browser, installed if need be; ends the process with a reason where there is none. */
export function ensureBrowser(): string;

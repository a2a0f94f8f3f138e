/**
 * What the product asked in a way Graph would not have liked, in every simulated Graph since the last look. The
 * test that made the request fails for it (test/offences.ts); in a page, the console tells the test.
 */
const offences: string[] = [];

export function noteOffences(faults: readonly string[]): void {
  offences.push(...faults);
  if (faults.length > 0 && 'document' in globalThis) console.error(faults.join('\n'));
}

/** Tells them and forgets them. */
export const offencesSoFar = (): string[] => offences.splice(0);

/** Requests of a test's own, or of Outlook's, carry this header: what they ask is not the product's business. */
export const BY_HAND = 'x-by-hand';

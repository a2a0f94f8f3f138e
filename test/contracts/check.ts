/** The contract also runs inside a real browser, where no test framework is. */
export function sameAs(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, b] = [canonical(actual), canonical(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

export function isTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

export async function rejectsWith(kind: string, work: Promise<unknown>): Promise<void> {
  const thrown = await work.then(
    () => null,
    (cause: unknown) => cause as { kind?: string },
  );
  sameAs(thrown?.kind ?? thrown, kind, 'trouble');
}

export const idsOf = (facts: readonly { readonly id: string }[]): string[] =>
  facts.map(({ id }) => id).sort();

/** As text, with the fields of every object in one order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

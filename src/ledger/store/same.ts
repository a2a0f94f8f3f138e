/** Whether two records say the same; what is `undefined` is not said. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const name in ours) if (!isSame(ours[name], theirs[name])) return false;
  for (const name in theirs) if (!(name in ours) && theirs[name] !== undefined) return false;
  return true;
}

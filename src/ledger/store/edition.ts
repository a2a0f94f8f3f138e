import type { Reading, Writing } from './store';

const NAME = 'edition';

/** Another number after every change of facts or views, whichever pane made it. */
export const editionOf = async (tx: Reading): Promise<number> =>
  ((await tx.get('meta', NAME))?.value as number | undefined) ?? 0;

/** Whatever anybody remembers of the database does not hold any more. Gives the new number; it outlives `emptying`. */
export async function renewEdition(tx: Writing, emptying?: () => void): Promise<number> {
  const edition = (await editionOf(tx)) + 1;
  emptying?.();
  tx.put('meta', { name: NAME, value: edition });
  return edition;
}

/** As many as Graph answers at a time; more would only wait at its gate. */
const LANES = 4;

/**
 * Works on all of them, some at a time, in their order. After the first failure nothing more is begun: it is thrown
 * when what was under way has ended, so that nothing of it is still at work behind anybody's back.
 */
export async function inLanes<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const left = [...items.entries()];
  const values: Value[] = [];
  const failures: unknown[] = [];
  const lane = async () => {
    while (left.length > 0 && failures.length === 0) {
      const [[place, item]] = left.splice(0, 1) as [[number, Item]];
      try {
        values[place] = await work(item);
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failures.length > 0) throw failures[0];
  return values;
}

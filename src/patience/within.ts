/**
 * Waits for somebody else, and no longer than `limit` ms: then it fails with what `silence` makes. What is answered after
 * that is heard by nobody, unless `late` wants it.
 */
export function within<Value>(
  limit: number,
  silence: () => Error,
  work: PromiseLike<Value>,
  late?: (value: Value) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const alarm = setTimeout(() => {
      isOver = true;
      reject(silence());
    }, limit);
    work.then(
      (value) => {
        clearTimeout(alarm);
        if (isOver) late?.(value);
        else resolve(value);
      },
      (cause: unknown) => {
        clearTimeout(alarm);
        reject(cause);
      },
    );
  });
}

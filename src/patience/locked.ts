import { LIMITS } from './limits';

/** What is needed of `navigator.locks`. */
export interface LockPort {
  readonly request: <Value>(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    work: (lock: unknown) => Promise<Value>,
  ) => Promise<Value>;
}

/** No word came whether the lock is free, or whoever holds it does not let go. */
export class NotGranted extends Error {}

/**
 * Works under a lock. `ifFree`: null is handed to the work where somebody else has it. Throws `NotGranted` where the lock
 * does not come in time; then the work is not begun, not even later.
 */
export function locked<Value>(
  locks: LockPort,
  name: string,
  { ifFree }: { readonly ifFree: boolean },
  work: (lock: unknown) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stopper = new AbortController();
    const alarm = setTimeout(
      () => {
        reject(new NotGranted(name));
        stopper.abort();
      },
      ifFree ? LIMITS.lock : LIMITS.otherPane,
    );
    const begin = async (lock: unknown) => {
      clearTimeout(alarm);
      if (!stopper.signal.aborted) resolve(await work(lock));
    };
    const options = ifFree ? { ifAvailable: true } : { signal: stopper.signal };
    locks
      .request(name, options, begin)
      .catch(reject)
      .finally(() => clearTimeout(alarm));
  });
}

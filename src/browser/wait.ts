/** Waits, unless it is called off: then it ends at once, with the reason. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, called) => {
    if (signal?.aborted === true) {
      called(signal.reason);
      return;
    }
    const alarm = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, milliseconds);
    const stop = () => {
      clearTimeout(alarm);
      called(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

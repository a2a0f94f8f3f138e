/** A browser's `localStorage` of one test. */
export function createBrowserStore(first: Readonly<Record<string, string>> = {}): Storage {
  const store: Record<string, string> = { ...first };
  const hidden = <Value>(value: Value) => ({ value, enumerable: false });
  return Object.defineProperties(store as unknown as Storage, {
    getItem: hidden((name: string) => (Object.hasOwn(store, name) ? store[name] : null)),
    setItem: hidden((name: string, value: string) => {
      store[name] = value;
    }),
    removeItem: hidden((name: string) => {
      delete store[name];
    }),
  });
}

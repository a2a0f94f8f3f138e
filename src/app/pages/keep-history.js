// Office.js sets history.pushState and history.replaceState to null. Runs before it and keeps both.
for (const name of ['pushState', 'replaceState']) {
  const kept = history[name];
  Object.defineProperty(history, name, { configurable: true, get: () => kept, set: () => {} });
}

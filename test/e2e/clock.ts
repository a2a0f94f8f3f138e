import type { BrowserContext, Page } from 'playwright-core';

/**
 * Time that a test can let go by. Playwright's own `Date` gives a plain one to whoever extends it, as `TZDate` of
 * @date-fns/tz does, and that reads the browser's zone instead of its own. So it is asked for the time alone, and dates
 * are made by the browser's `Date`, which it left as the constructor of their prototype.
 */
export async function installClock(of: BrowserContext | Page, time?: number): Promise<void> {
  await of.clock.install(time === undefined ? {} : { time });
  await of.addInitScript(() => {
    const clock = Date;
    const real = Date.prototype.constructor as DateConstructor;
    if (real === clock) return;
    const kept: DateConstructor = new Proxy(real, {
      apply: () => new kept().toString(),
      construct: (made, given, target) =>
        Reflect.construct(made, given.length === 0 ? [clock.now()] : given, target) as Date,
      get: (made, name) => (name === 'now' ? () => clock.now() : Reflect.get(made, name)),
    });
    window.Date = kept;
  });
}

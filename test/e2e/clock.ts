import type { BrowserContext, Page } from 'playwright-core';

/**
 * Time that a test can let go by. Playwright's own `Date` gives a plain one to whoever extends it, as `TZDate` of
 * @date-fns/tz does, and that reads the browser's zone instead of its own. So it is asked for the time alone, and dates
 * are made by the browser's `Date`, which it left as the constructor of their prototype. Gives the way to leave the page
 * to Playwright's own again.
 */
export async function installClock(of: BrowserContext | Page, time?: number): Promise<() => Promise<void>> {
  await of.clock.install(time === undefined ? {} : { time });
  const script = await of.addInitScript(() => {
    const clock = Date;
    const real = Date.prototype.constructor as DateConstructor;
    if (real === clock) return;
    // No proxy: whatever goes through a large log makes dates by the hundred thousand.
    function Kept(...given: number[]) {
      if (new.target === undefined) return new real(clock.now()).toString();
      return Reflect.construct(real, given.length === 0 ? [clock.now()] : given, new.target);
    }
    Kept.prototype = real.prototype;
    Object.setPrototypeOf(Kept, real);
    const kept = Object.assign(Kept, { now: () => clock.now() }) as unknown as DateConstructor;
    window.Date = kept;
  });
  return () => script.dispose();
}

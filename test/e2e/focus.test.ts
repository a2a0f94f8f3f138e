import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { dice } from '../simulator/dice';
import { type Outlook, openOutlook } from './outlook';
import { untilRead } from './ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

/** What would end the walk, or hand something to a browser that the test does not drive. */
const NOT_PRESSED =
  /^(Erase everything|Yes, erase|Import|CSV|Excel|JSON|Sign in|Reload|Mail me the log|Open in Outlook)/;
const STEPS = 70;

/** Everything that can be pressed now, in the order of the page, by its words. */
const pressable = (frame: Frame) =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#pane button, #pane summary, #pane [role=tab]')]
      .filter((one) => !one.matches(':disabled') && one.getClientRects().length > 0)
      .map((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()),
  );

/** Presses the one with that place as a keyboard does; false where it is gone meanwhile. */
const press = (frame: Frame, at: number) =>
  frame.evaluate((place) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('#pane button, #pane summary, #pane [role=tab]'),
    ].filter((one) => !one.matches(':disabled') && one.getClientRects().length > 0);
    const one = all[place];
    if (one === undefined) return false;
    one.focus();
    if (document.activeElement !== one) return false;
    one.click();
    return true;
  }, at);

/** When what the tap set off was drawn. */
const settled = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)));
      }),
  );

describe('The focus', () => {
  test.each([1, 2])('never falls to the body, whatever is pressed (walk %i)', async (seed) => {
    outlook = await openOutlook({ ticking: false });
    const frame = await outlook.pane();
    await untilRead(frame);
    const luck = dice(seed);
    const trail: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      const names = await pressable(frame);
      const at = luck.pick(names.flatMap((name, place) => (NOT_PRESSED.test(name) ? [] : [place])));
      if (!(await press(frame, at))) continue;
      trail.push(names[at] ?? '');
      await settled(frame);
      const holder = await frame.evaluate(() => document.activeElement?.tagName ?? 'nothing');
      expect(holder, `after ${trail.slice(-4).join(' → ')}`).not.toBe('BODY');
    }
    expect(trail.length).toBeGreaterThan(STEPS / 2);
  });
});

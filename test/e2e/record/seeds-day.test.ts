import type { Frame, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { at } from '../../simulator/time';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

/** In px: as much as a pane has on a small screen. */
const HEIGHT = 640;

async function asHighAs(page: Page, frame: Frame, height: number): Promise<void> {
  const { width = 0, height: whole = 0 } = page.viewportSize() ?? {};
  const inside = await frame.evaluate(() => innerHeight);
  await page.setViewportSize({ width, height: whole - inside + height });
  await expect.poll(() => frame.evaluate(() => innerHeight)).toBe(height);
}

describe('The day of whoever waits for their boss', () => {
  test('takes seven taps and one sentence, and nothing is scrolled: today, yesterday, what was not told, a decision, its recap', async () => {
    outlook = await openOutlook({
      ...{ ticking: false, hurries: true, still: true },
      start: at('2026-11-20 16:05', 'Europe/London'),
    });
    const frame = await outlook.pane();
    await asHighAs(outlook.page, frame, HEIGHT);
    await untilRead(frame);
    const owed = frame.getByRole('list', { name: 'Open loops' });
    let taps = 0;
    /** What is tapped is on screen already. */
    const tap = async (what: Locator) => {
      await what.waitFor();
      const { y = 0, height = 0 } = (await what.boundingBox()) ?? {};
      const top = (await (await frame.frameElement()).boundingBox())?.y ?? 0;
      expect(y - top).toBeGreaterThanOrEqual(0);
      expect(y - top + height).toBeLessThanOrEqual(HEIGHT);
      await what.click();
      taps += 1;
    };

    await tap(
      frame.getByRole('group', { name: 'What happened?' }).getByRole('button', { name: 'Nobody joined' }),
    );
    await tap(owed.getByRole('group', { name: /^Thu 19 Nov/ }).getByRole('button', { name: 'We met' }));
    await tap(
      owed
        .getByRole('listitem')
        .filter({ hasText: 'Marcus was not told yet' })
        .getByRole('button', { name: 'Send', exact: true }),
    );
    await tap(owed.getByRole('button', { name: 'Send to Marcus' }));
    await outlook.undoTimePasses(owed);
    await owed.getByText('Sent.', { exact: true }).waitFor();
    await outlook.page.screenshot({ path: 'build/shots/seeds-day-told.png' });
    await tap(frame.getByRole('button', { name: 'Log decision' }));
    const sentence = frame.getByRole('textbox', { name: 'Decision', exact: true });
    await sentence.waitFor();
    expect(await sentence.evaluate((field) => field === document.activeElement)).toBe(true);
    await outlook.page.keyboard.type('We ship on Tuesday.');
    await outlook.page.screenshot({ path: 'build/shots/seeds-day-form.png' });
    await tap(frame.getByRole('button', { name: 'Save decision' }));
    const recap = frame.getByRole('region', { name: 'Recap' });
    await outlook.page.screenshot({ path: 'build/shots/seeds-day-saved.png' });
    await tap(recap.getByRole('button', { name: 'Send recap to absentees' }));
    await outlook.undoTimePasses(recap);
    await recap.getByText(/^Sent to Marcus Hale/).waitFor();
    await expect
      .poll(() => frame.getByRole('tab', { name: /^Today/ }).textContent())
      .toBe('Today 0 open loops');
    expect(taps).toBe(7);
  });
});

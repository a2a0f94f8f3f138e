import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { World } from '../simulator/world';
import { sampleMonth } from '../simulator/worlds/sample-month';
import { type Outlook, openOutlook } from './outlook';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

const HOSTILE = `<img src=x onerror="window.hurt = true">🧨${'Ω '.repeat(5_000)}`;

/** The sample month with another title for the daily sync. */
function titled(subject: string): World {
  const world = sampleMonth();
  return {
    ...world,
    meetings: world.meetings.map((one) => (one.id.startsWith('daily') ? { ...one, subject } : one)),
  };
}

describe('What nobody would write', () => {
  test('a title of ten thousand signs with HTML and emoji is shown as text, and breaks nothing', async () => {
    outlook = await openOutlook({ ticking: false, world: titled(HOSTILE) });
    const frame = await outlook.pane();
    await frame.getByText(/^Read /).waitFor();
    expect(await frame.getByRole('heading', { level: 1 }).innerText()).toContain('<img src=x onerror=');
    expect(await frame.evaluate('window.hurt')).toBeUndefined();
    const [inner, outer] = await frame.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
    await frame.getByRole('button', { name: /^Wed 18 Nov,/ }).click();
    const subject = frame.getByRole('textbox', { name: 'Subject' });
    await expect.poll(async () => (await subject.inputValue()).length).toBeGreaterThan(0);
    expect((await subject.inputValue()).length).toBeLessThanOrEqual(60);
  });

  test('an answer of Graph that is cut in the middle is said, and everything known stays', async () => {
    outlook = await openOutlook({ ticking: false });
    const frame = await outlook.pane();
    await frame.getByText(/^Read /).waitFor();
    outlook.simulator.office.disturb({ path: /calendarView/, answer: { kind: 'cut-json' } });
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await frame.getByText(/could not be read/).waitFor();
    await frame.getByRole('button', { name: /^Thu 29 Oct, cancelled 10 min before/ }).waitFor();
    const said = frame.getByRole('group', { name: 'What happened?' });
    await said.getByRole('button', { name: 'We met' }).click();
    await frame.getByRole('button', { name: 'We met', pressed: true }).waitFor();
  });

  test('while Graph asks to wait, the pane says so and keeps working', async () => {
    outlook = await openOutlook({ ticking: false });
    const frame = await outlook.pane();
    await frame.getByText(/^Read /).waitFor();
    outlook.simulator.office.disturb({
      path: /calendarView/,
      answer: { kind: 'throttled', retryAfter: '600' },
    });
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await frame.getByText(/asks to wait/).waitFor();
    await frame.getByRole('button', { name: /^Thu 19 Nov, not recorded/ }).click();
  });

  test('a file of two hundred megabytes is refused at once, as a log and as a report of Teams', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loopkeeper-'));
    const huge = join(folder, 'huge.json');
    writeFileSync(huge, '');
    truncateSync(huge, 200_000_000);
    try {
      outlook = await openOutlook({ ticking: false });
      const frame = await outlook.pane();
      await frame.getByText(/^Read /).waitFor();
      await frame.getByRole('button', { name: 'Add report' }).click();
      await frame.getByLabel('Report file').setInputFiles(huge);
      await frame.getByText('This file is too large for an attendance report (20 MB at most).').waitFor();
      await frame.getByRole('tab', { name: 'Log' }).click();
      await frame.getByLabel('File to import').setInputFiles(huge);
      await frame.getByRole('alert').filter({ hasText: 'larger than 100 MB' }).waitFor();
      await frame.getByRole('tab', { name: 'Meeting' }).click();
      await frame.getByRole('button', { name: /^Thu 29 Oct, cancelled 10 min before/ }).waitFor();
      expect(outlook.complaints).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

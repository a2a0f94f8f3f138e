import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { at } from '../../simulator/time';
import type { World } from '../../simulator/world';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { editing } from '../mail/mail-as-read';
import { type Outlook, openOutlook, sharedOutlook } from '../outlook';
import { change, untilRead } from '../ways';

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

/** The sample month with so many more people in the weekly refinement. */
function crowded(count: number): World {
  const world = sampleMonth();
  const people = Array.from({ length: count }, (_, at): World['people'][number] => ({
    id: `crowd-${at}`,
    name: `Person ${at + 1}`,
    address: `person${at + 1}@northwind.example`,
    zone: 'Europe/London',
    objectId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    country: null,
    kind: 'colleague',
  }));
  const invitees = people.map(({ id }) => ({ who: id, part: 'required' as const }));
  return {
    ...world,
    people: [...world.people, ...people],
    meetings: world.meetings.map((one) =>
      one.id === 'atlas' ? { ...one, invitees: [...one.invitees, ...invitees] } : one,
    ),
  };
}

describe('What nobody would write', () => {
  test('a title of ten thousand signs with HTML and emoji is shown as text, and breaks nothing', async () => {
    outlook = await openOutlook({ ticking: false, world: titled(HOSTILE) });
    const frame = await outlook.pane();
    await untilRead(frame);
    expect(await frame.getByRole('heading', { level: 1 }).innerText()).toContain('<img src=x onerror=');
    expect(await frame.evaluate('window.hurt')).toBeUndefined();
    const [inner, outer] = await frame.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
    await frame.getByRole('button', { name: /^Wed 18 Nov,/ }).click();
    await editing(frame.getByRole('region', { name: 'Recap' }));
    const subject = frame.getByRole('textbox', { name: 'Subject' });
    await expect.poll(async () => (await subject.inputValue()).length).toBeGreaterThan(0);
    expect((await subject.inputValue()).length).toBeLessThanOrEqual(60);
  });

  test('a meeting of two thousand people opens, is usable, and puts few of them into the page', async () => {
    outlook = await openOutlook({
      ticking: false,
      world: crowded(2_000),
      start: at('2026-10-28 15:40', 'Europe/London'),
    });
    await outlook.open(/Atlas refinement/);
    const frame = await outlook.pane();
    await untilRead(frame);
    /** Elements of the whole pane: of two thousand people alone there would be more, however they are listed. */
    const isSmall = async () => expect(await frame.locator('*').count()).toBeLessThan(1_800);
    await frame.getByRole('button', { name: /^Tue 27 Oct/ }).click();
    await isSmall();

    // Everybody who was there or not, walked by keyboard up to the last one; who was there comes last.
    await frame
      .locator('.evidence')
      .getByRole('button', { name: /^[12],\d{3} more$/ })
      .press('Enter');
    const named = () => frame.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await expect.poll(named).toMatch(/^You/);
    await outlook.page.keyboard.press('End');
    await expect.poll(named).toMatch(/^Wei Chen/);
    await isSmall();
    await outlook.page.keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Erase Wei Chen' }).waitFor();
    await outlook.page.keyboard.press('Enter');
    await outlook.page.keyboard.press('Home');
    await expect.poll(named).toMatch(/^You/);

    // Everybody whom the recap could tell.
    await frame
      .getByRole('group', { name: 'To' })
      .getByRole('button', { name: /^[12],\d{3} more$/ })
      .press('Enter');
    const ticked = () => frame.evaluate(() => document.activeElement?.parentElement?.textContent ?? '');
    await expect.poll(ticked).toMatch(/^Marcus Hale/);
    // Who was there comes behind those who were not.
    for (const [key, name] of [
      ['End', 'Wei Chen'],
      ['ArrowUp', 'Sam Okafor'],
      ['ArrowUp', 'Dana Ortiz'],
      ['ArrowUp', 'Person 2000'],
    ] as const) {
      await outlook.page.keyboard.press(key);
      await expect.poll(ticked).toContain(name);
    }
    const last = frame.getByRole('checkbox', { name: /^Person 2000/ });
    expect(await last.isChecked()).toBe(true);
    await outlook.page.keyboard.press('Space');
    await expect.poll(() => last.isChecked()).toBe(false);
    await isSmall();

    await frame.getByRole('button', { name: 'Log decision' }).click();
    await frame.getByRole('searchbox', { name: 'Find in this list' }).fill('person 1234');
    await frame.getByLabel('Owner').selectOption('Person 1234');
    await isSmall();
    await frame.getByRole('button', { name: 'Close' }).click();

    await frame.getByRole('button', { name: 'Settings' }).click();
    await frame.getByRole('searchbox', { name: 'Find somebody: Who is needed' }).fill('Person 1999');
    await frame.getByLabel('Person 1999').waitFor();
    await isSmall();
    await frame.getByRole('tab', { name: 'Decisions' }).click();
    await frame.getByRole('button', { name: 'Log decision' }).waitFor();
    await isSmall();
    expect(outlook.complaints).toEqual([]);
  });

  test('while Graph asks to wait, the pane says so and keeps working', async () => {
    outlook = await openOutlook({ ticking: false });
    const frame = await outlook.pane();
    await untilRead(frame);
    outlook.simulator.office.disturb({
      path: /calendarView/,
      answer: { kind: 'throttled', retryAfter: '600' },
    });
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await frame.getByText(/asks to wait/).waitFor();
    await frame.getByRole('button', { name: /^Thu 19 Nov, not recorded/ }).click();
  });
});

describe('What cannot be read leaves everything known as it is', () => {
  const shared = sharedOutlook();

  test('a file of two hundred megabytes is refused at once, as a log and as a report of Teams', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loopkeeper-'));
    const huge = join(folder, 'huge.json');
    writeFileSync(huge, '');
    truncateSync(huge, 200_000_000);
    try {
      const frame = await shared().pane();
      await change(frame, 'Add report');
      await frame.getByLabel('Report file').setInputFiles(huge);
      await frame.getByText('This file is too large for an attendance report (20 MB at most).').waitFor();
      await frame.getByRole('tab', { name: 'Log' }).click();
      await frame.getByLabel('File to import').setInputFiles(huge);
      await frame.getByRole('alert').filter({ hasText: 'larger than 180 MB' }).waitFor();
      await frame.getByRole('tab', { name: 'Meeting' }).click();
      await frame.getByRole('button', { name: /^Thu 29 Oct, cancelled 10 min before/ }).waitFor();
      expect(shared().complaints).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('an answer of Graph that is cut in the middle is said, and everything known stays', async () => {
    const { pane, simulator } = shared();
    const frame = await pane();
    simulator.office.disturb({ path: /calendarView/, answer: { kind: 'cut-json' } });
    await frame.getByRole('button', { name: 'Refresh' }).click();
    await frame.getByText(/could not be read/).waitFor();
    await frame.getByRole('button', { name: /^Thu 29 Oct, cancelled 10 min before/ }).waitFor();
    const said = frame.getByRole('group', { name: 'What happened?' });
    await said.getByRole('button', { name: 'We met' }).click();
    await frame.getByRole('button', { name: 'We met', pressed: true }).waitFor();
  });
});

import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { teamsFile } from '../../formats/attendance/a-file';
import { at } from '../../simulator/time';
import { type Outlook, openOutlook } from '../outlook';
import { change, untilRead } from '../ways';

let outlook: Outlook;
let frame: Frame;
beforeAll(async () => {
  outlook = await openOutlook({ ticking: false });
  frame = await outlook.pane();
  await untilRead(frame);
}, 120_000);
afterAll(() => outlook.close());

const tile = (date: string) =>
  frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) });

async function add(date: string, text: string): Promise<void> {
  await tile(date).click();
  await change(frame, 'Add report');
  const file = { name: 'attendance.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await frame.getByLabel('Report file').setInputFiles(file);
}

const HOUR = 3_600_000;

/** As Teams in English writes it, on a computer whose clock is so many hours off. */
const written = (hours: number) => (instant: number) =>
  new Intl.DateTimeFormat('en-US', {
    ...{ month: 'numeric', day: 'numeric', year: '2-digit' },
    ...{ hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone: 'Europe/London' },
  }).format(instant + hours * HOUR);

const named = (text: string): string =>
  text
    .replaceAll('Ada Field', 'Priya Nair')
    .replaceAll('ada@fabrikam.example', 'priya.nair@northwind.example')
    .replaceAll('Olu Kit', 'Marcus Hale')
    .replaceAll('olu@contoso.example', 'marcus.hale@northwind.example');

describe('3.1 A file with who was there', () => {
  test('from a computer in another zone is asked about with both readings, and never makes a no-show silently', async () => {
    const start = at('2026-11-19 15:30', 'Europe/London');
    await add('Thu 19 Nov', named(teamsFile(start, written(-5))));
    const question = frame.getByRole('group', { name: 'When was this session?' });
    await question.getByRole('button', { name: /^As written: .*10:30/ }).waitFor();
    await frame.getByRole('button', { name: /^5 h later: .*15:30/ }).waitFor();
    await outlook.page.screenshot({ path: 'build/shots/which-times.png' });
    await tile('Thu 19 Nov').waitFor();
    expect(await tile('Thu 19 Nov').innerText()).toContain('not recorded');
    await question.getByRole('button', { name: /^5 h later/ }).click();
    await expect.poll(() => tile('Thu 19 Nov').innerText()).toContain('met');
  });

  test('of Zoom is brought in as one of Teams is, and beats a note that nobody came', async () => {
    await expect.poll(() => tile('Mon 9 Nov').innerText()).not.toContain(' met');
    const zoom = [
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest',
      'Priya Nair,priya.nair@northwind.example,2026-11-09 15:00:10,2026-11-09 15:29:00,29,No',
      'Marcus Hale,marcus.hale@northwind.example,2026-11-09 15:01:00,2026-11-09 15:29:00,28,No',
    ].join('\r\n');
    await add('Mon 9 Nov', zoom);
    await expect.poll(() => tile('Mon 9 Nov').innerText()).toContain(' met');
    await frame.getByText('Attendance report: 28 min together').first().waitFor();
  });
});

import { afterEach, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import { change, inTrend, untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

test('What was said beside the record can be taken back, and who asked for a change is on record', async () => {
  outlook = await openOutlook({ ticking: false });
  const frame = await outlook.pane();
  await untilRead(frame);
  const numbers = () =>
    inTrend(frame, async () =>
      (await frame.getByRole('list', { name: 'Numbers' }).innerText()).replace(/\s+/g, ' '),
    );
  const tile = (date: string) =>
    frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) });
  await expect.poll(numbers).toMatch(/^Went ahead 7 of 14 /);

  await tile('Tue 27 Oct').click();
  await change(frame, 'Dispute');
  await frame.getByRole('textbox', { name: 'Reason' }).fill('We remember it differently.');
  await frame.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(numbers).toMatch(/^Went ahead 7 of 13 /);
  await frame.getByRole('button', { name: 'Take back: Disputed: We remember it differently.' }).click();
  await expect.poll(numbers).toMatch(/^Went ahead 7 of 14 /);
  await expect.poll(() => tile('Tue 27 Oct').innerText()).not.toContain('disputed');

  await tile('Thu 29 Oct').click();
  await change(frame, 'Correct');
  await frame.getByRole('checkbox', { name: 'I asked for this change' }).check();
  await frame.getByRole('textbox', { name: 'Reason' }).fill('I asked him to leave it out.');
  await frame.getByRole('button', { name: 'Save', exact: true }).click();
  await frame.getByText('Corrected: I asked him to leave it out.').waitFor();
  await frame.getByRole('tab', { name: 'Log' }).click();
  await frame.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    outlook.page.waitForEvent('download'),
    frame.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const text = await (await file.createReadStream()).setEncoding('utf8').toArray();
  const row = text
    .join('')
    .split('\r\n')
    .find((line) => line.includes('/2026-10-29,'));
  expect(row).toContain('cancelled-short-notice,priya.nair@northwind.example,');
  expect(outlook.complaints).toEqual([]);
});

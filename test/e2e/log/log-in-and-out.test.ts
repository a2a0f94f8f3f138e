import { readFileSync } from 'node:fs';
import type { Download, Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hearCopies } from '../clipboard';
import { type Outlook, sharedOutlook } from '../outlook';

/** A log that goes out in all its forms, refuses what is broken and, last of all, goes and comes back. */
const shared = sharedOutlook();

async function openLog(): Promise<{ outlook: Outlook; frame: Frame }> {
  const outlook = shared();
  const frame = await outlook.pane();
  await frame.getByRole('tab', { name: 'Log' }).click();
  await frame.getByRole('table', { name: 'Attendance log' }).waitFor();
  return { outlook, frame };
}

async function download({ page }: Outlook, frame: Frame, item: string): Promise<Buffer> {
  await frame.getByRole('button', { name: 'Export' }).click();
  const [file]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('menuitem', { name: item }).click(),
  ]);
  return readFileSync(await file.path());
}

const COLUMNS =
  'series_id, series_title, occurrence_key, original_start_utc, effective_start_utc, effective_end_utc, time_zone, planned_min, outcome, changed_by, on_behalf_of, notice_at_utc, notice_min, notice_min_lower, notice_min_upper, window_rule, minutes_together, person_name, person_email, person_role, person_response, person_outcome, first_join_utc, last_leave_utc, present_min, evidence, evidence_grade, recorded_at_utc, corrected, correction_reason, other_person_note, disputed, decision_ids, recap_sent_at_utc, recap_reply, definitions_version, app_version';

/** Enough CSV for a table without line breaks inside cells. */
const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((one) =>
    (one[1] ?? one[2] ?? '').replaceAll('""', '"'),
  );

describe('The log', () => {
  test('goes out as CSV with exactly the promised columns, the golden month in its rows', async () => {
    const { outlook, frame } = await openLog();
    const text = (await download(outlook, frame, 'CSV')).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines = text.slice(1).split('\r\n').filter(Boolean);
    expect(lines[0]).toBe(COLUMNS.replaceAll(', ', ','));
    const names = COLUMNS.split(', ');
    const rows = lines
      .slice(1)
      .map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])));
    const marcus = rows.filter(
      (row) => row.series_title === 'Priya/Marcus daily sync' && row.person_name === 'Marcus Hale',
    );
    const outcomes = marcus.map(
      (row) => `${row.occurrence_key?.slice(-10)} ${row.outcome} ${row.notice_min}`,
    );
    expect(outcomes).toContain('2026-10-29 cancelled-short-notice 10');
    expect(outcomes).toContain('2026-10-30 cancelled-with-notice 4320');
    expect(outcomes).toContain('2026-11-03 held-moved 20');
    expect(outcomes).toContain('2026-11-11 excluded-holiday ');
    expect(outcomes).toContain('2026-11-17 held-reinstated 1290');
    expect(outcomes).toContain('2026-11-19 not-recorded ');
  });

  test('13.8 says which line of an export was changed, and what such a check cannot show', async () => {
    const { outlook, frame } = await openLog();
    const check = async (...files: readonly { readonly name: string; readonly buffer: Buffer }[]) => {
      await frame
        .getByLabel('File to check')
        .setInputFiles(files.map((one) => ({ ...one, mimeType: 'application/octet-stream' })));
    };
    const json = await download(outlook, frame, 'JSON');
    const csv = await download(outlook, frame, 'CSV');
    const [digests] = await Promise.all([
      outlook.page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Save its digests' }).click(),
    ]);
    const beside = readFileSync(await digests.path());
    await frame.getByRole('button', { name: 'Settings' }).click();
    await check({ name: 'log.json', buffer: json });
    await frame.getByText(/^All \d+ lines are as they were written\.$/).waitFor();
    await frame.getByText(/^Somebody who computes the digests anew can change anything/).waitFor();
    const lines = json.toString().split('\n');
    lines[14] = (lines[14] ?? '').replace('{', '{ ');
    await check({ name: 'log.json', buffer: Buffer.from(lines.join('\n')) });
    await frame.getByText('Line 15 was changed.').waitFor();
    const rows = csv.toString().split('\r\n');
    const left = Buffer.from(rows.filter((_, at) => at !== 3).join('\r\n'));
    await check({ name: 'log.csv', buffer: left }, { name: 'log.csv.digests.json', buffer: beside });
    await frame.getByText('Line 4 was left out.').waitFor();
    await check({ name: 'log.csv', buffer: csv });
    await frame.getByText(/^There are no digests in this file/).waitFor();
    await frame.getByRole('button', { name: 'Close settings' }).click();
  });

  test('goes out as a real workbook', async () => {
    const { outlook, frame } = await openLog();
    const book = await download(outlook, frame, 'Excel');
    expect(book.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });

  test('is copied whole, though the pane shows only how it begins', async () => {
    const { outlook, frame } = await openLog();
    const whole = (await download(outlook, frame, 'CSV')).toString('utf8');
    const copied = await hearCopies(frame);
    await frame.getByRole('button', { name: 'Export' }).click();
    await frame.getByRole('menuitem', { name: 'Copy' }).click();
    await frame.getByText('Copied', { exact: true }).waitFor();
    expect(await copied()).toBe(whole);
    const field = frame.getByLabel('The log as text');
    const shown = await field.inputValue();
    expect(shown.split('\n').length).toBeLessThan(whole.split('\n').length);

    // A part that was selected by hand is left to the browser.
    await field.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(1, 10));
    await field.press('ControlOrMeta+c');
    await expect.poll(copied).toBe('');
    // As where Outlook refuses to copy, and the person presses the keys.
    await field.press('ControlOrMeta+a');
    await field.press('ControlOrMeta+c');
    await expect.poll(copied).toBe(whole);
  });

  test('a broken import file is refused with its line, and nothing changes', async () => {
    const { outlook, frame } = await openLog();
    const rows = await frame.getByRole('row').count();
    const [chooser] = await Promise.all([
      outlook.page.waitForEvent('filechooser'),
      frame.getByRole('button', { name: 'Import' }).click(),
    ]);
    await chooser.setFiles({
      name: 'log.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{\n"facts": [\n{'),
    });
    await frame.getByRole('alert').filter({ hasText: 'could not be read, line 3' }).waitFor();
    expect(await frame.getByRole('row').count()).toBe(rows);
  });

  test('comes back whole: erased and imported, it is the same record', async () => {
    const { outlook, frame } = await openLog();
    const before = await download(outlook, frame, 'CSV');
    const json = await download(outlook, frame, 'JSON');
    await frame.getByRole('button', { name: 'Settings' }).click();
    await frame.getByRole('button', { name: 'Erase everything' }).click();
    await frame.getByRole('button', { name: 'Yes, erase everything' }).click();
    await frame.getByRole('tab', { name: 'Log' }).click();
    const [chooser] = await Promise.all([
      outlook.page.waitForEvent('filechooser'),
      frame.getByRole('button', { name: 'Import' }).click(),
    ]);
    await chooser.setFiles({ name: 'log.json', mimeType: 'application/json', buffer: json });
    await frame.getByText(/entries were added/).waitFor();
    await expect.poll(async () => (await download(outlook, frame, 'CSV')).toString()).toBe(before.toString());
  });
});

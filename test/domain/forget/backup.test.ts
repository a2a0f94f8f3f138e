import { expect, test } from 'vitest';

import { backupDue } from '../../../src/domain/forget/backup';
import { DAY } from '../../../src/domain/time/time';

const NOW = Date.UTC(2026, 10, 20);
const entries = (...daysAgo: number[]) => daysAgo.map((days) => ({ recordedAt: NOW - days * DAY }));
const ago = (days: number | null) => (days === null ? null : NOW - days * DAY);

test.each([
  ['nothing was entered', [], null, null, null],
  ['the first entry is younger than 30 days', [29, 1], null, null, null],
  ['entries of 30 days were never exported', [30, 1], null, null, 2],
  ['nothing was entered since the export, however old it is', [200], 100, null, null],
  ['something was entered since an export of 31 days ago', [200, 5], 31, null, 1],
  ['something was entered, and the export is 10 days old', [200, 5], 10, null, null],
  ['somebody said "not now" 10 days ago', [200, 5], 31, 10, null],
  ['somebody said "not now" 40 days ago', [200, 5], 90, 40, 1],
] as const)('a copy is asked for where it is due: %s', (_, days, exported, notNow, due) => {
  expect(backupDue(entries(...days), ago(exported), ago(notNow), NOW)?.entries ?? null).toBe(due);
});

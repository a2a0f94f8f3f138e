import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { troubleOfAnswer } from '../../src/graph/client/errors';
import { CALLS } from '../../src/graph/client/permissions';
import { troubleWords } from '../../src/ui/words/keep/trouble';

/** What was seen in the field and is no file: refusals of a mailbox, and partners that never answer (`data/field` 10 to 13). */

const ROOT = path.resolve(import.meta.dirname, '../..');
const DATA = path.resolve(ROOT, '../shared/data');
const told = (name: string) => readFileSync(path.join(DATA, 'field', name, 'expected.md'), 'utf8');

/** Each kind that was seen in the field, and the test that gives it its expected value. */
const HELD_BY: Readonly<Record<string, string>> = {
  'field/01-excel-padded-summary': 'test/conformance/attendance-files.test.ts',
  'field/02-laptop-in-another-zone': 'test/conformance/attendance-files.test.ts',
  'field/03-durations-without-seconds': 'test/conformance/attendance-files.test.ts',
  'field/04-date-text': 'test/conformance/attendance-files.test.ts',
  'field/05-excel-padded-2021-form': 'test/conformance/attendance-files.test.ts',
  'field/06-ansi-resave': 'test/conformance/attendance-files.test.ts',
  'field/07-seconds-lost': 'test/conformance/attendance-files.test.ts',
  'field/08-all-day-told-in-utc': 'test/conformance/calendar-field.test.ts',
  'field/09-zone-nobody-knows': 'test/conformance/calendar-field.test.ts',
  'field/10-outlook-never-says-it-showed': 'test/e2e/silent-partners.test.ts',
  'field/11-browser-storage-never-answers': 'test/e2e/silent-partners.test.ts',
  'field/12-named-properties-full': 'test/tasks/send/send-recap.test.ts',
  'field/13-words-for-mailbox-refusals': 'test/conformance/mailbox-field.test.ts',
  'field/14-date-and-time-in-two-cells': 'test/conformance/attendance-files.test.ts',
  'field/passing': 'test/conformance/attendance-files.test.ts',
  'outcomes/1-report-without-mail': 'test/conformance/outcomes/outcome-worlds.test.ts',
  'outcomes/2-report-other-address': 'test/conformance/outcomes/outcome-worlds.test.ts',
  'outcomes/3-word-but-came': 'test/conformance/outcomes/outcome-worlds.test.ts',
  'outcomes/3a-recap-reload-in-undo': 'test/e2e/mail/click-is-a-promise.test.ts',
  'outcomes/4-last-12-after-180-days': 'test/conformance/outcomes/last-twelve.test.ts',
  'outcomes/5-series-cancelled': 'test/conformance/outcomes/outcome-worlds.test.ts',
  'outcomes/6-absent-beside-a-note': 'test/conformance/outcomes/outcome-worlds.test.ts',
  'outcomes/7-no-log-without-an-open-item': 'test/e2e/kept-logs.test.ts',
};

test('everything that was seen in the field is held by a test', () => {
  const kinds = ['field', 'outcomes'].flatMap((folder) =>
    readdirSync(path.join(DATA, folder))
      .map((name) => name.split('.')[0] ?? '')
      .filter((name) => /^\d|^passing$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect([...new Set(kinds)].sort()).toEqual(Object.keys(HELD_BY).sort());
  for (const file of Object.values(HELD_BY)) expect(existsSync(path.join(ROOT, file)), file).toBe(true);
});

describe('A refusal of the mailbox is told by its code, in words that say what it is and what can be done', () => {
  const graphRequest = (call: (typeof CALLS)[keyof typeof CALLS]) => ({ call, signal: undefined });
  const wordsOf = (status: number, code: string, call: (typeof CALLS)[keyof typeof CALLS]) =>
    troubleWords(
      troubleOfAnswer(
        new Response(null, { status }),
        JSON.stringify({ error: { code, message: 'No.' } }),
        graphRequest(call),
      ),
    );
  const VAGUE = /cannot find it any more|did not permit|refused that|may not be read/;
  /** `403 ErrorExceededMessageLimit / ErrorQuotaExceeded / …` and `507 and 413`, as they are told. */
  const codes = told('13-words-for-mailbox-refusals').match(/\b(?:Error\w+|Mailbox\w+API)\b/g) ?? [];

  test.each([...new Set(codes)])('%s', (code) => {
    for (const call of [CALLS.calendarView, CALLS.draft, CALLS.send, CALLS.sendMail])
      for (const status of [400, 403, 404, 507]) expect(wordsOf(status, code, call)).not.toMatch(VAGUE);
  });

  test('each has words of its own', () => {
    expect(codes.length).toBeGreaterThanOrEqual(4);
    const words = new Set([...new Set(codes)].map((code) => wordsOf(403, code, CALLS.send)));
    expect(words.size).toBe(new Set(codes).size);
  });

  test.each([507, 413])('%i without a code, of a mail', (status) => {
    for (const call of [CALLS.draft, CALLS.send, CALLS.sendMail])
      expect(wordsOf(status, '', call)).not.toMatch(VAGUE);
  });
});

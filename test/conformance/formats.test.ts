import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainTextToHtml } from '../../src/formats/mail/recap-html';
import { composeRecap, recapText } from '../../src/formats/mail/recap-text';
import { firstFault, logCsv, logJson, logRows, logXlsx, parseLogJson } from '../at-once';

import {
  at,
  decision,
  judgedLineage,
  judgedOccurrence,
  judgedPerson,
  MARCUS,
  PRIYA,
  person,
} from '../formats/judged';
import { readTable } from '../formats/table/read-csv';
import { readXlsx } from '../formats/table/read-xlsx';
import { textIn, unsafeIn } from '../formats/tags';

const payloads = (name: string) =>
  JSON.parse(readFileSync(resolve('../shared/data/payloads', `${name}.json`), 'utf8'));
const cells: readonly string[] = payloads('csv-injection');
const naughty: readonly string[] = payloads('blns');
const lines: readonly string[] = payloads('crlf');
const markup: readonly string[] = [...payloads('xss'), ...payloads('html-sanitize')].map(
  (one: { payload: string }) => one.payload,
);
const hostile = [...cells, ...naughty, ...lines, ...markup];

/** Rows at the end of the file that somebody really could have typed. */
const LEGITIMATE = cells.filter((one) => !/[=(|]|1\+1/.test(one) && /\d/.test(one));

const lineageOf = (text: string) =>
  judgedLineage(
    [
      judgedOccurrence('2026-10-26', {
        correctionReason: text,
        otherPersonNote: text,
        people: [judgedPerson({ ...MARCUS, name: text })],
      }),
    ],
    { title: text },
  );
const rowsOf = (text: string) => logRows([lineageOf(text)], { decisions: [], recaps: [] }, { app: '1' });

/** Text as it was typed, but for apostrophes in front of it and of signs that could begin a formula. */
const withoutApostrophes = (text: string) =>
  text
    .replace(/^'/, '')
    .replace(/'(?=[=+\-@])/g, '')
    .replace(/'(?=[^\x20-\x7e])/g, '');

describe('hostile text in the CSV', () => {
  test('comes back whole, each in its own cell, and none of it runs', () => {
    for (const text of hostile) {
      const table = readTable(logCsv(rowsOf(text)));
      expect(table).toHaveLength(1);
      for (const name of ['series_title', 'correction_reason', 'other_person_note', 'person_name']) {
        const cell = table[0]?.[name] ?? '';
        expect(withoutApostrophes(cell)).toBe(withoutApostrophes(text));
        if (!/^-?\d+([.,]\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
      }
    }
  });

  test('leaves what is no formula to be read: phones, numbers, dates', () => {
    expect(LEGITIMATE).toEqual(['+44 20 7946 0000', '1e5', '12/11/2026', '3-4']);
    for (const text of LEGITIMATE) {
      expect(readTable(logCsv(rowsOf(text)))[0]?.series_title?.replace(/^'/, '')).toBe(text);
    }
  });
});

test('hostile text in the workbook is text, and nothing else', () => {
  // One workbook of all of it: writing and reading one for each took minutes.
  const lineages = hostile.map(lineageOf);
  const told = { decisions: [], recaps: [] };
  const { sheets, files } = readXlsx(logXlsx(logRows(lineages, told, { app: '1' }), lineages, told));
  const titles = sheets[1].rows.slice(1).map((row: readonly string[]) => row[1] ?? '');
  expect(titles).toEqual(hostile.map((text) => text.slice(0, 32_767)));
  expect(Object.keys(files).some((name) => /macro|vba|external/i.test(name))).toBe(false);
});

test('hostile text in the JSON comes back as it was', () => {
  const facts = hostile.map((text, index) =>
    decision(index, { id: String(index).padStart(5, '0'), text, why: text }),
  );
  const answer = parseLogJson(
    logJson({ facts, owner: PRIYA, exportedAt: at('2026-11-20T15:40:00Z'), app: '1' }),
  );
  expect(answer.ok && answer.value.facts).toEqual(facts);
});

describe('hostile text in a recap', () => {
  const recapOf = (text: string) =>
    composeRecap({
      occurrence: judgedOccurrence('2026-10-29', { outcome: 'cancelled-short-notice' }),
      title: text,
      recipients: [{ ...person(text), name: text }],
      decisions: [decision(1, { text, why: text, accountable: { ...MARCUS, name: text } })],
      owner: { ...PRIYA, name: text, address: text },
      ownerZone: 'Europe/London',
      recipientZone: text,
      next: judgedOccurrence('2026-10-30', { title: text }),
      language: 'en',
    });

  test('is text in the HTML: no tag, attribute or link that is not ours', () => {
    for (const text of hostile) {
      const body = recapOf(text);
      const to = { address: text, names: ['D-001'] };
      expect(unsafeIn(plainTextToHtml(recapText(body), 'en', { language: 'en', to }))).toEqual([]);
      expect(unsafeIn(plainTextToHtml(text))).toEqual([]);
    }
  });

  test('is still there to be read', () => {
    const text = '<script>alert("Tom & Jerry\'s")</script>';
    expect(textIn(plainTextToHtml(text)).trim()).toBe(text);
  });

  test('never breaks the subject', () => {
    for (const text of hostile) {
      const { subject } = recapOf(text);
      expect(subject).toMatch(/^INFO: /);
      expect(subject).not.toMatch(/[\r\n\0\u2028\u2029]/);
      expect(subject.length).toBeLessThanOrEqual(60);
    }
  });
});

describe('a file that is no log', () => {
  const files: readonly { name: string; verdict: string; text: string }[] = payloads('json-parsing').map(
    (one: { name: string; verdict: string; b64?: string }) => ({ ...one, text: textOf(one) }),
  );

  test.each(files.map(({ name, text }) => [name, text]))(
    'is refused with a clear fault: %s',
    (_name, text) => {
      const answer = parseLogJson(text);
      expect(answer.ok).toBe(false);
      if (answer.ok) return;
      expect(answer.fault.why).not.toBe('');
      expect(['empty', 'not-json', 'not-a-log']).toContain(answer.fault.kind);
      if (answer.fault.kind === 'not-json') expect(answer.fault.line).toBeGreaterThan(0);
    },
  );

  test('is refused at the place where it stops being JSON, exactly where engines refuse it', () => {
    for (const { name, text } of files) {
      if (name.startsWith('y_')) expect(firstFault(text), name).toBeNull();
      if (name.startsWith('n_')) expect(firstFault(text), name).not.toBeNull();
    }
  });

  test.each(files.filter(({ verdict }) => verdict === 'n').map(({ name, text }) => [name, text]))(
    'as a fact inside a log spoils the whole of it: %s',
    (_name, text) => {
      const file = logJson({ facts: [decision(1)], owner: PRIYA, exportedAt: 0, app: '1' });
      const spoilt = file.replace('"facts": [', () => `"facts": [\n${text},`);
      expect(parseLogJson(spoilt).ok).toBe(false);
    },
  );
});

/** Two files are told by their making: a hundred thousand opening brackets, fifty thousand times `[{"":`. */
function textOf({ name, b64 }: { name: string; b64?: string }): string {
  if (b64 !== undefined) return new TextDecoder().decode(Buffer.from(b64, 'base64'));
  return name.includes('opening_arrays') ? '['.repeat(100_000) : `${'[{"":'.repeat(50_000)}\n`;
}

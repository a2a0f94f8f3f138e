import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

import type { Span } from '../../src/domain/time/time';
import { readAttendanceFile, withShift } from '../../src/formats/attendance/attendance-file';

const example = (name: string): Uint8Array => readFileSync(resolve('../shared/graph/examples', name));
const span = (start: string, end: string): Span => ({ start: Date.parse(start), end: Date.parse(end) });
const read = (name: string, occurrenceSpan: Span, zone = 'Europe/London') =>
  readAttendanceFile(example(name), { occurrenceSpan, zone });

test('the real file of 14 November 2022, UTF-16 with tabs, gives seven people with their stays', () => {
  const answer = read(
    'teams-attendance-2022-enGB-14nov.utf16be.csv',
    span('2022-11-14T09:30:00Z', '2022-11-14T09:45:00Z'),
  );
  expect(answer).toMatchObject({
    ok: true,
    value: { totalParticipants: 7, session: span('2022-11-14T09:29:07Z', '2022-11-14T09:50:14Z') },
  });
  if (!answer.ok) return;
  expect(answer.value.rows).toHaveLength(7);
  expect(answer.value.rows[2]).toEqual({
    row: 'pgsimon@spain.es',
    name: 'García Simón, Pedro',
    address: 'pgsimon@spain.es',
    directoryId: null,
    identified: true,
    phone: false,
    intervals: [span('2022-11-14T09:30:52Z', '2022-11-14T09:50:14Z')],
  });
});

test('the real file of 15 November 2022 counts nine people and names eight', () => {
  const answer = read(
    'teams-attendance-2022-enGB-15nov.utf8.csv',
    span('2022-11-15T09:30:00Z', '2022-11-15T09:45:00Z'),
  );
  expect(answer.ok && [answer.value.totalParticipants, answer.value.rows.length]).toEqual([9, 8]);
  expect(answer.ok && answer.value.rows.find((row) => row.name === 'ROBUST Razvan')?.intervals).toEqual([
    span('2022-11-15T09:37:01Z', '2022-11-15T09:41:47Z'),
  ]);
});

test('the real file of 2021 is read month first where the meeting says so', () => {
  const answer = read(
    'teams-attendance-2021-enGB.PARTIAL.csv',
    span('2021-12-10T19:30:00Z', '2021-12-10T20:00:00Z'),
  );
  expect(answer).toMatchObject({
    ok: true,
    value: { totalParticipants: 2, session: span('2021-12-10T19:37:51Z', '2021-12-10T20:07:14Z') },
  });
  expect(answer.ok && answer.value.rows.map((row) => row.address)).toEqual([
    'x00000001@student.example.org',
    'x00000002@student.example.org',
  ]);
});

test('the form of 2020 is refused by name, and a file for another meeting too', () => {
  const monday = span('2022-11-14T09:30:00Z', '2022-11-14T09:45:00Z');
  expect(read('teams-attendance-2020-header.csv', monday)).toEqual({ ok: false, fault: 'form-of-2020' });
  expect(read('teams-attendance-2022-enGB-15nov.utf8.csv', monday)).toEqual({
    ok: false,
    fault: 'another-time',
  });
});

const field = (name: string): Uint8Array => readFileSync(resolve('../shared/data/field', name));
const readField = (name: string, occurrenceSpan: Span, zone = 'UTC') => {
  const answer = readAttendanceFile(field(name), { occurrenceSpan, zone });
  if (!answer.ok) throw new Error(`${name}: ${answer.fault}`);
  return answer.value;
};
const AUTUMN_TUESDAY = span('2026-10-27T14:00:00Z', '2026-10-27T15:00:00Z');

test('3.5 a file that a spreadsheet padded keeps its count, so that nobody is said to have been absent', () => {
  for (const name of ['as-downloaded.csv', 'resaved-by-excel.csv', 'resaved-semicolon.csv']) {
    const { session, totalParticipants, shifts } = readField(
      `01-excel-padded-summary/${name}`,
      AUTUMN_TUESDAY,
    );
    expect({ session, totalParticipants, shifts }).toEqual({
      session: span('2026-10-27T13:59:50Z', '2026-10-27T15:00:10Z'),
      totalParticipants: 4,
      shifts: [],
    });
  }
});

test('3.1 the file of a laptop one zone further east is asked about, and the right reading is offered', () => {
  const own = readField('02-laptop-in-another-zone/same-meeting-own-zone.csv', AUTUMN_TUESDAY);
  expect(own.shifts).toEqual([]);
  const east = readField('02-laptop-in-another-zone/downloaded-one-zone-east.csv', AUTUMN_TUESDAY);
  expect(east.shifts).toContain(-60);
  expect(withShift(east, -60).rows).toEqual(own.rows);
});

test('the files of 2022 are read whose durations stop at the minute from an hour on', () => {
  const nine = readField(
    '03-durations-without-seconds/2022-en-nine-people.csv',
    span('2022-09-09T08:30:00Z', '2022-09-09T10:00:00Z'),
  );
  expect(nine.rows.flatMap(({ intervals }) => intervals)).toHaveLength(9);
  const many = readField(
    '03-durations-without-seconds/2022-en-coming-and-going.csv',
    span('2022-09-16T18:00:00Z', '2022-09-16T20:00:00Z'),
  );
  expect([many.totalParticipants, many.rows.length]).toEqual([22, 22]);
  expect(many.rows[4]?.intervals).toHaveLength(3);
  const french = readField(
    '04-date-text/2021-fr-real.csv',
    span('2021-04-13T09:00:00Z', '2021-04-13T14:00:00Z'),
  );
  expect(french).toMatchObject({
    totalParticipants: 7,
    session: span('2021-04-13T09:01:31Z', '2021-04-13T14:03:31Z'),
  });
});

const texts = readdirSync(resolve('../shared/data/field/04-date-text')).filter(
  (name) => name.endsWith('-morning.csv') || name === 'zh-TW-noon.csv',
);
const passing = readdirSync(resolve('../shared/data/field/passing/date-text'));
test.each([
  ...texts.map((name) => `04-date-text/${name}`),
  ...passing.map((name) => `passing/date-text/${name}`),
])('one meeting is read alike in whatever language its times are written: %s', (name) => {
  const found = [9, 12, 14].flatMap((hour) => {
    const start = Date.UTC(2026, 10, 23, hour);
    const answer = readAttendanceFile(field(name), {
      occurrenceSpan: { start, end: start + 3_600_000 },
      zone: 'UTC',
    });
    return answer.ok && answer.value.shifts.length === 0 ? [{ start, ...answer.value }] : [];
  });
  expect(found).toHaveLength(1);
  const [{ start, rows, totalParticipants } = { start: 0, rows: [], totalParticipants: 0 }] = found;
  const after = (seconds: number) => start + seconds * 1000;
  expect(totalParticipants).toBe(2);
  expect(rows.map(({ intervals }) => intervals)).toEqual([
    [{ start: after(2), end: after(3555) }],
    [{ start: after(65), end: after(3600) }],
  ]);
});

test('the form of 2021 reads alike before and after a spreadsheet padded it', () => {
  const meeting = span('2021-04-13T14:50:00Z', '2021-04-13T15:15:00Z');
  const padded = readField('05-excel-padded-2021-form/2021-en-padded-quoted.csv', meeting);
  expect(padded).toMatchObject({ totalParticipants: 36 });
  expect(padded.rows).toHaveLength(5);
  expect(padded.rows[0]?.intervals).toEqual([span('2021-04-13T14:50:01Z', '2021-04-13T15:14:14Z')]);
  expect(readField('passing/2021-en-real-quoted-not-padded.csv', meeting).rows).toEqual(padded.rows);
});

test('a spreadsheet’s CSV in the code page of its machine reads as the file did before', () => {
  const meeting = span('2025-03-10T08:00:00Z', '2025-03-10T10:20:00Z');
  const resaved = readField('06-ansi-resave/2025-pl-cp1250-semicolons.csv', meeting);
  const before = readField('passing/2025-pl-real-not-padded.csv', meeting);
  expect(resaved.totalParticipants).toBe(7);
  expect(resaved.rows).toEqual(before.rows);
});

test('3.1 what a file does not tell to the second is checked to the minute', () => {
  const { totalParticipants, rows } = readField('07-seconds-lost/2026-pt-minutes-only.csv', AUTUMN_TUESDAY);
  expect([totalParticipants, rows.length]).toEqual([2, 2]);
  expect(rows[1]?.intervals).toEqual([span('2026-10-27T14:02:00Z', '2026-10-27T14:59:00Z')]);
});

test('a date and its time in two cells are one time', () => {
  const meeting = span('2026-05-15T13:00:00Z', '2026-05-15T14:00:00Z');
  const { session, totalParticipants, rows } = readField(
    '14-date-and-time-in-two-cells/2026-en.csv',
    meeting,
  );
  expect({ session, totalParticipants }).toEqual({
    session: span('2026-05-15T13:00:00Z', '2026-05-15T13:55:00Z'),
    totalParticipants: 2,
  });
  expect(rows[1]).toMatchObject({
    address: 'olu@contoso.example',
    intervals: [span('2026-05-15T13:00:26Z', '2026-05-15T13:51:46Z')],
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

import type { Span } from '../../src/domain/time/time';
import { parseTeamsCsv } from '../../src/formats/teams/teams-csv';

const example = (name: string): Uint8Array => readFileSync(resolve('../shared/graph/examples', name));
const span = (start: string, end: string): Span => ({ start: Date.parse(start), end: Date.parse(end) });
const read = (name: string, occurrenceSpan: Span, zone = 'Europe/London') =>
  parseTeamsCsv(example(name), { occurrenceSpan, zone });

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

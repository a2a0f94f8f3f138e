import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MINUTE, overlapOf } from '../../../src/domain/time/time';
import { readAttendanceFile, withShift } from '../../../src/formats/attendance/attendance-file';
import { likelyShifts, shifted } from '../../../src/formats/attendance/shift';
import { hourFrom, staysOf, teamsFile, utf8 } from './a-file';

const START = Date.UTC(2026, 9, 27, 14);
const write = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const quarters = fc.integer({ min: -56, max: 56 }).map((steps) => steps * 15);

test('3.1 a session by a clock that stood any quarters of an hour otherwise is asked about, the truth among the readings', () => {
  fc.assert(
    fc.property(quarters, (minutes) => {
      const text = teamsFile(START + minutes * MINUTE, write);
      const answer = readAttendanceFile(utf8(text), { occurrenceSpan: hourFrom(START), zone: 'UTC' });
      if (!answer.ok) throw new Error(answer.fault);
      const readings = [0, ...answer.value.shifts].map((one) => withShift(answer.value, one));
      expect(answer.value.shifts.length > 0).toBe(minutes !== 0);
      expect(readings.map(({ rows }) => rows.flatMap(({ intervals }) => intervals))).toContainEqual(
        staysOf(START),
      );
    }),
    { numRuns: 113 },
  );
});

const span = fc
  .tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: 5, max: 180 }))
  .map(([from, length]) => ({ start: START + from * MINUTE, end: START + (from + length) * MINUTE }));

test('3.1 nobody is asked unless another reading overlaps the occurrence by five minutes more', () => {
  fc.assert(
    fc.property(span, (session) => {
      const occurrence = hourFrom(START);
      const now = overlapOf(session, occurrence);
      const every = Array.from({ length: 113 }, (_, at) => (at - 56) * 15);
      const best = Math.max(...every.map((minutes) => overlapOf(shifted(session, minutes), occurrence)));
      const asked = likelyShifts(session, occurrence);
      expect(asked.length > 0).toBe(best >= now + 5 * MINUTE);
      for (const minutes of asked) {
        expect(overlapOf(shifted(session, minutes), occurrence)).toBeGreaterThanOrEqual(now + 5 * MINUTE);
      }
    }),
  );
});

test('a file whose columns say UTC has no other clock', () => {
  const text = teamsFile(START + 30 * MINUTE, write).replace('First Join', 'First Join (UTC)');
  const answer = readAttendanceFile(utf8(text), {
    occurrenceSpan: hourFrom(START),
    zone: 'America/New_York',
  });
  expect(answer).toMatchObject({
    ok: true,
    value: { shifts: [], session: { start: START + 30 * MINUTE + 2000 } },
  });
});

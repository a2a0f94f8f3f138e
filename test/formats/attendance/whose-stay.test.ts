import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE, type Span } from '../../../src/domain/time/time';
import { readAttendanceFile } from '../../../src/formats/attendance/attendance-file';
import { whoseStays } from '../../../src/formats/attendance/whose-stay';
import { overgrowth } from '../../attacks/growth';

/** As it reads: the first whose whole time holds the stay, or is not known; else the first. */
const plainly = (wholes: readonly (Span | null)[], stay: Span | null): number =>
  Math.max(
    0,
    wholes.findIndex(
      (whole) =>
        stay === null ||
        whole === null ||
        (stay.start > whole.start - MINUTE && stay.end < whole.end + MINUTE),
    ),
  );

describe('3.2 Stays of people with one name', () => {
  const time = fc.integer({ min: 0, max: 12 }).map((half) => half * (MINUTE / 2));
  const span = fc.tuple(time, time).map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const some = fc.array(fc.option(span, { freq: 6 }), { maxLength: 9 });

  test('are of the first whose whole time holds them, as when each is held against each', () => {
    fc.assert(
      fc.property(some, some, (wholes, stays) => {
        expect(whoseStays(wholes, stays)).toEqual(stays.map((stay) => plainly(wholes, stay)));
      }),
      { numRuns: 2000 },
    );
  });

  const clock = (at: number) => new Date(at).toISOString().slice(11, 19);
  const start = Date.UTC(2026, 10, 9, 14);
  /** People of one name, each with a stay of their own. */
  const alike = (length: number): string => {
    const people = Array.from({ length: Math.max(2, Math.floor(length / 128)) }, (_, at) => at);
    const times = (at: number) => `11/9/2026 ${clock(start + at)}\t11/9/2026 ${clock(start + at + 600_000)}`;
    const line = (at: number) => `Guest\t${times((at % 2000) * 1000)}\t10m 0s\t`;
    return [
      ...['1. Summary', 'Meeting title\tWeekly', `Start time\t11/9/2026 ${clock(start)}`],
      ...[`End time\t11/9/2026 ${clock(start + 3_600_000)}`, '', '2. Participants'],
      'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
      ...people.map((at) => `${line(at)}\tPresenter`),
      ...['', '3. In-Meeting Activities', 'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole'],
      ...people.toReversed().map((at) => `${line(at)}Presenter`),
      '',
    ].join('\r\n');
  };
  const occurrenceSpan = { start, end: start + 3_600_000 };
  const read = (text: string) =>
    readAttendanceFile(new TextEncoder().encode(text), { occurrenceSpan, zone: 'UTC' });

  test('take time with their number alone', { timeout: 60_000 }, () => {
    expect(read(alike(2048))).toMatchObject({ ok: true });
    // Each of theirs ends before the next one's, so that a stay is held by the last that is tried.
    const apart = (length: number) =>
      Array.from({ length }, (_, at) => ({ start: at * 10 * MINUTE, end: (at * 10 + 5) * MINUTE }));
    const work = ({ length }: string) => whoseStays(apart(length), apart(length).toReversed());
    const sized = (length: number) => 'x'.repeat(length);
    expect(overgrowth(work, sized, { smallest: 1024, largest: 32_768 })).toBeNull();
  });
});

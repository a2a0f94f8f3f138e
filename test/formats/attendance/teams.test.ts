import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Span } from '../../../src/domain/time/time';
import { readAttendanceFile } from '../../../src/formats/attendance/attendance-file';
import { ATTENDANCE_FAULTS } from '../../../src/formats/attendance/faults';
import { at } from '../judged';

const span = (start: string, end: string): Span => ({ start: at(start), end: at(end) });
const MONDAY = span('2026-11-09T15:00:00Z', '2026-11-09T15:30:00Z');
const LONDON = 'Europe/London';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little = true): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  Array.from({ length: text.length + 1 }, (_, index) =>
    view.setUint16(index * 2, index === 0 ? 0xfeff : text.charCodeAt(index - 1), little),
  );
  return bytes;
};

/** A file in the form of 2026: en-US, four sections, CRLF; `with` replaces text in it. */
const file = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce(
    (text, [from, to]) => text.replaceAll(from, () => to),
    [
      '1. Summary',
      'Meeting title\t"Atlas\nrefinement"',
      'Attended participants\t3',
      'Start time\t11/9/26, 2:58:10 PM',
      'End time\t11/9/26, 3:30:05 PM',
      'Meeting duration\t31m 55s',
      'Average attendance time\t20m 0s',
      '',
      '2. Participants',
      'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\tEngagement: a\tEngagement: b',
      'Ortiz, Dana (External)\t11/9/26, 2:58:10 PM\t11/9/26, 3:30:05 PM\t29m 55s\tDana@contoso.example\tdana@contoso.example\tOrganizer\t0\t0',
      'Sam Okafor\t11/9/26, 3:00:00 PM\t11/9/26, 3:10:00 PM\t10m\t\tsam@contoso.example\tPresenter',
      '+49 170 … 77\t11/9/26, 3:02:00 PM\t11/9/26, 4:02:05 PM\t1h 5s\t\t\tPresenter',
      '',
      '3. In-Meeting Activities',
      'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
      'Ortiz, Dana (External)\t11/9/26, 2:58:10 PM\t11/9/26, 3:10:00 PM\t11m 50s\tdana@contoso.example\tOrganizer',
      'Ortiz, Dana (External)\t11/9/26, 3:12:00 PM\t11/9/26, 3:30:05 PM\t18m 5s\tdana@contoso.example\tOrganizer',
      'Sam Okafor\t11/9/26, 3:00:00 PM\t11/9/26, 3:10:00 PM\t10m 0s\t\tPresenter',
      '+49 170 … 77\t11/9/26, 3:02:00 PM\t11/9/26, 4:02:05 PM\t1h 0m 4s\t\tPresenter',
      '',
      '4. Meeting Engagement',
      'Dana\t"said ""hello"""\t11/9/26, 3:00:00 PM',
      '',
    ].join('\r\n'),
  );

/** The hours of the file, as clocks of 24 hours write them. */
const AFTERNOON = [
  [' 2:58:10 PM', ' 14:58:10'],
  [' 3:', ' 15:'],
  [' 4:', ' 16:'],
  [' PM', ''],
] as const;

const read = (text: string | Uint8Array, occurrenceSpan = MONDAY, zone = LONDON) =>
  readAttendanceFile(typeof text === 'string' ? utf16(text) : text, { occurrenceSpan, zone });
const reportOf = (text: string | Uint8Array, occurrenceSpan = MONDAY, zone = LONDON) => {
  const answer = read(text, occurrenceSpan, zone);
  if (!answer.ok) throw new Error(answer.fault);
  return answer.value;
};
const faultOf = (text: string | Uint8Array, occurrenceSpan = MONDAY) => {
  const answer = read(text, occurrenceSpan);
  return answer.ok ? null : answer.fault;
};

describe('the attendance file of Teams', () => {
  test('gives the session, everybody who joined, and each of their stays', () => {
    expect(reportOf(file())).toMatchObject({
      session: span('2026-11-09T14:58:10Z', '2026-11-09T15:30:05Z'),
      totalParticipants: 3,
      rows: [
        {
          row: 'dana@contoso.example',
          name: 'Ortiz, Dana (External)',
          address: 'dana@contoso.example',
          identified: true,
          phone: false,
          intervals: [
            span('2026-11-09T14:58:10Z', '2026-11-09T15:10:00Z'),
            span('2026-11-09T15:12:00Z', '2026-11-09T15:30:05Z'),
          ],
        },
        {
          name: 'Sam Okafor',
          address: 'sam@contoso.example',
          intervals: [{ start: at('2026-11-09T15:00:00Z') }],
        },
        { row: '3', name: '+49 170 … 77', address: '', identified: false, phone: true },
      ],
    });
  });

  test('reads the same in every encoding, and with commas for tabs', () => {
    const once = reportOf(file());
    expect(reportOf(utf16(file(), false))).toEqual(once);
    expect(reportOf(utf16(file()).slice(2))).toEqual(once);
    expect(reportOf(utf8(file()))).toEqual(once);
    expect(reportOf(utf8(`\uFEFF${file()}`))).toEqual(once);
    const quoted = file().replace(/[^\t\r\n"]+/g, (cell) => (cell.includes(',') ? `"${cell}"` : cell));
    expect(reportOf(utf8(quoted.replaceAll('\t', ',')))).toEqual(once);
  });

  test.each<[string, string]>([
    ['en-GB', file(['11/9/26', '09/11/2026'], ...AFTERNOON)],
    [
      'de',
      file(
        ['11/9/26', '09.11.26'],
        ['1. Summary', '1. Zusammenfassung'],
        ['2. Participants', '2. Teilnehmer'],
        ['29m 55s', '29 Min. 55 Sek.'],
        ['1h 5s', '1 Std. 0 Min. 5 Sek.'],
        ...AFTERNOON,
      ),
    ],
    ['pl', file(['11/9/26', '9.11.2026'], ['1h 5s', '1 godz. 5 sek.'], ...AFTERNOON)],
    ['sv', file(['11/9/26,', '2026-11-09'], ...AFTERNOON)],
    ['ja', file(['11/9/26,', '2026/11/09'], ...AFTERNOON)],
    ['pt', file(['11/9/26,', '09/11/2026'], ['3. In-Meeting', '3. Atividades em Reunião'], ...AFTERNOON)],
    ['es', file(['11/9/26,', '9/11/26'], [' PM', ' p.\u00a0m.'])],
    ['newer en-US, with narrow spaces', file([' PM', '\u202fPM'])],
    ['a header that says UTC', file(['First Join', 'First Join (UTC)'])],
  ])('reads %s as the same session', (_name, text) => {
    expect(reportOf(text).session).toEqual(reportOf(file()).session);
  });

  test('settles which number is the day by the occurrence it was chosen for', () => {
    const ambiguous = file(['11/9/26', '9/10/26']);
    const september = span('2026-09-10T14:00:00Z', '2026-09-10T14:30:00Z');
    const october = span('2026-10-09T14:00:00Z', '2026-10-09T14:30:00Z');
    expect(reportOf(ambiguous, september).session.start).toBe(at('2026-09-10T13:58:10Z'));
    expect(reportOf(ambiguous, october).session.start).toBe(at('2026-10-09T13:58:10Z'));
  });

  test('reads its times by the clocks of the person who downloaded it', () => {
    const newYork = span('2026-11-09T20:00:00Z', '2026-11-09T20:30:00Z');
    expect(reportOf(file(), newYork, 'America/New_York').session.start).toBe(at('2026-11-09T19:58:10Z'));
  });

  test('3.2 takes somebody without a leave as no data', () => {
    const text = file(['3:00:00 PM\t11/9/26, 3:10:00 PM\t10m', '3:00:00 PM\t\t']);
    expect(reportOf(text).rows[1]).toMatchObject({ name: 'Sam Okafor', intervals: [] });
  });

  test('tells two guests of one name apart by when they were there', () => {
    const guest = (join: string, leave: string) =>
      `Guest\t11/9/26, ${join} PM\t11/9/26, ${leave} PM\t5m\t\t\tPresenter`;
    const text = file(
      ['\r\n\r\n3. In', `\r\n${guest('3:00:00', '3:05:00')}\r\n${guest('3:20:00', '3:25:00')}\r\n\r\n3. In`],
      ['\r\n\r\n4. M', `\r\n${guest('3:20:00', '3:25:00')}\r\n${guest('3:00:00', '3:05:00')}\r\n\r\n4. M`],
    );
    const guests = reportOf(text).rows.filter((row) => row.name === 'Guest');
    expect(guests.map((row) => row.intervals.map((one) => one.start))).toEqual([
      [at('2026-11-09T15:00:00Z')],
      [at('2026-11-09T15:20:00Z')],
    ]);
  });

  test('gives the same report for the same file, and another for another', () => {
    expect(reportOf(file()).id).toBe(reportOf(utf8(file())).id);
    expect(reportOf(file()).id).not.toBe(reportOf(file(['Sam Okafor', 'Sam O.'])).id);
  });
});

describe('a file that cannot be trusted is refused with its reason', () => {
  test.each<[string, string | Uint8Array, (typeof ATTENDANCE_FAULTS)[number]]>([
    ['nothing in it', '', 'empty'],
    ['no bytes', new Uint8Array(), 'empty'],
    ['20 MB and more', new Uint8Array(20_000_001), 'too-large'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), 'not-text'],
    ['a quote that never ends', `${file()}\r\n"Dana\tmore`, 'broken-quotes'],
    [
      'the form of 2020',
      'Full Name\tUser Action\tTimestamp\r\nDana\tJoined\t11/9/2026, 3:00:00 PM',
      'form-of-2020',
    ],
    ['another table', 'a\tb\tc\td\r\n1\t2\t3\t4', 'form-unknown'],
    ['a letter', 'Dear Dana,\nhow are you?', 'form-unknown'],
    ['participants missing', file(['2. Participants', 'Participants']), 'form-unknown'],
    ['other columns', file(['Sam Okafor\t', 'Sam\tOkafor\t']), 'columns-unknown'],
    ['a thirteenth month in every order', file(['11/9/26', '32/32/26']), 'time-unreadable'],
    ['another day', file(['11/9/26', '11/10/26']), 'another-time'],
    ['a changed stay', file(['3:10:00 PM\t11m 50s', '3:09:00 PM\t11m 50s']), 'durations-disagree'],
    ['a changed total', file(['29m 55s', '28m 55s']), 'durations-disagree'],
    ['leave before join', file(['3:30:05 PM\t18m', '3:11:05 PM\t18m']), 'durations-disagree'],
    ['stays cut off', file().slice(0, file().indexOf('3. In-Meeting')), 'stays-missing'],
  ])('%s', (_name, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  /** Without the one who dialled in, who may be anybody. */
  const named = file().replace(/^\+49.*\r\n/gm, '');
  test.each<[string, readonly string[], string, string | null]>([
    ['nobody of it is invited', ['marcus@contoso.example'], named, 'another-meeting'],
    ['one of it is', ['marcus@contoso.example', 'sam@contoso.example'], named, null],
    ['one of it is, written in capitals', ['dana@contoso.example'], named, null],
    ['somebody in it has no name', ['marcus@contoso.example'], file(), null],
  ])('of another meeting of the same time: %s', (_, invited, text, fault) => {
    const answer = readAttendanceFile(utf16(text), {
      occurrenceSpan: MONDAY,
      zone: LONDON,
      invited: new Set(invited),
    });
    expect(answer.ok ? null : answer.fault).toBe(fault);
  });

  test('whatever the bytes, there is an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (bytes, where) => {
        const whole = utf8(file());
        const spoilt = new Uint8Array([
          ...whole.slice(0, where % whole.length),
          ...bytes,
          ...whole.slice(where % whole.length),
        ]);
        for (const one of [bytes, spoilt]) {
          const answer = read(one);
          if (!answer.ok) expect(ATTENDANCE_FAULTS).toContain(answer.fault);
        }
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';

import { readAttendanceFile } from '../../../src/formats/attendance/attendance-file';
import { hourFrom, utf8 } from './a-file';

const START = Date.UTC(2026, 2, 20, 9);
const at = (minute: number, second = 0) => START + (minute * 60 + second) * 1000;
const read = (lines: readonly string[]) => {
  const answer = readAttendanceFile(utf8(`\uFEFF${lines.join('\r\n')}\r\n`), {
    occurrenceSpan: hourFrom(START),
    zone: 'UTC',
  });
  if (!answer.ok) throw new Error(answer.fault);
  return answer.value;
};

const HEAD = 'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest';
const LINES = [
  'Ada Field,ada@fabrikam.example,2026-03-20 08:59:40,2026-03-20 09:58:10,59,No',
  'Olu (Olu Kit),olu@contoso.example,2026-03-20 09:03:00,2026-03-20 09:20:30,18,Yes',
  'Olu (Olu Kit),olu@contoso.example,2026-03-20 09:30:00,2026-03-20 09:58:00,28,Yes',
  'Guest,,2026-03-20 09:05:00,2026-03-20 09:10:00,5,Yes',
];
const MEETING = [
  'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants',
  '"812 3456 7890",Weekly,2026-03-20 08:59:40,2026-03-20 09:58:10,ada@fabrikam.example,59,3',
];
const STAYS = [
  { address: 'ada@fabrikam.example', identified: true, intervals: [{ start: at(0, -20), end: at(58, 10) }] },
  {
    name: 'Olu (Olu Kit)',
    address: 'olu@contoso.example',
    intervals: [
      { start: at(3), end: at(20, 30) },
      { start: at(30), end: at(58) },
    ],
  },
  { name: 'Guest', address: '', identified: false, intervals: [{ start: at(5), end: at(10) }] },
];

describe('the list of participants of Zoom', () => {
  test('gives each stay of everybody, below a line about the meeting', () => {
    const report = read([...MEETING, '', HEAD, ...LINES]);
    expect(report).toMatchObject({ source: 'zoom-csv', totalParticipants: 3, timed: true, shifts: [] });
    expect(report.session).toEqual({ start: at(0, -20), end: at(58, 10) });
    expect(report.rows).toMatchObject(STAYS);
  });

  test('reads alike without that line, and with topic and number on every line', () => {
    expect(read([HEAD, ...LINES])).toMatchObject({ totalParticipants: null, rows: STAYS });
    const named = [`Topic,Meeting ID,${HEAD}`, ...LINES.map((line) => `Weekly,81234567890,${line}`)];
    expect(read(named)).toMatchObject({ source: 'zoom-csv', rows: STAYS });
  });

  test.each([
    [
      'month first, a clock of twelve hours',
      (text: string) =>
        text
          .replace(/2026-03-20 (\d\d):/g, (_, hour) => `03/20/2026 ${hour}:`)
          .replace(/(\d\d:\d\d:\d\d)/g, '$1 AM'),
    ],
    ['day first', (text: string) => text.replaceAll('2026-03-20', '20/03/2026')],
  ])('reads the times of an account that writes %s', (_, change) => {
    expect(read([...MEETING, '', HEAD, ...LINES].map(change)).rows).toMatchObject(STAYS);
  });

  test('reads times without seconds to the minute', () => {
    const cut = (line: string) => line.replace(/(\d\d:\d\d):\d\d/g, '$1');
    expect(read([HEAD, ...LINES.map(cut)]).rows[1]?.intervals[1]).toEqual({ start: at(30), end: at(58) });
  });

  test('is told by its cells, whatever the language of its labels', () => {
    const german = 'Name (urspr. Name),E-Mail,Beitrittszeit,Abmeldezeit,Dauer (Minuten),Gast';
    expect(
      read([german, ...LINES.map((line) => line.replace(/No$/, 'Nein').replace(/Yes$/, 'Ja'))]).rows,
    ).toMatchObject(STAYS);
  });

  test('reads the newer line about the meeting, with its minutes before its times', () => {
    const meeting = [
      'Topic,ID,Host,Duration (minutes),Start time,End time,Participants',
      'Weekly,812 3456 7890,Ada Field (ada@fabrikam.example),59,2026-03-20 08:59:40,2026-03-20 09:58:10,1204',
    ];
    expect(read([...meeting, '', HEAD, ...LINES])).toMatchObject({ totalParticipants: 1204, rows: STAYS });
    // A topic can be a number; then the count is still the last one.
    const numbered = [MEETING[0] ?? '', (MEETING[1] ?? '').replace('Weekly', '2026')];
    expect(read([...numbered, '', HEAD, ...LINES])).toMatchObject({ totalParticipants: 3, rows: STAYS });
  });

  test('3.5 without addresses nobody is identified, and the stays are read all the same', () => {
    const without = [HEAD, ...LINES].map((line) =>
      line
        .split(',')
        .filter((_, at) => at !== 1)
        .join(','),
    );
    const { rows } = read(without);
    expect(rows.map(({ name, address, identified }) => [name, address, identified])).toEqual([
      ['Ada Field', '', false],
      ['Olu (Olu Kit)', '', false],
      ['Guest', '', false],
    ]);
    expect(rows[1]?.intervals).toHaveLength(2);
  });

  test('3.2 in another language the waiting room is told by the words of the guests, also where nobody was one', () => {
    const waits = ['いいえ', 'いいえ', 'いいえ', 'はい'];
    const head = '名前（元の名前）,メール,参加時刻,退出時刻,期間（分）,ゲスト,待機室';
    const { rows } = read([
      head,
      ...LINES.map((line, at) => `${line.replace(/(No|Yes)$/, 'いいえ')},${waits[at]}`),
    ]);
    expect(rows.map(({ intervals }) => intervals.length)).toEqual([1, 2, 0]);
  });

  test.each([
    ['with consent', `${HEAD},Recording Consent,In Waiting Room`, ',Y,No', ',,Yes'],
    ['without consent', `${HEAD},In Waiting Room`, ',No', ',Yes'],
  ])('3.2 who was in the waiting room alone is neither there nor absent: %s', (_, head, there, waiting) => {
    const waited = `Sam,sam@fabrikam.example,2026-03-20 09:00:00,2026-03-20 09:20:00,20,No${waiting}`;
    const { rows } = read([head, ...LINES.map((line) => line + there), waited]);
    expect(rows.at(-1)).toMatchObject({ address: 'sam@fabrikam.example', intervals: [] });
    expect(rows[0]?.intervals).toHaveLength(1);
  });

  test('of unique users says how long, and not when', () => {
    const report = read([
      'Name (Original Name),User Email,Total Duration (Minutes),Guest',
      'Ada Field,ada@fabrikam.example,59,No',
      'Olu (Olu Kit),olu@contoso.example,46,Yes',
      'Guest,,5,Yes',
    ]);
    expect(report).toMatchObject({ source: 'zoom-csv', timed: false, totalParticipants: null, shifts: [] });
    expect(report.rows).toMatchObject([
      { address: 'ada@fabrikam.example', minutes: 59, intervals: [] },
      { address: 'olu@contoso.example', minutes: 46, intervals: [] },
      { identified: false, minutes: 5 },
    ]);
  });

  test('of unique users is known by its head where nobody has an address', () => {
    const report = read([
      'Name (Original Name),User Email,Total Duration (Minutes),Guest',
      'Ada Field,,59,No',
      'Guest,,5,Yes',
    ]);
    expect(report).toMatchObject({ source: 'zoom-csv', timed: false });
  });

  test('whose durations do not fit its times is refused', () => {
    const changed = [HEAD, ...LINES.map((line) => line.replace(',59,', ',40,'))];
    const answer = readAttendanceFile(utf8(changed.join('\n')), {
      occurrenceSpan: hourFrom(START),
      zone: 'UTC',
    });
    expect(answer).toEqual({ ok: false, fault: 'durations-disagree' });
  });
});

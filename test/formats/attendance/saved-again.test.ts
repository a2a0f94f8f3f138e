import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAttendanceFile } from '../../../src/formats/attendance/attendance-file';
import { hourFrom, staysOf, teamsFile, told, utf8 } from './a-file';

const START = Date.UTC(2026, 9, 27, 14);
const setting = { occurrenceSpan: hourFrom(START), zone: 'UTC' };
const two = (number: number) => String(number).padStart(2, '0');
const clockOf = (at: number, seconds = true) => {
  const time = new Date(at);
  return `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}${seconds ? `:${two(time.getUTCSeconds())}` : ''}`;
};
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10).split('-').reverse().join('/');
const plain = teamsFile(START, (at) => `${dayOf(at)} ${clockOf(at)}`);
const totalOf = (text: string) => {
  const answer = readAttendanceFile(utf8(text), setting);
  return answer.ok ? answer.value.totalParticipants : answer.fault;
};

/** As a spreadsheet writes a table: every line as long as the longest. */
const padded = (text: string, separator: string, more = 0) => {
  const rows = text.split('\r\n').map((line) => line.split('\t'));
  const width = Math.max(...rows.map((row) => row.length)) + more;
  const quoted = (cell: string) => (cell.includes(separator) ? `"${cell}"` : cell);
  return rows
    .map((row) => Array.from({ length: width }, (_, at) => quoted(row[at] ?? '')).join(separator))
    .join('\r\n');
};

describe('a file that a spreadsheet saved again', () => {
  test('reads alike with any separator and any number of cells that it put at the end of lines', () => {
    fc.assert(
      fc.property(fc.constantFrom('\t', ';', ','), fc.nat({ max: 9 }), (separator, more) => {
        expect(told(padded(plain, separator, more), setting)).toEqual(staysOf(START));
        expect(totalOf(padded(plain, separator, more))).toBe(2);
      }),
    );
  });

  test.each([
    ['in Arabic digits', '١٢', 12],
    ['in Devanagari digits', '१२', 12],
    ['in wide digits', '１２', 12],
    ['with a thousands sign', '1,204', 1204],
    ['with a point for thousands', '1.204', 1204],
    ['with a narrow space for thousands', '1\u202f204', 1204],
    ['with an apostrophe for thousands', '1’204', 1204],
    ['grouped as in India', '1,00,204', 100_204],
    ['in Persian digits and signs', '۱٬۲۰۴', 1204],
    ['with decimals', '12.0', 12],
    ['with decimals and a comma', '1204,00', 1204],
    ['with a word behind it', '12人', 12],
    ['as two numbers', '11/12', 12],
  ])('3.5 keeps the count that is written %s', (_, written, count) => {
    expect(totalOf(plain.replace('participants\t2', `participants\t${written}`))).toBe(count);
    expect(totalOf(padded(plain.replace('participants\t2', `participants\t${written}`), ';'))).toBe(count);
  });

  test.each([
    ['a title that shares its word and holds a larger one', 'Participants of\tRelease 3672'],
    ['a length of time that shares its word', 'Average time of participants\t2 h 12 min 55 s'],
  ])('3.5 takes a plain number before %s', (_, line) => {
    expect(totalOf(plain.replace('Attended participants', `${line}\r\nAttended participants`))).toBe(2);
    // Also where the count's own label shares no word with the table.
    const other = plain.replace('Attended participants', `${line}\r\nTotal`);
    expect(totalOf(other)).toBe(2);
  });

  test('3.5 takes the count of participants, whatever smaller number or title stands above it', () => {
    const four = plain.replace('participants\t2', 'participants\t4');
    expect(totalOf(four.replace('Attended', 'Rooms\t1\r\nAttended'))).toBe(4);
    expect(totalOf(four.replace('Weekly', '2026'))).toBe(4);
    // Without any label that speaks of participants too many are better than too few.
    expect(totalOf(four.replace('Attended participants', 'N').replace('N', 'X\t1\r\nN'))).toBe(4);
  });

  test('3.5 knows the count by its label in a language without spaces, among larger numbers', () => {
    const japanese = plain
      .replace('2. Participants', '２．参加者')
      .replace('Attended participants\t2', '会議室\t9\r\n参加者数\t4');
    expect(told(japanese.replace('1. Summary', '１．概要'), setting)).toEqual(staysOf(START));
    expect(totalOf(japanese.replace('1. Summary', '１．概要'))).toBe(4);
  });

  test('reads alike with a margin of empty columns and lines, and with columns between', () => {
    const cells = plain.split('\r\n').map((line) => line.split('\t'));
    const lines = (change: (row: string[]) => string[]) =>
      cells.map((row) => change(row).join('\t')).join('\r\n');
    for (const text of [
      lines((row) => ['', '', ...row, '']),
      lines((row) => row.flatMap((cell) => [cell, ''])),
      `\r\n\r\n${plain.replaceAll('\r\n', '\r\n\r\n')}`,
      `sep=\t\r\n${plain}`,
    ]) {
      expect(told(text, setting)).toEqual(staysOf(START));
      expect(totalOf(text)).toBe(2);
    }
  });

  test('reads the half of the day in a third cell, and what is less than a second', () => {
    const half = teamsFile(
      START,
      (at) => `${dayOf(at)}\t${clockOf(at).replace(/^(\d\d)/, (hour) => two(Number(hour) - 12))}\tPM`,
    );
    expect(told(half.replaceAll('03:00:00\tPM', '3:00:00\tPM'), setting)).toEqual(staysOf(START));
    expect(
      told(
        teamsFile(START, (at) => `${dayOf(at)} ${clockOf(at)}.123`),
        setting,
      ),
    ).toEqual(staysOf(START));
  });

  test.each([0, 9, 12, 14])(
    '3.1 believes a time that says it is UTC, whatever zone the mailbox has: from %i o’clock',
    (hour) => {
      const start = Date.UTC(2026, 9, 27, hour);
      const tokyo = { occurrenceSpan: hourFrom(start), zone: 'Asia/Tokyo' };
      const iso = (at: number) => new Date(at).toISOString();
      for (const write of [iso, (at: number) => iso(at).slice(0, 19).replace('T', ' ').concat(' UTC')])
        expect(told(teamsFile(start, write), tokyo)).toEqual(staysOf(start));
      expect(
        told(
          teamsFile(start, (at) => iso(at).slice(0, 19)),
          { ...tokyo, zone: 'UTC' },
        ),
      ).toEqual(staysOf(start));
    },
  );

  test('3.1 is checked to the minute where the seconds were lost, and refused where it is a minute off', () => {
    const lost = teamsFile(START, (at) => `${dayOf(at)} ${clockOf(at, false)}`);
    expect(told(lost, setting)).toEqual(
      staysOf(START).map(({ start, end }) => ({
        start: start - (start % 60_000),
        end: end - (end % 60_000),
      })),
    );
    expect(told(lost.replace('59m 13s', '57m 13s'), setting)).toBe('stays-missing');
  });

  test('reads a date and its time in two cells, and a table of rows longer than their head', () => {
    expect(
      told(
        teamsFile(START, (at) => `${dayOf(at)}\t${clockOf(at)}`),
        setting,
      ),
    ).toEqual(staysOf(START));
    expect(
      told(
        padded(
          teamsFile(START, (at) => `${dayOf(at)}\t${clockOf(at)}`),
          ';',
        ),
        setting,
      ),
    ).toEqual(staysOf(START));
  });

  test('reads UTF-16 without a mark, whichever byte comes first', () => {
    for (const little of [true, false]) {
      const bytes = new Uint8Array(plain.length * 2);
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < plain.length; at += 1) view.setUint16(at * 2, plain.charCodeAt(at), little);
      expect(told(bytes, setting)).toEqual(staysOf(START));
    }
  });
});

describe('the form of 2021 and 2022', () => {
  const form = (write: (at: number) => string, durations: readonly [string, string]) =>
    [
      'Meeting Summary',
      'Total Number of Participants\t3',
      'Meeting Title\tWeekly',
      `Meeting Start Time\t${write(START)}`,
      `Meeting End Time\t${write(START + 7_000_000)}`,
      '',
      'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
      `Ada Field\t${write(START)}\t${write(START + 6_631_000)}\t${durations[0]}\tada@fabrikam.example\tOrganizer`,
      `Olu Kit\t${write(START)}\t${write(START + 3_500_000)}\t${durations[1]}\tolu@contoso.example\tPresenter`,
    ].join('\r\n');
  const write = (at: number) => `${dayOf(at)} ${clockOf(at)}`;

  test.each([
    ['1h 50m', '58m 20s'],
    ['1 h 50 m', '58 m 20 s'],
    ['1 Std. 50 Min.', '58 Min. 20 Sek.'],
  ])('cuts what is an hour or longer to the minute: %s', (long, short) => {
    for (const text of [form(write, [long, short]), padded(form(write, [long, short]), ';', 2)]) {
      expect(told(text, setting)).toEqual([
        { start: START, end: START + 6_631_000 },
        { start: START, end: START + 3_500_000 },
      ]);
      expect(totalOf(text)).toBe(3);
    }
  });

  test('is still held to what it says', () => {
    expect(told(form(write, ['1h 49m', '58m 20s']), setting)).toBe('durations-disagree');
    expect(told(form(write, ['1h 50m', '58m 30s']), setting)).toBe('durations-disagree');
  });
});

describe('a code page of Windows', () => {
  /** The bytes of a text in a code page, found by asking the decoder for each of them. */
  const encoded = (text: string, encoding: string): Uint8Array => {
    const known = new Map<string, readonly number[]>();
    const decoder = new TextDecoder(encoding);
    for (let byte = 0; byte < 256; byte += 1) known.set(decoder.decode(Uint8Array.of(byte)), [byte]);
    if (/gb|jis|kr|big/.test(encoding)) {
      for (let lead = 0x81; lead < 0xff; lead += 1) {
        for (let trail = 0x40; trail < 0xff; trail += 1) {
          const sign = decoder.decode(Uint8Array.of(lead, trail));
          if (!known.has(sign)) known.set(sign, [lead, trail]);
        }
      }
    }
    return Uint8Array.from([...text].flatMap((sign) => known.get(sign) ?? [0x3f]));
  };

  test.each([
    ['windows-1250', 'Liczba uczestniczących', 'Żółkiewska, Łucja'],
    ['windows-1250', 'Počet účastníků', 'Dvořák, Jiří'],
    ['windows-1251', 'Участники собрания', 'Щербакова Юлия'],
    ['windows-1252', 'Anzahl der Teilnehmer', 'Größmann, Jürgen'],
    ['windows-1252', 'Participants à la réunion', 'Hélène François'],
    ['windows-1253', 'Συμμετέχοντες στη σύσκεψη', 'Παπαδόπουλος Γιώργος'],
    ['windows-1254', 'Toplantıya katılanların sayısı', 'Şükrü Güneş'],
    ['windows-1255', 'משתתפים בפגישה', 'אבי כהן'],
    ['windows-1256', 'المشاركون في الاجتماع', 'محمد العربي'],
    ['shift_jis', '会議の参加者数', '日本 太郎'],
    ['gb18030', '会议参加者人数', '中国文'],
    ['big5', '會議參與者人數', '台灣中文'],
    ['euc-kr', '회의 참가자 수', '한국어 이름'],
  ])('%s is told by its letters: %s', (encoding, label, name) => {
    const text = padded(
      plain.replace('Attended participants', label).replace('Ada Field', name.replace(',', '')),
      ';',
    );
    const answer = readAttendanceFile(encoded(text, encoding), setting);
    expect(answer).toMatchObject({ ok: true, value: { totalParticipants: 2 } });
    expect(answer.ok && answer.value.rows[0]?.name).toBe(name.replace(',', ''));
  });

  test('whichever it is, addresses and times are read', () => {
    for (const byte of Array.from({ length: 0x80 }, (_, at) => at + 0x80)) {
      const bytes = utf8(plain.replace('Ada Field', 'A?'));
      bytes[plain.replace('Ada Field', 'A?').indexOf('A?') + 1] = byte;
      expect(told(bytes, setting)).toEqual(staysOf(START));
    }
  });
});

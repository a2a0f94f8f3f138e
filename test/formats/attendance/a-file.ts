import type { Span } from '../../../src/domain/time/time';
import { type FileSetting, readAttendanceFile } from '../../../src/formats/attendance/attendance-file';

/** A meeting of an hour with two people, at any time; `write` writes a time as some program does. */
export const teamsFile = (start: number, write: (at: number) => string): string => {
  const at = (seconds: number) => write(start + seconds * 1000);
  return [
    '1. Summary',
    'Meeting title\tWeekly',
    'Attended participants\t2',
    `Start time\t${at(2)}`,
    `End time\t${at(3600)}`,
    'Meeting duration\t59m 58s',
    '',
    '2. Participants',
    'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
    `Ada Field\t${at(2)}\t${at(3555)}\t59m 13s\tada@fabrikam.example\tada@fabrikam.example\tPresenter`,
    `Olu Kit\t${at(65)}\t${at(3600)}\t58m 55s\tolu@contoso.example\tolu@contoso.example\tPresenter`,
    '',
  ].join('\r\n');
};

/** When both were there, as the file tells it. */
export const staysOf = (start: number): readonly Span[] => [
  { start: start + 2000, end: start + 3_555_000 },
  { start: start + 65_000, end: start + 3_600_000 },
];

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const hourFrom = (start: number): Span => ({ start, end: start + 3_600_000 });

/** The stays as read, the fault, or that somebody is asked. */
export function told(text: string | Uint8Array, setting: FileSetting): readonly Span[] | string {
  const answer = readAttendanceFile(typeof text === 'string' ? utf8(text) : text, setting);
  if (!answer.ok) return answer.fault;
  if (answer.value.shifts.length > 0) return 'asked';
  return answer.value.rows.flatMap(({ intervals }) => intervals);
}

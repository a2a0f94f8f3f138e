import type { AttendanceFault } from '../../../formats/attendance/faults';

/** Why a file was not taken, and what can be done. Refused files change nothing. */
export const ATTENDANCE_FAULT_WORDS: Readonly<Record<AttendanceFault, string>> = {
  empty: 'This file is empty.',
  'too-large': 'This file is too large for an attendance report (20 MB at most).',
  'not-text': 'This file is no text. Please choose a CSV file; of a spreadsheet, one saved as “CSV UTF-8”.',
  'broken-quotes': 'This file is cut off or was changed: a quotation mark never ends.',
  'form-of-2020':
    'This is the form Teams used in 2020: it has no addresses and no durations. Please download it again.',
  'form-unknown': 'This is no attendance report as Teams or Zoom writes them.',
  'columns-unknown':
    'The columns of this report are not those Teams or Zoom writes. Was the file changed, or sorted otherwise?',
  'time-unreadable':
    'The times in this report cannot be read in this language. Please download it in English.',
  'another-time': 'This report is of another time than this occurrence. Is it of another day?',
  'another-meeting':
    'Nobody in this report is known to be invited to this meeting. Is it the report of another one?',
  'order-undecidable':
    'Which number is the day and which the month cannot be told here. Please download it in English.',
  'durations-disagree': 'The durations in this report do not fit its times. Was the file changed?',
  'stays-missing':
    'Somebody left and came back, and this file does not say when. Please download the whole report.',
};

/** By how much the clock of the file stood otherwise: `1 h earlier`, `5 h 30 min later`. */
export function shiftWords(minutes: number): string {
  if (minutes === 0) return 'As written';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const size = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '');
  return `${size.join(' ')} ${minutes < 0 ? 'earlier' : 'later'}`;
}

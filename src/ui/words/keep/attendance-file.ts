import type { AttendanceFault } from '../../../formats/attendance/faults';

/** Why a file was not taken, and what can be done. Refused files change nothing. */
export const ATTENDANCE_FAULT_WORDS: Readonly<Record<AttendanceFault, string>> = {
  empty: 'This file is empty.',
  'too-large': 'This file is too large for an attendance report (20 MB at most).',
  'not-text':
    'This file is not plain text. Please choose a CSV file, or save the spreadsheet as “CSV UTF-8” first.',
  'broken-quotes': 'This file is cut off or was changed: a quotation mark never ends.',
  'form-of-2020':
    'This is the form Teams used in 2020: it has no addresses and no durations. Please download it again.',
  'form-unknown': 'This does not look like an attendance report of Teams or Zoom.',
  'columns-unknown':
    'The columns of this file are not those of a Teams or Zoom report. Was the file changed?',
  'time-unreadable':
    'The times in this report cannot be read in its language. Please download it in English.',
  'another-time': 'The times in this report do not fit this occurrence. Is it of another day?',
  'another-meeting':
    'Nobody in this report was invited to this meeting, as far as is known. Is it the report of another one?',
  'order-undecidable':
    'It is not clear which number is the day and which the month. Please download the report in English.',
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

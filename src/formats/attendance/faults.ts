export const ATTENDANCE_FAULTS = [
  'empty',
  'too-large',
  'not-text',
  'broken-quotes',
  /** The form of Teams of 2020 has neither addresses nor durations. */
  'form-of-2020',
  'form-unknown',
  'columns-unknown',
  'time-unreadable',
  /** However its times are read, the file tells of another time than the chosen occurrence. */
  'another-time',
  /** Of all whom the file names by an address nobody is invited to the chosen occurrence. */
  'another-meeting',
  'order-undecidable',
  /** A duration does not fit its join and leave: the file was changed, or was read wrongly. */
  'durations-disagree',
  /** Somebody left and came back, and the file does not say when. */
  'stays-missing',
] as const;
export type AttendanceFault = (typeof ATTENDANCE_FAULTS)[number];

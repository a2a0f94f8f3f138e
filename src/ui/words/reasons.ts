import type { MailKind } from '../../domain/facts/observed/notice-mail';
import type { Grade } from '../../domain/facts/things/outcomes';
import type { Reason, ReasonKind } from '../../domain/judge/judged/judged';
import { minuteWords, type TimeWords } from './times';

export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  documented: 'documented',
  noted: 'noted',
  inferred: 'inferred',
};

export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  documented: 'From the calendar, a message or an attendance report',
  noted: 'Noted by a person',
  inferred: 'Worked out from two readings of the calendar',
};

type Say = (reason: Reason, time: TimeWords) => string;
const who = ({ person }: Reason) => person?.name ?? 'Somebody';
const to = ({ to: span }: Reason, time: TimeWords) =>
  span === undefined ? '' : ` to ${time.day(span.start)} ${time.time(span.start)}`;

const CHANGE: Readonly<Record<MailKind, string>> = {
  request: 'An invitation',
  update: 'A change',
  cancellation: 'A cancellation',
  accepted: 'A yes',
  tentative: 'A “maybe”',
  declined: 'A no',
};

/** Of a mail that does not count yet: what it is, and what speaks against it. Of its sender no more than the address. */
export function doubtWords(reason: Reason): string {
  const change = reason.mail === undefined ? 'A message' : CHANGE[reason.mail];
  const what = reason.wholeSeries ? `${change} of the whole series` : change;
  switch (reason.doubt ?? 'calendar-says-otherwise') {
    case 'not-the-organizer':
      return `${what} came from ${reason.words ?? ''}, which is not an address of the organizer`;
    case 'sent-by-another':
      return `${what} in the name of ${who(reason)} was sent by ${reason.words ?? ''}`;
    case 'calendar-says-otherwise':
      return `${what} came, but the calendar shows ${reason.wholeSeries ? 'it' : 'the meeting'} as before`;
  }
}

/** One line of the timeline: what was seen or said, never why. */
const SENTENCES: Readonly<Record<ReasonKind, Say>> = {
  planned: () => 'Planned by the series',
  seen: () => 'Seen in the calendar',
  moved: (reason, time) => `Moved${to(reason, time)}`,
  'cancelled-seen': () => 'Seen as cancelled in the calendar',
  'cancelled-mail': () => 'Cancellation message',
  'cancelled-listed': () => 'Listed as cancelled in the series',
  reinvited: (reason, time) => `Invited again${to(reason, time)}`,
  missing: () => 'Not in the calendar any more, no message found',
  declined: (reason) => `${who(reason)} declined`,
  'mail-doubted': (reason) => doubtWords(reason),
  'sent-word': (reason) => `${who(reason)} sent word`,
  accepted: (reason) => `${who(reason)} accepted`,
  'proposed-new-time': (reason, time) =>
    `${who(reason)} offered another time:${to(reason, time).replace(' to', '')}`,
  report: (reason) =>
    reason.minutes === undefined
      ? 'Attendance report'
      : `Attendance report: ${minuteWords(reason.minutes)} together`,
  'report-incomplete': () => 'Some participants in the report are not known',
  'report-no-times': (reason) => `The report has no times for ${who(reason)}`,
  'we-met': (reason) =>
    reason.minutes === undefined ? 'You noted: we met' : `You noted: we met, ${minuteWords(reason.minutes)}`,
  'nobody-joined': () => 'You noted: nobody joined',
  'nobody-joined-too-early': () => 'You noted that nobody joined, too early to count',
  'agreed-to-skip': () => 'You noted: agreed to skip',
  'i-was-not-there': () => 'You noted: I was not there',
  away: (reason) => `${who(reason)} out of office`,
  holiday: (reason) => `Holiday for ${who(reason)}${reason.words ? `: ${reason.words}` : ''}`,
  paused: () => 'The log was paused',
  'short-invitation': (reason) => `${who(reason)} was invited shortly before`,
  'sources-disagree': ({ person }) => `Two sources disagree${person ? ` about ${person.name}` : ''}`,
  corrected: (reason) => `Corrected${reason.words ? `: ${reason.words}` : ''}`,
  disputed: (reason) => `Disputed${reason.words ? `: ${reason.words}` : ''}`,
  note: (reason) =>
    `${reason.person === undefined ? 'Note' : `Note by ${reason.person.name}`}${reason.words ? `: ${reason.words}` : ''}`,
};

export const reasonWords = (reason: Reason, time: TimeWords): string =>
  `${SENTENCES[reason.what](reason, time)}${reason.clockAhead ? CLOCK_AHEAD : ''}`;

/** Beside a time that nothing else bears out. */
export const CLOCK_AHEAD = ' (by a clock that was days ahead)';

import { expect, test } from 'vitest';

import { reasonWords } from '../../../src/ui/words/reasons';
import { timeWords } from '../../../src/ui/words/times';
import { type Captured, judgedFrom } from './captured';

const NOW = Date.parse('2026-11-04T12:00:00Z');
const slot = (day: string) => ({
  start: { dateTime: `${day}T16:00:00.0000000`, timeZone: 'UTC' },
  end: { dateTime: `${day}T16:30:00.0000000`, timeZone: 'UTC' },
});
const lineageWith = (proposedNewTime: unknown, isOrganizer = true) => {
  const time = {
    start: { dateTime: '2026-11-02T15:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-11-02T15:30:00.0000000', timeZone: 'UTC' },
  };
  const olu = { emailAddress: { name: 'Olu', address: 'olu@contoso.example' } };
  const event = {
    ...{ subject: 'Weekly', isAllDay: false, isCancelled: false, isDraft: false, ...time, isOrganizer },
    originalStartTimeZone: 'GMT Standard Time',
    attendees: [{ type: 'required', status: { response: 'tentativelyAccepted' }, proposedNewTime, ...olu }],
  };
  const range = { type: 'noEnd', startDate: '2026-11-02', recurrenceTimeZone: 'GMT Standard Time' };
  const captured: Captured = {
    mailboxTimeZone: 'GMT Standard Time',
    master: {
      ...{ ...event, id: 'M', type: 'seriesMaster' },
      recurrence: { pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] }, range },
    },
    calendarView: [
      { ...event, id: 'o', type: 'occurrence', seriesMasterId: 'M', originalStart: '2026-11-02T15:00:00Z' },
    ],
  };
  return judgedFrom(captured, NOW);
};

test('13.7 a time that an attendee proposes is a line of the reasons, and changes nothing else', () => {
  const [with_, without] = [slot('2026-11-03'), undefined].map((one) => lineageWith(one).occurrences[0]);
  const offer = with_?.reasons.find(({ what }) => what === 'proposed-new-time');
  expect(offer).toMatchObject({ rule: '13.7', grade: 'documented', person: { name: 'Olu' } });
  expect(offer && reasonWords(offer, timeWords('Europe/London'))).toBe(
    'Olu offered another time: Tue 3 Nov 16:00',
  );
  const plain = (one: typeof with_) =>
    one && { ...one, reasons: [], people: one.people.map((each) => each.outcome) };
  expect(plain(with_)).toEqual(plain(without));
});

test.each([
  ['on an attendee’s copy', slot('2026-11-03'), false],
  ['that ends before it begins', { start: slot('2026-11-03').end, end: slot('2026-11-02').start }, true],
  ['that is no time', { start: 'soon', end: 7 }, true],
  ['that is empty', null, true],
])('13.7 an offer %s is none', (_, proposed, isOrganizer) => {
  const [one] = lineageWith(proposed, isOrganizer).occurrences;
  expect(one?.reasons.map(({ what }) => what)).not.toContain('proposed-new-time');
});

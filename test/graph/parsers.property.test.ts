import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READING_FAULTS } from '../../src/domain/facts/observed/reading';
import { dateInId } from '../../src/formats/text/date-in-id';
import { readItem } from '../../src/graph/calendar/event-json';
import { meetingOf } from '../../src/graph/calendar/meeting';
import { awayOf } from '../../src/graph/calendar/schedule';
import { troubleOfAnswer } from '../../src/graph/client/errors';
import { CALLS } from '../../src/graph/client/permissions';
import { readMessage } from '../../src/graph/mail/message-json';
import { ownerOf } from '../../src/graph/me';
import { zoneOf } from '../../src/graph/shapes/zone-names';
import { readReport } from '../../src/graph/teams/attendance';

const reader = { owner: new Set(['a@b.example']), zone: 'Europe/London' };
const context = { ...reader, kind: null, sentItems: null };

/** Members Graph has, with values it has not: what reaches the parsers when a server changes. */
const NAMES = [
  'id',
  'type',
  'subject',
  'start',
  'end',
  'dateTime',
  'timeZone',
  'seriesMasterId',
  'originalStart',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'organizer',
  'attendees',
  'emailAddress',
  'address',
  'name',
  'status',
  'response',
  'time',
  'recurrence',
  'pattern',
  'range',
  'interval',
  'daysOfWeek',
  'startDate',
  'endDate',
  'cancelledOccurrences',
  'event',
  'meetingMessageType',
  'receivedDateTime',
  'from',
  'sender',
  'toRecipients',
  'identity',
  'displayName',
  'attendanceRecords',
  'attendanceIntervals',
  'joinDateTime',
  'leaveDateTime',
  'meetingStartDateTime',
  'meetingEndDateTime',
  'scheduleId',
  'scheduleItems',
  'error',
  'innerError',
  'code',
  'proxyAddresses',
  '__proto__',
  'toString',
  'categories',
];
const TEXTS = [
  '',
  'x',
  '2026-11-20T15:00:00.0000000',
  '2026-11-20T15:30:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  'UTC',
  'GMT Standard Time',
  'tzone://Microsoft/Custom',
  'occurrence',
  'exception',
  'seriesMaster',
  'singleInstance',
  'weekly',
  'monday',
  'meetingRequest',
  'meetingCancelled',
  'a@b.example',
  '/o=X/cn=Y',
  'OID.m.2026-10-29',
  'oof',
];
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.constantFrom(...TEXTS), fc.jsonValue(), fc.boolean(), fc.constant(null)),
    fc.dictionary(fc.constantFrom(...NAMES), tie('json'), { maxKeys: 14 }),
    fc.array(tie('json'), { maxLength: 4 }),
  ),
}));

const event = fc.record(
  {
    id: fc.constant('e'),
    subject: fc.string(),
    type: fc.constantFrom('occurrence', 'exception', 'singleInstance', 'seriesMaster'),
    seriesMasterId: fc.constant('m'),
    start: fc.record({ dateTime: fc.constantFrom(...TEXTS), timeZone: fc.constantFrom(...TEXTS) }),
    end: fc.record({ dateTime: fc.constantFrom(...TEXTS), timeZone: fc.constantFrom(...TEXTS) }),
    organizer: json,
    attendees: json,
    responseStatus: json,
    recurrence: json,
    originalStart: json,
    cancelledOccurrences: json,
    isAllDay: fc.boolean(),
  },
  { requiredKeys: ['id', 'subject'] },
);

describe('Whatever JSON comes', () => {
  test('an event becomes an item or a named fault, never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(json, event), (value) => {
        for (const read of [readItem(value, reader), meetingOf(value, reader, 0)]) {
          if (!read.ok) expect(READING_FAULTS).toContain(read.fault);
          else {
            const span = 'span' in read.value ? read.value.span : read.value.first;
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(read.value.attendees.every(({ person }) => !person.address.includes('/'))).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('messages, reports, schedules, the owner and refusals are read without an exception', () => {
    fc.assert(
      fc.property(json, (value) => {
        readMessage(value, context);
        readReport(value);
        awayOf(value);
        ownerOf((value ?? {}) as Record<string, unknown>, 'UTC');
        const answer = new Response(null, { status: 500 });
        troubleOfAnswer(answer, JSON.stringify(value) ?? '', { call: CALLS.me, signal: undefined });
      }),
      { numRuns: 1000 },
    );
  });

  test('any text may stand for a zone or an id', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        zoneOf(text);
        dateInId(text);
      }),
    );
  });
});

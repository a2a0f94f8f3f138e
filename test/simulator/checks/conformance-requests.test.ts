import { describe, expect, test } from 'vitest';
import { createGraph } from '../../../src/graph/graph';
import { outsideOf } from '../../graph/owner-graph';
import { offencesSoFar } from '../graph/conformance/offences';
import { faultsInRequest } from '../graph/conformance/requests';
import { createSimulatedGraph } from '../graph/simulated-graph';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

const HEADERS = {
  'client-request-id': '00000000-0000-4000-8000-000000000001',
  'return-client-request-id': 'true',
  prefer: 'outlook.timezone="UTC", IdType="ImmutableId"',
};
const CALENDAR = ['Calendars.Read', 'Calendars.ReadWrite'];
const MAIL = ['Mail.Read', 'Mail.ReadWrite'];
const EVENT = 'microsoft.graph.eventMessage/event';
const CLASS = "singleValueExtendedProperties/any(ep: ep/id eq 'String 0x001A' and ep/value eq 'IPM.Note')";

const faults = (path: string, takes = CALENDAR, headers: Record<string, string> = HEADERS) =>
  faultsInRequest({ method: 'GET', url: `https://graph.microsoft.com/v1.0${path}`, headers }, takes).map(
    (fault) => fault.replace(/^GET \S+ /, ''),
  );

describe('A request of the product', () => {
  test.each([
    [
      '/me/calendarView?startDateTime=a&endDateTime=b&$select=id,subject,start&$orderby=start/dateTime',
      CALENDAR,
    ],
    ['/me/events/AAk=?$select=subject,organizer,createdDateTime,cancelledOccurrences', CALENDAR],
    [`/me/messages?$filter=receivedDateTime ge 2026-01-01T00:00:00Z and ${CLASS}&$select=id`, MAIL],
    [
      `/me/messages?$select=id,microsoft.graph.eventMessageRequest/previousStartDateTime&$expand=${EVENT}($select=id,start)`,
      MAIL,
    ],
  ])('is left alone: %s', (path, takes) => {
    expect(faults(path, takes)).toEqual([]);
  });

  test.each([
    ['/me/contacts', [], 'not in the table of calls'],
    ['/me/calendarView?$select=id,occurrenceId', CALENDAR, 'no occurrenceId in event'],
    [
      '/me/calendarView?$select=id,createdDateTime',
      CALENDAR,
      'createdDateTime cannot be selected in a list of occurrences',
    ],
    ['/me/calendarView?$select=id,bodyPreview', CALENDAR, 'asks for bodyPreview'],
    ['/me/calendarView?startDateTime=a', CALENDAR, 'without $select, bodies come'],
    ['/me/calendarView?$select=id&$top=1000', CALENDAR, '$top over 100'],
    ['/me/calendarView?$select=id&$orderBy=start', CALENDAR, 'no option $orderBy'],
    [
      '/me/messages?$select=id,microsoft.graph.eventMessage/previousStartDateTime',
      MAIL,
      'no previousStartDateTime in eventMessage',
    ],
    [`/me/messages?$select=id&$expand=${EVENT}`, MAIL, `${EVENT} without $select, bodies come`],
    [`/me/messages?$select=id&$expand=${EVENT}($select=body)`, MAIL, 'asks for body'],
    ["/me/messages?$select=id&$filter=sent ge '1'", MAIL, 'no sent in message'],
    ['/me/calendarView?$select=id', ['Tasks.Read'], 'declared with Calendars.Read, takes Tasks.Read'],
  ])('is an offence: %s', (path, takes, fault) => {
    expect(faults(path, takes)).toEqual([fault]);
  });

  test.each(Object.keys(HEADERS))('is one without the header %s, on a later page as on the first', (name) => {
    const { [name]: _, ...headers } = HEADERS as Record<string, string>;
    expect(faults('/me/calendarView?$select=id&$skip=100', CALENDAR, headers).length).toBeGreaterThan(0);
  });

  test('that is an offence is remembered until the test that made it has ended', async () => {
    const simulated = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW });
    const { outside } = outsideOf((request) => {
      request.headers.delete('Prefer');
      return simulated.answer(request);
    });
    await createGraph(outside).readSchedules(['dana.ortiz@northwind.example'], { start: 0, end: 86_400_000 });
    expect(offencesSoFar()).toEqual([
      'POST /me/calendar/getSchedule: no Prefer outlook.timezone="UTC"',
      'POST /me/calendar/getSchedule: no Prefer IdType="ImmutableId"',
    ]);
  });
});

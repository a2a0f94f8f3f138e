import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TroubleKind } from '../../src/domain/trouble-rows';
import { readItem } from '../../src/graph/calendar/event-json';
import { meetingOf } from '../../src/graph/calendar/meeting';
import { troubleOfAnswer } from '../../src/graph/client/errors';
import { fieldsOf, listOf, parsed, textOf } from '../../src/graph/client/json';
import { CALLS } from '../../src/graph/client/permissions';
import { readMessage } from '../../src/graph/mail/message-json';
import { ownerOf } from '../../src/graph/me';
import { zoneOf } from '../../src/graph/shapes/zone-names';
import { readReport, rowsOf } from '../../src/graph/teams/attendance';
import { clientBefore, json } from '../graph/owner-graph';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/graph/examples');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.includes('.request.'));
const file = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8').replace(/^\uFEFF/, '');
const named = (pattern: RegExp) => files.filter((name) => pattern.test(name));

/** The payloads of a file: the items of a list, else the whole; none where it is not JSON. */
function payloads(name: string): readonly unknown[] {
  const value = parsed(file(name));
  const list = fieldsOf(value)?.value;
  if (value === undefined) return [];
  return Array.isArray(list) ? list : [value];
}

const reader = { owner: new Set(['alexw@contoso.onmicrosoft.com']), zone: 'Europe/London' };
const context = { ...reader, kind: null, sentItems: null };
const utc = (text: string) => Date.parse(text);

const EVENTS = named(/^(event-|events-|calendarview-|proposal-)/);
const MESSAGES = named(/^(eventmessage|message|extprop-|openextension-(?!.*groupevent))/);
const ERRORS = named(/^error-/);
/** Printed with a slip in it: on the wire that would be an unreadable answer. */
const NOT_JSON = files.filter((name) => parsed(file(name)) === undefined);

test('the examples are where they are expected', () => {
  expect([EVENTS.length, MESSAGES.length, ERRORS.length]).toEqual([25, 18, 27]);
});

describe('Every event is read, or refused by name', () => {
  /** What is not an item of the calendar, and why. */
  const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    'calendarview-delta-4-next-round.response.json': ['stub', 'item'],
    'calendarview-delta-occurrence-stub-2023-REAL.json': ['stub'],
    'calendarview-delta-occurrence-stub-REAL.json': ['stub'],
    // Shortened by their page: placeholders without an id.
    'calendarview-list-calendar.response.json': ['id-missing'],
    'calendarview-list-me.response.json': ['id-missing'],
    'event-delta-reference.response.json': ['id-missing'],
    'event-update.response.json': ['id-missing'],
    'event-get-body-text-BETA.response.json': ['start-missing'],
    'event-get-seriesmaster-cancelled-exception-BETA.response.json': ['series'],
    'event-seriesmaster-cancelledoccurrences-v1.response.PARTIAL.json': ['series'],
  };

  function outcome(payload: unknown): string {
    const item = readItem(payload, reader);
    if (item.ok) return 'item';
    const meeting = item.fault === 'kind-unknown' ? meetingOf(payload, reader, 0) : item;
    return meeting.ok && 'kind' in meeting.value ? meeting.value.kind : item.fault;
  }

  test.each(EVENTS.filter((name) => !NOT_JSON.includes(name)))('%s', (name) => {
    const outcomes = payloads(name).map(outcome);
    expect(outcomes).toEqual(OTHERWISE[name] ?? outcomes.map(() => 'item'));
    expect(outcomes.length).toBeGreaterThan(0);
  });
});

describe('What was captured from the live service means what it says', () => {
  test('a cancelled item on an attendee’s calendar is cancelled, with its answer and its subject kept', () => {
    const [open, cancelled] = payloads('calendarview-cancelled-attendee-REAL.json').map((one) =>
      readItem(one, reader),
    );
    expect(open).toMatchObject({
      ok: true,
      value: {
        cancelled: false,
        ownResponse: 'none',
        ownRespondedAt: null,
        span: { start: utc('2020-05-27T16:30:00Z') },
      },
    });
    expect(cancelled).toMatchObject({
      ok: true,
      value: {
        cancelled: true,
        title: 'Canceled: Canceled: Daily with DevTeam',
        ownerOrganizes: false,
        ownResponse: 'accepted',
        ownRespondedAt: utc('2020-01-13T15:20:46.448Z'),
        span: { start: utc('2020-05-27T07:30:00Z'), end: utc('2020-05-27T07:45:00Z') },
      },
    });
  });

  test('stubs erase nothing: they are no items', async () => {
    const stub = payloads('calendarview-delta-occurrence-stub-REAL.json')[0];
    const full = payloads('event-get-1.response.json')[0];
    const { graph } = clientBefore(json({ timeZone: 'UTC' }), json({ value: [stub, full] }));
    const reading = await graph.readCalendar({ start: 0, end: 1 });
    expect(reading.items).toHaveLength(1);
    expect(reading.unreadable).toMatchObject([{ fault: 'stub' }]);
  });

  test('a master names the date that was cancelled', () => {
    const [master] = payloads('event-seriesmaster-cancelledoccurrences-v1.response.PARTIAL.json');
    expect(meetingOf(master, reader, 0)).toMatchObject({
      ok: true,
      value: { kind: 'series', title: "Let's go for lunch", cancelledDates: ['2025-05-29'] },
    });
  });

  test('the beta master names all three', () => {
    const [master] = payloads('event-get-seriesmaster-cancelled-exception-BETA.response.json');
    expect(meetingOf(master, reader, 0)).toMatchObject({
      value: { cancelledDates: ['2020-04-30', '2020-05-07', '2020-05-14'] },
    });
  });

  test('a report gives its people with their intervals', () => {
    const [report] = payloads('attendancereport-get-REAL-masked.json');
    expect(readReport(report)).toEqual({
      id: '80e65d43-4180-4723-98eb-a115e5ed150a',
      session: { start: utc('2023-05-25T19:14:41.280Z'), end: utc('2023-05-25T19:49:21.697Z') },
      totalParticipants: 2,
      rows: [
        {
          row: 'fba3c228-3a07-42f1-8722-63958f8a81e9',
          name: 'Administrator',
          address: 'admin@contoso.com',
          directoryId: 'fba3c228-3a07-42f1-8722-63958f8a81e9',
          identified: true,
          phone: false,
          intervals: [{ start: utc('2023-05-25T19:18:12.877Z'), end: utc('2023-05-25T19:49:21.697Z') }],
        },
        {
          row: '1445c618-3e8d-4d1a-8790-7ad3b4eed537',
          name: 'Guest User',
          address: 'guest.user@fabrikam.onmicrosoft.com',
          directoryId: '1445c618-3e8d-4d1a-8790-7ad3b4eed537',
          identified: true,
          phone: false,
          intervals: [{ start: utc('2023-05-25T19:18:16.516Z'), end: utc('2023-05-25T19:41:24.050Z') }],
        },
      ],
    });
  });
});

describe('Every message is a meeting message, none, or refused by name', () => {
  const MEETING: Readonly<Record<string, string>> = {
    'eventmessage-get-request.response.json': 'request',
    'eventmessage-get-expand-event.response.json': 'request',
    'message-delta-reference.response.json': 'id-missing',
  };

  test.each(MESSAGES.filter((name) => !NOT_JSON.includes(name)))('%s', (name) => {
    for (const payload of payloads(name)) {
      const read = readMessage(payload, context);
      expect(read.ok ? (read.value?.mail ?? 'none') : read.fault).toBe(MEETING[name] ?? 'none');
    }
  });

  test('a request is linked to its event', () => {
    const [message] = payloads('eventmessage-get-expand-event.response.json');
    expect(readMessage(message, context)).toMatchObject({
      value: {
        from: { address: 'admin@contoso.onmicrosoft.com' },
        sender: null,
        at: utc('2017-12-27T21:54:55Z'),
        to: [{ address: 'alexw@contoso.onmicrosoft.com' }],
        meeting: { id: 'AAMkADYAAAImVu6AAA=', series: null, single: true },
      },
    });
  });

  test('a tentative answer is read in the spelling of the wire, with its times in their zone', () => {
    const slip = file('eventmessageresponse-in-messages-list.response.json').replace('skip=4""', 'skip=4"');
    const [message] = listOf(fieldsOf(parsed(slip))?.value);
    expect(readMessage(message, context)).toMatchObject({
      value: {
        mail: 'tentative',
        from: { key: 'adelev@contoso.onmicrosoft.com' },
        span: { start: utc('2019-08-15T19:00:00Z'), end: utc('2019-08-15T21:00:00Z') },
      },
    });
  });
});

describe('Every report and every online meeting is read', () => {
  test.each(named(/^attendancereport-/))('%s', (name) => {
    for (const payload of payloads(name)) expect(readReport(payload)?.rows.length).toBeGreaterThan(0);
  });

  test('attendancereports-list.response.json', () => {
    const reports = payloads('attendancereports-list.response.json').map(readReport);
    expect(reports.map((report) => report?.rows)).toEqual([[], []]);
  });

  test('attendancerecords-list.response.json', () => {
    const rows = rowsOf(payloads('attendancerecords-list.response.json'));
    expect(rows.every((row) => row.identified && row.intervals.length > 0)).toBe(true);
    expect(rows).toHaveLength(payloads('attendancerecords-list.response.json').length);
  });

  test('onlinemeeting-get-by-joinweburl: looked up as documented, reports listed and read', async () => {
    const [online] = payloads('onlinemeeting-get-by-joinweburl.response.json');
    const { graph, requests } = clientBefore(
      json({ value: [online] }),
      json(parsed(file('attendancereports-list.response.json'))),
      json(parsed(file('attendancereport-get-expand.response.json'))),
    );
    const known = ['2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89'];
    const link = textOf(fieldsOf(online)?.joinWebUrl) ?? '';
    const reports = await graph.readReports(link, known);
    expect(reports?.map(({ rows }) => rows.map(({ address }) => address))).toEqual([
      ['frederick.cormier@contoso.com'],
    ]);
    // The request of the documentation, letter for letter but for its version and the encoding of quotes.
    const documented = file('onlinemeeting-get-by-joinweburl.request.http').trim().split('?')[1] ?? '';
    expect(requests[0]?.url.split('?')[1]).toBe(documented.replaceAll("'", '%27'));
  });
});

describe('Every error becomes a trouble with words for it', () => {
  const KINDS: Readonly<Record<string, TroubleKind>> = {
    'error-404-itemnotfound.PARTIAL.json': 'not-found',
    'error-410-syncstatenotfound.json': 'stale-token',
    'error-412-changekey.PARTIAL.json': 'busy',
    'error-412-drive-etag.json': 'busy',
    'error-429-mailboxconcurrency.json': 'throttled',
    'error-429-toomanyrequests.json': 'throttled',
    'error-429.response.json': 'throttled',
    'error-500-expand-deleted-event.PARTIAL.json': 'busy',
    'error-504-unknownerror.PARTIAL.json': 'busy',
    'error-507-quota.json': 'mailbox-full',
    'error-attendance-not-organizer.json': 'not-permitted',
    'error-onlinemeetings-lookup-403.PARTIAL.json': 'not-permitted',
    'error-transcripts-app-access-policy-403.PARTIAL.json': 'not-permitted',
  };
  const codeOf = (name: string) =>
    Number(/[-.](\d{3})\b/.exec(name)?.[1] ?? (name.includes('not-organizer') ? 403 : 416));

  test.each(ERRORS)('%s', (name) => {
    const answer = new Response(null, { status: codeOf(name), headers: { 'request-id': 'r' } });
    const trouble = troubleOfAnswer(answer, file(name), { call: CALLS.event, signal: undefined });
    expect(trouble.kind).toBe(KINDS[name] ?? 'refused-by-server');
    expect(trouble.trace).toContain('request-id r');
  });
});

describe('The rest that the adapter reads', () => {
  test('user-get-me.response.json', () => {
    expect(ownerOf(fieldsOf(payloads('user-get-me.response.json')[0]) ?? {}, 'UTC')).toMatchObject({
      address: 'adelev@contoso.onmicrosoft.com',
      name: 'Adele Vance',
    });
  });

  test('mailboxsettings-get.response.json', () => {
    expect(zoneOf(fieldsOf(payloads('mailboxsettings-get.response.json')[0])?.timeZone)).toBe('UTC');
  });

  test.each(NOT_JSON)('%s, printed with a slip, is an unreadable answer', async (name) => {
    const { client } = clientBefore(() => new Response(file(name)));
    await expect(client({ call: CALLS.event })).rejects.toMatchObject({ kind: 'unreadable-answer' });
  });
});

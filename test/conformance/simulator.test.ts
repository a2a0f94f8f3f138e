import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Asking, asking, member } from '../simulator/graph/asking';
import { faultsIn, faultsInPage } from '../simulator/graph/conformance/check';
import { readCsdl } from '../simulator/graph/conformance/csdl';
import { membersOf, NAMED_TYPES } from '../simulator/graph/conformance/members';
import { BY_HAND } from '../simulator/graph/conformance/offences';
import type { Habits } from '../simulator/graph/desk';
import type { Json } from '../simulator/graph/odata';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { at, DAY, HOUR } from '../simulator/time';
import type { World } from '../simulator/world';
import { type CommitteeRecord, committeeWorld } from '../simulator/worlds/committee';
import { generatedWorld } from '../simulator/worlds/generated';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const file = (name: string) => readFileSync(path.join(SHARED, name), 'utf8');
const csdl = readCsdl(file('graph/csdl-slice.xml'));
const record = JSON.parse(file('data/tsc-2018-2021.json')) as CommitteeRecord & {
  presentOfDue: Record<string, [number, number]>;
};

interface Seen {
  name: string;
  world: World;
  now: number;
  window: string;
  /** Where Graph's ways are not those the documents let expect. */
  habits?: Partial<Habits>;
}

const worlds: Seen[] = [
  {
    name: 'the sample month',
    world: sampleMonth(),
    now: SAMPLE_NOW,
    window: 'startDateTime=2026-10-20T00:00:00Z&endDateTime=2026-11-30T00:00:00Z',
  },
  {
    name: 'the sample month, with every open question answered the other way,',
    world: sampleMonth(),
    now: SAMPLE_NOW,
    window: 'startDateTime=2026-10-20T00:00:00Z&endDateTime=2026-11-30T00:00:00Z',
    habits: {
      cancelledStaysAs: 'occurrence',
      cancelledKeepsId: false,
      removedIsListed: false,
      cancelledIsListed: false,
      occurrenceIdsLast: false,
      cancellationIs: 'eventMessageRequest',
      cancellationIsOf: 'occurrence',
      optOut: 'placeholder',
      ownerCriticalChange: true,
      emptyRecurrenceZone: true,
      goneEvent: 'null',
    },
  },
  {
    name: 'the committee',
    world: committeeWorld(record),
    now: at('2021-12-17'),
    window: 'startDateTime=2021-10-01T00:00:00Z&endDateTime=2022-02-01T00:00:00Z',
  },
  {
    name: 'a generated world',
    world: generatedWorld({ seed: 3, series: 20, years: 1, people: 12 }),
    now: at('2025-11-20'),
    window: 'startDateTime=2025-10-01T00:00:00Z&endDateTime=2026-01-01T00:00:00Z',
  },
];

describe.each(worlds)(
  'what Graph says about $name agrees with its metadata',
  ({ world, now, window, habits = {} }) => {
    const graph = createSimulatedGraph(world, { now, habits });
    const owner = asking(graph);
    const others = [owner, ...world.people.slice(1, 3).map(({ id }) => asking(graph, id))];

    const page = async (who: Asking, type: string, from: string) => {
      const asked = await who.get(from);
      expect(asked.code).toBe(200);
      expect(faultsInPage(csdl, type, asked.json)).toEqual([]);
      return asked.json.value as Json[];
    };

    const one = async (type: string, from: string) => {
      const asked = await owner.get(from);
      expect(asked.code).toBe(200);
      expect(faultsIn(csdl, type, asked.json)).toEqual([]);
      return asked.json;
    };

    test('events, from every side', async () => {
      for (const who of others) {
        await page(who, 'event', `/me/calendarView?${window}&$top=1000`);
        const masters = await page(who, 'event', '/me/events?$top=1000');
        for (const { id } of masters.slice(0, 10)) {
          const asked = await who.get(
            `/me/events/${id}?$expand=exceptionOccurrences&$select=cancelledOccurrences,subject`,
          );
          expect(faultsIn(csdl, 'event', asked.json)).toEqual([]);
        }
      }
    });

    test('instances and delta', async () => {
      const [master] = (await owner.all('/me/events')).filter((event) => event.type === 'seriesMaster');
      await page(owner, 'event', `/me/events/${master?.id}/instances?${window}&$top=100`);
      let link: unknown = `/me/calendarView/delta?${window}`;
      while (typeof link === 'string') {
        const asked: { json: Json } = await owner.get(link, 'odata.maxpagesize=200');
        expect(faultsInPage(csdl, 'event', asked.json)).toEqual([]);
        link = asked.json['@odata.nextLink'];
      }
    });

    test('messages, with their events', async () => {
      const mails = await page(
        owner,
        'message',
        '/me/messages?$top=200&$expand=microsoft.graph.eventMessage/event',
      );
      expect(mails.length).toBeGreaterThan(5);
      await one('message', `/me/messages/${mails[0]?.id}`);
      await page(owner, 'mailFolder', '/me/mailFolders');
    });

    test('drafts and what was sent', async () => {
      const asked = await owner.post('/me/messages', {
        subject: 'Hello',
        body: { contentType: 'html', content: '<p>Hello</p>' },
        toRecipients: [{ emailAddress: { address: world.people[1]?.address } }],
        singleValueExtendedProperties: [
          { id: 'String {7c3d0e4a-0a51-4f0e-9b0a-2f6f9c6d5b11} Name Key', value: '1' },
        ],
      });
      expect(asked.code).toBe(201);
      expect(faultsIn(csdl, 'message', asked.json)).toEqual([]);
      await owner.post(`/me/messages/${asked.json.id}/send`, {});
      const sent = await one(
        'message',
        `/me/messages/${asked.json.id}?$expand=singleValueExtendedProperties($filter=id eq 'String {7c3d0e4a-0a51-4f0e-9b0a-2f6f9c6d5b11} Name Key')`,
      );
      expect(sent.singleValueExtendedProperties).toHaveLength(1);
    });

    test('online meetings and attendance', async () => {
      const own = world.meetings.find(
        (meeting) => meeting.organizer === world.owner && meeting.joinUrl !== null,
      );
      const filter = encodeURIComponent(`JoinWebUrl eq '${own?.joinUrl}'`);
      const [online] = await page(owner, 'onlineMeeting', `/me/onlineMeetings?$filter=${filter}`);
      const reports = `/me/onlineMeetings/${online?.id}/attendanceReports`;
      const all = await page(owner, 'meetingAttendanceReport', reports);
      expect(all.length).toBeGreaterThan(0);
      for (const { id } of all) {
        await one('meetingAttendanceReport', `${reports}/${id}?$expand=attendanceRecords`);
        await page(owner, 'attendanceRecord', `${reports}/${id}/attendanceRecords`);
      }
    });

    test('the mailbox, its calendars, its owner and its folder of files', async () => {
      await one('user', '/me');
      await one('mailboxSettings', '/me/mailboxSettings');
      await one('workingHours', '/me/mailboxSettings/workingHours');
      await page(owner, 'calendar', '/me/calendars');
      await one('calendar', '/me/calendar');
      await one('driveItem', '/me/drive/special/approot');
      const url = 'https://graph.microsoft.com/v1.0/me/drive/special/approot:/ledger.jsonl:/content';
      const put = await graph.answer(
        new Request(url, {
          method: 'PUT',
          headers: { [BY_HAND]: 'test', Authorization: 'Bearer token' },
          body: 'x',
        }),
      );
      expect(faultsIn(csdl, 'driveItem', await put.json())).toEqual([]);
      await page(owner, 'driveItem', '/me/drive/special/approot/children');
    });

    test('translated ids', async () => {
      const [event] = await owner.all('/me/events');
      const asked = await owner.post('/me/translateExchangeIds', {
        inputIds: [event?.id, 'nonsense'],
        sourceIdType: 'restImmutableEntryId',
        targetIdType: 'restId',
      });
      expect(faultsInPage(csdl, 'convertIdResult', asked.json)).toEqual([]);
    });
  },
);

describe('the names a request may ask for', () => {
  test.each(NAMED_TYPES)('are those of the metadata: %s', (type) => {
    const all = (name: string | null): string[] => {
      const found = csdl.types.get(name ?? '');
      return found === undefined ? [] : [...found.properties.keys(), ...all(found.base)];
    };
    expect([...new Set(membersOf(type))].sort()).toEqual([...new Set(all(type))].sort());
  });
});

describe('captured answers agree with the checker as well', () => {
  test.each([
    ['graph/examples/calendarview-cancelled-attendee-REAL.json', 'event'],
    ['graph/examples/event-instances.response.json', 'event'],
    ['graph/examples/calendarview-list-me.response.json', 'event'],
  ])('%s', (name, type) => {
    expect(faultsInPage(csdl, type, JSON.parse(file(name)))).toEqual([]);
  });

  test.each([
    ['graph/examples/attendancereport-get-REAL-masked.json', 'meetingAttendanceReport'],
    ['graph/examples/attendancereport-get-expand.response.json', 'meetingAttendanceReport'],
    ['graph/examples/message-create-draft-1.response.json', 'message'],
    ['graph/examples/eventmessage-get-request.response.json', 'message'],
  ])('%s', (name, type) => {
    expect(faultsIn(csdl, type, JSON.parse(file(name)))).toEqual([]);
  });
});

describe('the simulated month against the golden one', () => {
  const golden = JSON.parse(file('data/golden-daily-sync.json')) as {
    slots: {
      date: string;
      startUtc: string;
      outcome: string;
      noticeAtUtc: string | null;
      changedBy: string | null;
    }[];
  };

  test('every slot is an occurrence with its original start, and every notice of Marcus a mail of that minute', async () => {
    const priya = asking(createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW }));
    const window = 'startDateTime=2026-10-20T00:00:00Z&endDateTime=2026-11-21T00:00:00Z';
    const events = await priya.all(`/me/calendarView?${window}&$top=100`);
    const syncs = events.filter(
      (event) => String(event.subject).includes('daily sync') && event.originalStart !== undefined,
    );
    expect(syncs.map((event) => String(event.originalStart)).sort()).toEqual(
      golden.slots.map(({ startUtc }) => startUtc),
    );
    const mails = await priya.all('/me/messages?$top=100');
    for (const { startUtc, noticeAtUtc, changedBy } of golden.slots) {
      if (noticeAtUtc === null || changedBy !== 'marcus') continue;
      const about = mails.filter((mail) => mail.receivedDateTime === noticeAtUtc);
      const starts = about.flatMap((mail) => [
        String(member(mail, 'startDateTime.dateTime')),
        String(member(mail, 'previousStartDateTime.dateTime')),
      ]);
      expect(starts.some((start) => start.startsWith(startUtc.slice(0, 19)))).toBe(true);
    }
  });
});

describe('the committee, read meeting by meeting', () => {
  test('gives for every member the meetings present and due of the record', async () => {
    const world = committeeWorld(record);
    const graph = createSimulatedGraph(world, { now: 0 });
    const owner = asking(graph);
    const counts = new Map<string, [number, number]>();
    const reports = new Map<string, Json>();
    const address = new Map(world.people.map((person) => [person.address, person.id]));
    for (const { date } of record.meetings) {
      const start = at(`${date} 12:00`);
      graph.setNow(start + 8 * HOUR);
      const span = [start - DAY / 2, start + DAY / 2].map((time) => new Date(time).toISOString());
      const events = await owner.all(`/me/calendarView?startDateTime=${span[0]}&endDateTime=${span[1]}`);
      expect(events).toHaveLength(1);
      const [event] = events;
      const filter = encodeURIComponent(`JoinWebUrl eq '${member(event, 'onlineMeeting.joinUrl')}'`);
      const [online] = await owner.all(`/me/onlineMeetings?$filter=${filter}`);
      const path = `/me/onlineMeetings/${online?.id}/attendanceReports`;
      const [report] = (await owner.get(path)).json.value as Json[];
      expect(String(report?.meetingStartDateTime).slice(0, 10)).toBe(date);
      expect(reports.has(String(report?.id))).toBe(false);
      reports.set(String(report?.id), report ?? {});
      const records = await owner.all(`${path}/${report?.id}/attendanceRecords`);
      const there = new Set(records.map((one) => address.get(String(one.emailAddress))));
      for (const attendee of (event?.attendees ?? []) as Json[]) {
        const who = address.get(String(member(attendee, 'emailAddress.address'))) ?? '';
        const [present, due] = counts.get(who) ?? [0, 0];
        counts.set(who, [present + (there.has(who) ? 1 : 0), due + 1]);
      }
    }
    expect(Object.fromEntries(counts)).toEqual(record.presentOfDue);
  });
});

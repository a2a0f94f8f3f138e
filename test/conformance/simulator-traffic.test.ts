import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createGraph } from '../../src/graph/graph';
import { keepLog } from '../../src/tasks/enter/own-entries';
import { readPiece } from '../../src/tasks/read/read-back';
import { sweep } from '../../src/tasks/read/sweep';
import { watchCalendar } from '../../src/tasks/read/watch-calendar';
import type { Sending } from '../../src/tasks/send/send-recap';
import { outsideOf } from '../graph/owner-graph';
import { masterId } from '../simulator/graph/calendar/event-json';
import { faultsIn, faultsInPage } from '../simulator/graph/conformance/check';
import { readCsdl } from '../simulator/graph/conformance/csdl';
import type { Habits } from '../simulator/graph/desk';
import type { Json } from '../simulator/graph/odata';
import { createSimulatedGraph, type SimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { sendThrough } from '../simulator/send-through';
import { DAY, HOUR } from '../simulator/time';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const csdl = readCsdl(readFileSync(path.join(SHARED, 'graph/csdl-slice.xml'), 'utf8'));

/** What answers a request of the product, as a type of the metadata; `page`: a list of it. */
const TYPES: readonly (readonly [RegExp, string, 'page' | 'one'])[] = [
  [/^GET \/me$/, 'user', 'one'],
  [/^GET \/me\/mailboxSettings$/, 'mailboxSettings', 'one'],
  [/^GET \/me\/calendarView(\/delta)?$/, 'event', 'page'],
  [/^GET \/me\/events\/[^/]+\/instances$/, 'event', 'page'],
  [/^GET \/me\/events\/[^/]+$/, 'event', 'one'],
  [/^GET \/me\/messages$/, 'message', 'page'],
  [/^(GET|POST|PATCH) \/me\/messages(\/[^/]+)?$/, 'message', 'one'],
  [/^GET \/me\/mailFolders\/[^/]+$/, 'mailFolder', 'one'],
  [/^GET \/me\/onlineMeetings$/, 'onlineMeeting', 'page'],
  [/\/attendanceReports$/, 'meetingAttendanceReport', 'page'],
  [/\/attendanceReports\/[^/]+$/, 'meetingAttendanceReport', 'one'],
  [/\/attendanceRecords$/, 'attendanceRecord', 'page'],
  [/^POST \/me\/translateExchangeIds$/, 'convertIdResult', 'page'],
  [/^GET \/me\/drive\/special\/approot$/, 'driveItem', 'one'],
  [/^GET \/me\/drive\/special\/approot\/children$/, 'driveItem', 'page'],
  [/^PUT \/me\/drive/, 'driveItem', 'one'],
];

/** The simulated Graph, with every answer held against the metadata. */
function watched(graph: SimulatedGraph) {
  const faults = new Set<string>();
  const types = new Set<string>();
  const answer = async (request: Request): Promise<Response> => {
    const what = `${request.method} ${new URL(request.url).pathname.replace('/v1.0', '')}`;
    const given = await graph.answer(request);
    const text = await given.clone().text();
    if (given.status >= 300 || text === '' || !request.url.startsWith('https://graph.')) return given;
    const json = JSON.parse(text) as Json;
    // The slice of the metadata has no schedules, only the working hours in them.
    if (what.endsWith('/getSchedule')) {
      types.add('workingHours');
      for (const { workingHours } of json.value as Json[])
        for (const fault of workingHours === undefined ? [] : faultsIn(csdl, 'workingHours', workingHours))
          faults.add(`${what}: ${fault}`);
      return given;
    }
    const found = TYPES.find(([pattern]) => pattern.test(what));
    if (found === undefined) faults.add(`${what}: of no known type`);
    else {
      const [, type, kind] = found;
      types.add(`${type} ${kind}`);
      const check = kind === 'page' ? faultsInPage : faultsIn;
      for (const fault of check(csdl, type, json)) faults.add(`${what}: ${fault}`);
    }
    return given;
  };
  return { graph: { ...graph, answer } as SimulatedGraph, faults, types };
}

const HABITS: readonly Partial<Habits>[] = [
  {},
  {
    tentativeSpelling: 'meetingTenativelyAccepted',
    cancelledStaysAs: 'occurrence',
    cancelledKeepsId: false,
    occurrenceIdsLast: false,
    cancellationIs: 'eventMessageRequest',
    cancellationIsOf: 'singleInstance',
    optOut: 'placeholder',
    emptyRecurrenceZone: true,
    goneEvent: 'null',
    appFolder: 'fresh',
  },
];

test.each(HABITS)(
  'Everything the product is told in a day of its life is as the metadata says: %j',
  async (habits) => {
    let now = SAMPLE_NOW;
    const world = sampleMonth();
    const { graph, faults, types } = watched(createSimulatedGraph(world, { now: () => now, habits }));
    const { ports, owner } = await openPorts(graph, { clock: () => now });
    const kept = world.meetings.map(({ id }) => masterId(world.owner, id));
    for (const id of kept) await keepLog(ports, id, now - 100 * DAY);
    await sweep(ports, owner, kept);
    await watchCalendar(ports);
    await readPiece(ports, owner);
    now += HOUR;
    await sweep(ports, owner, kept, { thorough: true });
    const to = { key: 'dana.ortiz@northwind.example', name: 'Dana', address: 'dana.ortiz@northwind.example' };
    const message = { to: [to], subject: 'INFO: Launch', html: '<p>Short.</p>', text: 'Short.' };
    const sending = {
      occurrence: `${kept[0]}/2026-11-18`,
      mails: [{ message, decisions: [] }],
      together: false,
    };
    await sendThrough(ports, sending as Sending, (ms) => {
      now += ms;
    });
    const own = createGraph(outsideOf(graph.answer, () => now).outside);
    const items = (await own.readCalendar({ start: now - 5 * DAY, end: now })).items;
    await own.readInstances(items.find(({ series }) => series !== null)?.series ?? '', {
      start: now - 5 * DAY,
      end: now,
    });
    for (const mail of (await own.readNoticeMails(now - 9 * DAY)).slice(0, 3)) await own.readMail(mail.id);
    await own.folder.list();
    await own.folder.write('laptop-2026-11.jsonl', '{}\n');
    await own.folder.list();
    expect([...faults]).toEqual([]);
    // And all of it was told, or the day was too short.
    expect([...types].sort()).toEqual([
      'driveItem one',
      'driveItem page',
      'event one',
      'event page',
      'mailFolder one',
      'mailboxSettings one',
      'meetingAttendanceReport one',
      'meetingAttendanceReport page',
      'message one',
      'message page',
      'onlineMeeting page',
      'user one',
      'workingHours',
    ]);
  },
);

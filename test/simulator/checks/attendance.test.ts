import { describe, expect, test } from 'vitest';
import { asking, errorCode, member } from '../graph/asking';
import type { Json } from '../graph/odata';
import { createSimulatedGraph, type SimulatedGraphOptions } from '../graph/simulated-graph';
import { at, DAY } from '../time';
import type { Happening, World } from '../world';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

const world = sampleMonth();
const link = (id: string) => world.meetings.find((one) => one.id === id)?.joinUrl ?? '';
const lookUp = (url: string) => `/me/onlineMeetings?$filter=${encodeURIComponent(`JoinWebUrl eq '${url}'`)}`;

function look(options: Partial<SimulatedGraphOptions> = {}, of: World = world) {
  const graph = createSimulatedGraph(of, { now: SAMPLE_NOW, ...options });
  return { graph, priya: asking(graph) };
}

async function reports(who: ReturnType<typeof asking>, meeting: string) {
  const [online] = await who.all(lookUp(link(meeting)));
  const path = `/me/onlineMeetings/${encodeURIComponent(String(online?.id))}/attendanceReports`;
  return { path, asked: await who.get(path) };
}

describe('an online meeting', () => {
  test('is found by its link alone, and only by it', async () => {
    const { priya } = look();
    expect(await priya.all(lookUp(link('atlas')))).toMatchObject([{ joinWebUrl: link('atlas') }]);
    expect(await priya.all(lookUp('https://teams.microsoft.com/l/meetup-join/other'))).toEqual([]);
    const asked = await priya.get('/me/onlineMeetings');
    expect([asked.code, errorCode(asked)]).toEqual([400, 'InvalidArgument']);
  });

  test('is one for a series, its split-off part and the invitation of its own', async () => {
    const { priya } = look();
    expect(new Set(['daily', 'daily-1530', 'daily-again'].map(link)).size).toBe(1);
    expect(await priya.all(lookUp(link('daily')))).toHaveLength(1);
  });

  test('is refused to somebody who was forwarded one occurrence', async () => {
    const meetings = world.meetings.map((one) =>
      one.id === 'atlas'
        ? {
            ...one,
            invitees: [
              ...one.invitees.slice(1),
              { who: 'marcus', part: 'required' as const, only: ['2026-11-10'] },
            ],
          }
        : one,
    );
    const { graph } = look({}, { ...world, meetings });
    const asked = await asking(graph, 'marcus').get(lookUp(link('atlas')));
    expect([asked.code, member(asked.json, 'error.message')]).toEqual([
      403,
      '3003: User does not have access to lookup meeting',
    ]);
  });

  test('is no longer found two months after its last occurrence', async () => {
    const ended = {
      ...world,
      happenings: [
        ...world.happenings,
        {
          kind: 'split',
          at: SAMPLE_NOW,
          meeting: 'atlas',
          lastDate: '2026-11-17',
          into: 'atlas',
        } as Happening,
      ],
    };
    const { priya, graph } = look({}, ended);
    expect(await priya.all(lookUp(link('atlas')))).toHaveLength(1);
    graph.setNow(at('2026-11-17 15:00') + 60 * DAY);
    expect(await priya.all(lookUp(link('atlas')))).toEqual([]);
  });
});

describe('attendance reports', () => {
  test('are the organizer’s: an attendee gets an error, never an empty list', async () => {
    const { asked } = await reports(look().priya, 'daily');
    expect([asked.code, errorCode(asked)]).toEqual([403, 'General']);
  });

  test('are one a session, newest first, without records', async () => {
    const { asked } = await reports(look().priya, 'atlas');
    const starts = (asked.json.value as Json[]).map((report) =>
      String(report.meetingStartDateTime).slice(0, 10),
    );
    expect(starts).toEqual(['2026-11-17', '2026-11-10', '2026-11-03', '2026-10-27', '2026-10-26']);
    expect(member(asked.json, 'value.0')).not.toHaveProperty('attendanceRecords');
  });

  test('are there only after the session has ended', async () => {
    const { asked } = await reports(look({ now: at('2026-11-17 14:59') }).priya, 'atlas');
    expect(asked.json.value).toHaveLength(4);
  });

  test('show a phone by its number and nothing else', async () => {
    const { priya } = look();
    const { path, asked } = await reports(priya, 'atlas');
    const report = (asked.json.value as Json[])[3];
    const { json } = await priya.get(`${path}/${report?.id}?$expand=attendanceRecords`);
    const records = json.attendanceRecords as Json[];
    expect(json.totalParticipantCount).toBe(3);
    expect(
      records.map((one) => [
        member(one, 'identity.displayName'),
        one.emailAddress,
        one.totalAttendanceInSeconds,
      ]),
    ).toEqual([
      ['Priya Nair', 'priya.nair@northwind.example', 3600],
      ['Dana Ortiz', 'dana.ortiz@northwind.example', 3480],
      ['+44 •••• ••12', null, 3420],
    ]);
    expect(await priya.all(`${path}/${report?.id}/attendanceRecords`)).toEqual(records);
  });

  test('count those who do not let themselves be identified, and leave them out', async () => {
    const happenings = world.happenings.map((one) =>
      one.kind === 'session' ? { ...one, hidden: ['dana'] } : one,
    );
    const { priya } = look({}, { ...world, happenings });
    const { path, asked } = await reports(priya, 'atlas');
    const [report] = asked.json.value as Json[];
    const records = await priya.all(`${path}/${report?.id}/attendanceRecords`);
    expect([report?.totalParticipantCount, records.length]).toEqual([4, 3]);
  });

  test('are at most fifty', async () => {
    const [session] = world.happenings.filter((one) => one.kind === 'session' && one.meeting === 'atlas');
    const many = Array.from(
      { length: 70 },
      (_, index) => ({ ...session, at: at('2026-10-27') + index }) as Happening,
    );
    const { asked } = await reports(
      look({}, { ...world, happenings: [...world.happenings, ...many] }).priya,
      'atlas',
    );
    expect(asked.json.value).toHaveLength(50);
  });

  test.each([
    [{ reportsOff: true }, 'priya', 'atlas', 200],
    [{ coOrganizersReadReports: true }, 'dana', 'atlas', 200],
    [{}, 'dana', 'atlas', 403],
  ])('by habit %o, read by %s', async (habits, who, meeting, code) => {
    const meetings = world.meetings.map((one) =>
      one.id === meeting ? { ...one, coOrganizers: ['dana'] } : one,
    );
    const { graph } = look({ habits }, { ...world, meetings });
    const { asked } = await reports(asking(graph, who), meeting);
    expect(asked.code).toBe(code);
  });
});

describe('free and busy', () => {
  const ask = (schedules: string[], from: string, to: string) => ({
    schedules,
    startTime: { dateTime: `${from}T00:00:00`, timeZone: 'UTC' },
    endTime: { dateTime: `${to}T00:00:00`, timeZone: 'UTC' },
    availabilityViewInterval: 60,
  });

  test('shows who is out of office, in seven decimals, and the working hours', async () => {
    const asked = await look().priya.post(
      '/me/calendar/getSchedule',
      ask(['marcus.hale@northwind.example'], '2026-11-04', '2026-11-05'),
    );
    const away = (member(asked.json, 'value.0.scheduleItems') as Json[]).find(
      (item) => item.status === 'oof',
    );
    expect(away?.start).toEqual({ dateTime: '2026-11-04T05:00:00.0000000', timeZone: 'UTC' });
    expect(away?.end).toEqual({ dateTime: '2026-11-06T05:00:00.0000000', timeZone: 'UTC' });
    expect(String(member(asked.json, 'value.0.availabilityView')).slice(4, 7)).toBe('033');
    expect(member(asked.json, 'value.0.workingHours.timeZone.name')).toBe('Eastern Standard Time');
  });

  test('answers nothing for people elsewhere, and for no more than 62 days', async () => {
    const { priya } = look();
    const guest = await priya.post(
      '/me/calendar/getSchedule',
      ask(['lena.fischer@fabrikam.example'], '2026-11-04', '2026-11-05'),
    );
    expect(member(guest.json, 'value.0.error.responseCode')).toBe('ErrorMailRecipientNotFound');
    const long = await priya.post(
      '/me/calendar/getSchedule',
      ask(['marcus.hale@northwind.example'], '2026-08-22', '2027-01-19'),
    );
    expect(member(long.json, 'value.0.error.responseCode')).toBe('ErrorTimeIntervalTooBig');
  });
});

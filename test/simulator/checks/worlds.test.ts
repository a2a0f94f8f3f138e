import { describe, expect, test } from 'vitest';
import { asking, member } from '../graph/asking';
import { plannedDates } from '../graph/calendar/recurrence';
import { createSimulatedGraph } from '../graph/simulated-graph';
import { at, clockIn, dateIn, instantOf } from '../time';
import { committeeWorld, plannedFor } from '../worlds/committee';
import { generatedWorld } from '../worlds/generated';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

const MONTH = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-21T00:00:00Z';
const ORDERED = `${MONTH}&$orderby=start/dateTime&$top=100`;

describe('the clock of a world', () => {
  test.each([
    ['2026-10-23 15:00', 'Europe/London', '2026-10-23T14:00:00.000Z', 'summer time in London'],
    ['2026-10-26 15:00', 'Europe/London', '2026-10-26T15:00:00.000Z', 'London has gone back'],
    ['2026-10-26 11:00', 'America/New_York', '2026-10-26T15:00:00.000Z', 'New York has not'],
    ['2026-11-02 10:00', 'America/New_York', '2026-11-02T15:00:00.000Z', 'now it has'],
    ['2027-03-28 01:30', 'Europe/London', '2027-03-28T01:30:00.000Z', 'no such time: it slides forward'],
    ['2026-10-25 01:30', 'Europe/London', '2026-10-25T00:30:00.000Z', 'twice such a time: the first'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', 'half an hour back, the first'],
    ['2026-06-01 12:00', 'Asia/Kathmandu', '2026-06-01T06:15:00.000Z', 'a quarter of an hour'],
  ])('%s in %s is %s: %s', (clock, zone, instant) => {
    expect(new Date(at(clock, zone)).toISOString()).toBe(instant);
  });

  test('a wall clock read back is the one that was told', () => {
    const instant = instantOf('2026-11-03', '17:00', 'America/New_York');
    expect(clockIn('America/New_York', instant)).toBe('2026-11-03T17:00:00.000');
    expect(dateIn('Europe/London', instant)).toBe('2026-11-03');
  });
});

describe('the rule of a series', () => {
  test.each([
    [{ every: 'day', interval: 2 }, '2026-10-26', ['2026-10-28', '2026-10-30', '2026-11-01']],
    [{ every: 'week', interval: 2, days: ['thursday'] }, '2026-10-15', ['2026-10-29']],
    [
      { every: 'week', interval: 1, days: ['monday', 'friday'], until: '2026-10-31' },
      '2026-10-01',
      ['2026-10-30'],
    ],
    [{ every: 'month', interval: 1, day: 31 }, '2026-08-31', ['2026-10-31']],
    [{ every: 'month-weekday', interval: 1, week: 'first', day: 'sunday' }, '2026-08-02', ['2026-11-01']],
    [{ every: 'month-weekday', interval: 1, week: 'last', day: 'friday' }, '2026-08-28', ['2026-10-30']],
  ] as const)('%o from %s plans %o', (recurrence, first, dates) => {
    const plain = structuredClone(recurrence) as unknown as Parameters<typeof plannedDates>[0];
    expect(plannedDates(plain, first, '2026-10-27', '2026-11-02')).toEqual([...dates]);
  });
});

describe('the sample month', () => {
  const graph = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW });
  const priya = asking(graph);

  test('has the twenty syncs from Mon 26 Oct to Fri 20 Nov, on two series', async () => {
    const events = await priya.all(`/me/calendarView?${ORDERED}&$select=subject,originalStart`);
    const syncs = events.filter(
      (event) => /daily sync$/.test(String(event.subject)) && event.originalStart !== undefined,
    );
    const dates = syncs.map((event) => String(event.originalStart).slice(0, 10)).sort();
    expect(dates).toHaveLength(20);
    expect([dates[0], dates.at(-1)]).toEqual(['2026-10-26', '2026-11-20']);
  });

  test('goes on after the last day of the month', async () => {
    const window = 'startDateTime=2026-11-21T00:00:00Z&endDateTime=2026-12-05T00:00:00Z';
    const events = await priya.all(`/me/calendarView?${window}&$top=100`);
    expect(events.length).toBeGreaterThanOrEqual(12);
  });

  test('tells Priya of every change at its minute', async () => {
    const mails = await priya.all('/me/messages?$top=50');
    const told = mails
      .filter((mail) => member(mail, 'from.emailAddress.name') === 'Marcus Hale')
      .filter((mail) => mail.meetingMessageType === 'meetingCancelled' || mail.previousStartDateTime != null)
      .map(
        (mail) => `${mail.receivedDateTime} ${String(member(mail, 'startDateTime.dateTime')).slice(0, 16)}`,
      );
    expect(told.reverse()).toEqual([
      '2026-10-27T15:00:00Z 2026-10-30T15:00',
      '2026-10-29T14:50:00Z 2026-10-29T15:00',
      '2026-11-03T14:40:00Z 2026-11-03T17:00',
      '2026-11-10T13:30:00Z 2026-11-10T15:00',
      '2026-11-16T18:00:00Z 2026-11-17T15:30',
      '2026-11-18T15:29:00Z 2026-11-18T15:30',
    ]);
  });

  test('holds no tap for Thu 19 and Fri 20 Nov', () => {
    const { taps } = sampleMonth();
    const checked = taps.filter((tap) => tap.kind === 'check-in').map((tap) => tap.date);
    expect(checked).toContain('2026-11-17');
    expect(checked).not.toContain('2026-11-19');
    expect(checked).not.toContain('2026-11-20');
    expect(taps.every((tap, place) => place === 0 || (taps[place - 1]?.at ?? 0) <= tap.at)).toBe(true);
  });

  test('can lose mails, and can lose what was declined', async () => {
    const lossy = sampleMonth({
      declinedVanish: true,
      noticesLost: { dates: ['2026-10-29'], from: '2026-10-29 15:40' },
    });
    const other = asking(createSimulatedGraph(lossy, { now: SAMPLE_NOW }));
    const mails = await other.all('/me/messages?$top=50');
    expect(mails.some((mail) => mail.receivedDateTime === '2026-10-29T14:50:00Z')).toBe(false);
    const events = await other.all(`/me/calendarView?${ORDERED}`);
    expect(events.some((event) => String(event.originalStart).startsWith('2026-11-12'))).toBe(false);
  });
});

describe('a committee told from its record', () => {
  const record = {
    members: [
      { id: 'p1', from: '2018-01-10', to: '2018-02-07' },
      { id: 'p2', from: '2018-01-25', to: '2020-01-01' },
    ],
    meetings: [
      { date: '2018-01-10', present: ['p1'], guests: ['p9'] },
      { date: '2018-01-25', present: ['p1', 'p2'], guests: [] },
      { date: '2018-02-07', present: ['p2'], guests: [] },
      { date: '2018-02-14', present: ['p2'], guests: [] },
    ],
  };
  const seen = (clock: string) => asking(createSimulatedGraph(committeeWorld(record), { now: at(clock) }));
  const WINDOW =
    'startDateTime=2018-01-01T00:00:00Z&endDateTime=2018-03-01T00:00:00Z&$orderby=start/dateTime';

  test('meets on the days of the record and on no other', async () => {
    const events = await seen('2018-03-01').all(`/me/calendarView?${WINDOW}&$select=start`);
    const dates = events.map((event) => String(member(event, 'start.dateTime')).slice(0, 10));
    expect(dates).toEqual(record.meetings.map(({ date }) => date));
  });

  test('lists a member two days ahead of the first meeting, and no longer after the last', async () => {
    const listed = async (clock: string) => {
      const events = await seen(clock).all(`/me/calendarView?${WINDOW}`);
      const count = (event: unknown) => (member(event, 'attendees') as unknown[]).length;
      return events.map(count);
    };
    expect((await listed('2018-01-20')).slice(0, 2)).toEqual([1, 1]);
    expect((await listed('2018-01-23')).slice(0, 2)).toEqual([1, 2]);
    expect(await listed('2018-03-01')).toEqual([1, 2, 2, 1]);
  });

  test('plans every meeting for the Wednesday of its week', () => {
    expect(['2019-07-29', '2018-07-12', '2018-01-10'].map(plannedFor)).toEqual([
      '2019-07-31',
      '2018-07-11',
      '2018-01-10',
    ]);
  });
});

describe('a generated world', () => {
  const size = { seed: 7, series: 12, years: 1, people: 15 };

  test('is the same for the same seed and another for another', () => {
    expect(generatedWorld(size)).toEqual(generatedWorld(size));
    expect(generatedWorld(size)).not.toEqual(generatedWorld({ ...size, seed: 8 }));
  });

  test('can be read through Graph from its first to its last page', async () => {
    const graph = createSimulatedGraph(generatedWorld(size), { now: at('2025-11-20') });
    const window = 'startDateTime=2025-06-01T00:00:00Z&endDateTime=2025-09-01T00:00:00Z';
    const events = await asking(graph).all(`/me/calendarView?${window}&$orderby=start/dateTime&$top=50`);
    const starts = events.map((event) => String(member(event, 'start.dateTime')));
    expect(events.length).toBeGreaterThan(100);
    expect(starts).toEqual([...starts].sort());
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  });

  test('of forty series and ten years has fifty thousand occurrences, and any window of it can be read', async () => {
    const from = '2015-01-05';
    const world = generatedWorld({ seed: 1, series: 40, years: 10, people: 30, from });
    const planned = world.meetings.flatMap(({ recurrence, firstDate }) =>
      recurrence === null ? [] : plannedDates(recurrence, firstDate, from, '2025-01-05'),
    );
    expect(planned.length).toBeGreaterThan(50_000);
    const who = asking(createSimulatedGraph(world, { now: at('2020-06-01') }));
    const window = 'startDateTime=2020-03-01T00:00:00Z&endDateTime=2020-03-08T00:00:00Z';
    const events = await who.all(`/me/calendarView?${window}&$orderby=start/dateTime&$top=100`);
    expect(events.length).toBeGreaterThan(80);
  });
});
